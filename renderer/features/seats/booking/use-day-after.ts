import { useQuery } from '@tanstack/react-query'
import { addDays } from '../../../lib/plain-dates.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { type DayBoard, layDay } from '../board/board-layout.ts'
import { boardOf } from '../seats.queries.ts'
import { heldIn } from '../waitlist/waitlist.queries.ts'

/** The board of the day after, where the seat is open on into it; null: the night ends what is booked, or nothing is read yet. */
export function useDayAfter(board: DayBoard, seat: number): DayBoard | null {
  const date = addDays(board.date, 1)
  const enabled = (board.rowsOn[seat] ?? 0) > 0
  const room = useRoomHere().data
  const bookings = useQuery({ ...boardOf(date, date), enabled }).data
  const held = useQuery({ ...heldIn(date, date), enabled }).data
  return enabled && room !== undefined && bookings !== undefined ? layDay(date, room, bookings, held) : null
}

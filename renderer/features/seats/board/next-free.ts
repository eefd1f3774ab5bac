import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { layDay, proposedCell } from './board-layout.ts'

export interface FreeCell {
  date: PlainDate
  seatId: Id
  seatNumber: number
  startsAt: Instant
}

/** The soonest free slot in these dates, which stand in order; null when every one is taken. */
export function nextFree(
  dates: readonly PlainDate[],
  room: HouseRoom,
  bookings: readonly Booking[],
  now: Instant,
  held: readonly HeldPlace[] = [],
): FreeCell | null {
  for (const date of dates) {
    const board = layDay(date, room, bookings, held)
    const cell = proposedCell(board, now)
    const seat = cell === null ? undefined : board.seats[cell.seat]
    const startsAt = cell === null ? undefined : board.slots[cell.slot]?.startsAt
    if (seat !== undefined && startsAt !== undefined)
      return { date, seatId: seat.id, seatNumber: seat.number, startsAt }
  }
  return null
}

import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { defaultCalendar } from '../../../../shared/domain/house/default-calendar.ts'
import type { Cell, DayBoard } from './board-layout.ts'

type TimeOf = (at: Instant) => string

const WORK_BEGINS = defaultCalendar.shifts[0]?.from ?? '09:00'
/** A booking from then on opens the day with it; one in the small hours must not put the day's work out of sight. */
const MORNING_BEGINS = '06:00'

/** The row a day opens at: the present; else the working day, or the morning's first booking where that is earlier. */
export function openingRow(board: DayBoard, now: Instant, timeOf: TimeOf): number {
  const present = board.slots.findIndex((slot) => slot.startsAt <= now && slot.endsAt > now)
  if (present !== -1) return present
  const work = board.slots.findIndex((slot) => timeOf(slot.startsAt) >= WORK_BEGINS)
  const morning = board.slots.findIndex((slot) => timeOf(slot.startsAt) >= MORNING_BEGINS)
  const bookings = board.placed.map((placed) => placed.firstSlot).filter((row) => row >= Math.max(0, morning))
  return Math.max(0, Math.min(work, ...bookings))
}

/** Where somebody pointed, else where the day opens on this seat. */
export function arrivalCell(
  board: DayBoard,
  now: Instant,
  wanted: { seatId: Id | null; startsAt: Instant } | null,
  seat: number,
  timeOf: TimeOf,
): Cell {
  const sameSeat = Math.max(0, Math.min(seat, board.seats.length - 1))
  if (wanted !== null) {
    const found = {
      seat: wanted.seatId === null ? sameSeat : board.seats.findIndex((each) => each.id === wanted.seatId),
      slot: board.slots.findIndex((each) => each.endsAt > wanted.startsAt),
    }
    if (found.seat !== -1 && found.slot !== -1) return found
  }
  return { seat: sameSeat, slot: openingRow(board, now, timeOf) }
}

/** The row that begins at a time of day; -1 where the day has none. */
export const rowAtTime = (board: DayBoard, time: string, timeOf: TimeOf): number =>
  board.slots.findIndex((slot) => timeOf(slot.startsAt) === time)

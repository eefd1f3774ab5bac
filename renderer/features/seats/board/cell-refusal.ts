import type { Instant } from '../../../../shared/contract/values.ts'
import { bufferMs, refusalOfDate, withBuffer } from '../../../../shared/domain/seats/booking-rules.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { closedDays } from '../../../../shared/domain/seats/room-rules.ts'
import { overlaps } from '../../../../shared/domain/seats/slots.ts'
import { dateOf } from '../../../../shared/domain/wall-clock.ts'
import type { SeatsRefusal } from '../booking/refusal-words.ts'
import { type Cell, type DayBoard, edgesAt } from './board-layout.ts'
import { slotState } from './cell-names.ts'

/** The days on which this seat is closed, as main refuses a place on it; null: it has hours that day. */
export function closedDayOf(board: DayBoard, seat: number) {
  const closed = closedDays(board.rules, board.seats[seat]?.number ?? 0, board.date)
  return closed === null ? null : { ok: false as const, code: 'closed_day' as const, detail: closed }
}

/** Why the rules of the room say no to a place that nobody has, as main would; null: they do not. */
export function refusalOfCell(board: DayBoard, cell: Cell, earliest: Instant, now: Instant): SeatsRefusal | null {
  const state = slotState(board, cell, earliest, now)
  if (state === 'past') return { ok: false, code: 'in_the_past', detail: {} }
  if (state === 'rest') return tooClose(board, cell)
  if (state !== 'closed') return null
  const byDate = refusalOfDate(board.rules, board.date, dateOf(now, board.timeZone))
  if (byDate !== null) return { ok: false, ...byDate }
  return closedDayOf(board, cell.seat) ?? { ok: false, code: 'outside_opening_hours', detail: {} }
}

/** Whose place it is left free beside. */
function tooClose(board: DayBoard, cell: Cell): SeatsRefusal | null {
  const seat = board.seats[cell.seat]
  const slot = edgesAt(board, cell)
  if (seat === undefined || slot === undefined) return null
  const { bufferMinutes } = board.rules
  const isNear = (place: SeatSpan) =>
    place.seatId === seat.id && overlaps(withBuffer(place, bufferMs(board.rules)), slot)
  const near = board.kept.bookings.find(isNear)
  const seatNumber = seat.number
  if (near !== undefined) {
    const { startsAt, personName } = near
    return { ok: false, code: 'seat_taken', detail: { seatNumber, startsAt, personName, bufferMinutes, free: [] } }
  }
  const held = board.kept.held.find(isNear)
  if (held === undefined) return null
  const { startsAt, until } = held
  return { ok: false, code: 'place_held', detail: { seatNumber, startsAt, until, free: [] } }
}

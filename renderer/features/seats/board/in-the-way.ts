import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { withBuffer } from '../../../../shared/domain/seats/booking-rules.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { isMissed } from '../../../../shared/domain/seats/no-shows.ts'
import { overlaps } from '../../../../shared/domain/seats/slots.ts'
import { type DayBoard, heldInTheWay, inTheWay, spanOf } from './board-layout.ts'

/** Why a booking cannot lie where it is carried to, as far as this board knows. `next`: when that seat is free for so long; null: not that day. */
export type Way =
  | { why: 'past' }
  | { why: 'closed' }
  | { why: 'drawn'; next: Instant | null }
  | { why: 'taken'; by: Booking; next: Instant | null }
  | { why: 'held'; held: HeldPlace; next: Instant | null }
  | { why: 'person'; by: Booking }

/** What a booking would run into there; null: nothing. A shorter piece of its own place is always its own. */
export function wayOf(board: DayBoard, span: SeatSpan, booking: Booking, earliest: Instant): Way | null {
  if (span.seatId === booking.seatId && span.startsAt >= booking.startsAt && span.endsAt <= booking.endsAt) return null
  if (span.startsAt < earliest && span.startsAt !== booking.startsAt) return { why: 'past' }
  const by = inTheWay(board, withRest(board, span), booking.id)
  if (by !== undefined) return { why: 'taken', by, next: nextFreeOn(board, span, booking, earliest) }
  const held = heldInTheWay(board, span)
  if (held !== undefined) return { why: 'held', held, next: nextFreeOn(board, span, booking, earliest) }
  if (isClosed(board, span)) return { why: 'closed' }
  if (isDrawn(board, span)) return { why: 'drawn', next: nextFreeOn(board, span, booking, earliest) }
  const elsewhere = board.placed.find(({ booking: other }) => isOnePerson(other, booking) && overlaps(other, span))
  return elsewhere === undefined ? null : { why: 'person', by: elsewhere.booking }
}

const withRest = (board: DayBoard, span: SeatSpan): SeatSpan => ({
  ...span,
  ...withBuffer(span, board.rules.bufferMinutes * 60_000),
})

function isClosed(board: DayBoard, span: SeatSpan): boolean {
  const seat = board.seats.findIndex(({ id }) => id === span.seatId)
  return board.slots.some((slot, row) => overlaps(slot, span) && board.offers[seat]?.[row] === undefined)
}

const isDrawn = (board: DayBoard, span: SeatSpan): boolean =>
  board.drawn.some((one) => overlaps(one, span) && one.seatIds.includes(span.seatId))

function isOnePerson(other: Booking, booking: Booking): boolean {
  const people = [booking.personId, booking.companionId]
  const isSame = people.includes(other.personId) || (other.companionId !== null && people.includes(other.companionId))
  return isSame && other.id !== booking.id && !isMissed(other)
}

/** The next start on the same seat from which as many slots as these are free. */
function nextFreeOn(board: DayBoard, span: SeatSpan, booking: Booking, earliest: Instant): Instant | null {
  const seat = board.seats.findIndex(({ id }) => id === span.seatId)
  const length = board.slots.filter((slot) => overlaps(slot, span)).length
  for (let row = 0; row + length <= board.slots.length; row += 1) {
    const tried = spanOf(board, seat, row, row + length)
    if (tried === null || tried.startsAt <= span.startsAt || tried.startsAt < earliest || isClosed(board, tried))
      continue
    const isTaken = inTheWay(board, withRest(board, tried), booking.id) !== undefined
    if (!isTaken && !isDrawn(board, tried) && heldInTheWay(board, tried) === undefined) return tried.startsAt
  }
  return null
}

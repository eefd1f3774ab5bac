import { addMs, msOf } from '../instants.ts'
import { overlaps, type Span } from './slots.ts'

export type SeatSpan = Span & { seatId: string }

export type NeighbourFacts = SeatSpan & {
  /** In the order of the room. */
  seatIds: string[]
  bookings: SeatSpan[]
  /** The slots of the day, in order. */
  slots: Span[]
  /** What this person already has elsewhere: never offered on top. */
  alsoBusy?: Span[]
  /** What else is not to be had: in the past, or closed on that seat. */
  isAllowed?: (place: SeatSpan) => boolean
}

const MOST_OFFERED = 3

/**
 * What to offer when a wish is taken: the same time on other seats, nearest seat first; then the same seat at the
 * nearest time of the same length, the later one of two that are equally near. At most three.
 */
export function freeNeighbours(facts: NeighbourFacts): SeatSpan[] {
  const isFree = (wish: SeatSpan): boolean =>
    !facts.bookings.some((booking) => booking.seatId === wish.seatId && overlaps(booking, wish)) &&
    !facts.alsoBusy?.some((busy) => overlaps(busy, wish)) &&
    (facts.isAllowed?.(wish) ?? true)
  const found: SeatSpan[] = []
  // Not one more is looked at than is offered: rules that ask many clocks cost more than all the rest of a refusal.
  for (const wish of [...onOtherSeats(facts), ...atOtherTimes(facts)]) {
    if (found.length === MOST_OFFERED) break
    if (isFree(wish)) found.push(wish)
  }
  return found
}

function onOtherSeats({ seatIds, seatId, startsAt, endsAt }: NeighbourFacts): SeatSpan[] {
  const home = seatIds.indexOf(seatId)
  return seatIds
    .map((id, index) => ({ id, stepsAway: Math.abs(index - home) }))
    .filter(({ id }) => id !== seatId)
    .sort((a, b) => a.stepsAway - b.stepsAway)
    .map(({ id }) => ({ seatId: id, startsAt, endsAt }))
}

function atOtherTimes({ seatId, startsAt, endsAt, slots }: NeighbourFacts): SeatSpan[] {
  const lengthMs = msOf(endsAt) - msOf(startsAt)
  const ends = new Set(slots.map((slot) => slot.endsAt))
  return (
    slots
      .map((slot) => ({ seatId, startsAt: slot.startsAt, endsAt: addMs(slot.startsAt, lengthMs) }))
      // An end between two slots would be refused: after a change of clocks, or of the slots' length.
      .filter((span) => span.startsAt !== startsAt && ends.has(span.endsAt))
      .map((span) => ({ span, awayMs: Math.abs(msOf(span.startsAt) - msOf(startsAt)) }))
      // Of two that are equally near the later one: sorting keeps their order.
      .reverse()
      .sort((a, b) => a.awayMs - b.awayMs)
      .map(({ span }) => span)
  )
}

import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Offer } from '../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import {
  bufferMs,
  closedDayIn,
  countedFrom,
  decideDay,
  decideLimits,
  decidePlace,
  withBuffer,
} from '../../../shared/domain/seats/booking-rules.ts'
import type { PlacingFacts, PlacingRefusal } from '../../../shared/domain/seats/bookings.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { overlaps, type Span } from '../../../shared/domain/seats/slots.ts'
import { type Timetable, timetableIn } from '../../../shared/domain/seats/timetable.ts'
import { type Query, together } from '../../storage/engine/query.ts'
import { personToHold } from '../../storage/house/people.ts'
import { roomOfSeat, roomOfSeatToRelyOn, seatToHold } from '../../storage/house/room.ts'
import { countedOf, holderOfSeat, type StoredBooking } from '../../storage/seats/bookings.ts'
import { heldForOther } from '../../storage/seats/waitlist-offers.ts'
import { refuse } from '../refuse.ts'

/** A seat with the rules of its room, as they are until the transaction that asked is over. */
export interface WantedPlace {
  readonly room: HouseRoom
  readonly timetable: Timetable
  readonly facts: PlacingFacts
}

/** Nobody else is placed on the seat meanwhile, and nobody changes the rules; null: there is no such seat. */
export function* placeToHold(now: Instant, seatId: Id): Query<WantedPlace | null> {
  const [room, seat] = yield* together(roomOfSeatToRelyOn(seatId), seatToHold(seatId))
  return room === null || seat === null ? null : placeIn(room, seatId, now)
}

/** The seat as one of its room; null: there is none any more. */
export function placeIn(room: HouseRoom, seatId: Id, now: Instant): WantedPlace | null {
  const number = room.seats.find(({ id }) => id === seatId)?.number
  if (number === undefined) return null
  const timetable = timetableIn(room)
  return { room, timetable, facts: { now, seat: timetable.seat(number) } }
}

/** Whether these people are there; nobody else gives them a place meanwhile. In one order for all, so that no two wait for each other. */
export function* areKnown(...people: readonly (Id | null)[]): Query<boolean> {
  const ids = new Set(people.filter((id) => id !== null))
  return !(yield* together(...[...ids].sort().map(personToHold))).includes(null)
}

/** The times of the seat that a booking is on, perhaps in another room than the one it is to go to. */
export function* timesOfHeld({ room, timetable }: WantedPlace, held: { seatId: Id; seatNumber: number }) {
  if (room.seats.some(({ id }) => id === held.seatId)) return timetable.seat(held.seatNumber)
  const other = yield* roomOfSeat(held.seatId)
  return (other === null ? timetable : timetableIn(other)).seat(held.seatNumber)
}

/** A day with a name is told by it, not by its hours. */
export function refusedBy({ facts: { seat } }: WantedPlace, wish: Span, refusal: PlacingRefusal) {
  const closed = refusal === 'outside_opening_hours' ? closedDayIn(seat, wish) : null
  return closed === null ? refuse(refusal) : ({ ok: false, ...closed } as const)
}

/** Whether the room gives out that day today; null: yes. */
export function refusedDay({ facts }: WantedPlace, wish: Span, held?: Span) {
  const refusal = decideDay(facts, wish, held)
  return refusal === null ? null : ({ ok: false, ...refusal } as const)
}

/** Each with the day it belongs to by the timetable of its own room, whichever room it was that asked. */
export function* onTheirDays<One extends Pick<KeptBooking, 'seatId' | 'seatNumber' | 'startsAt'>>(
  bookings: readonly One[],
  { room, timetable }: Pick<WantedPlace, 'room' | 'timetable'>,
): Query<(One & { day: string })[]> {
  const times = new Map(room.seats.map(({ id }) => [id, timetable]))
  for (const { seatId } of bookings) {
    if (times.has(seatId)) continue
    const other = yield* roomOfSeat(seatId)
    for (const { id } of other?.seats ?? []) if (other !== null) times.set(id, timetableIn(other))
    if (!times.has(seatId)) times.set(seatId, timetable)
  }
  return bookings.map((one) => ({
    ...one,
    day: (times.get(one.seatId) ?? timetable).seat(one.seatNumber).dayOf(one.startsAt),
  }))
}

/** Whether the person, whom nobody else gives a place meanwhile, may have one more; null: yes. */
export function* refusedByLimit(place: WantedPlace, wish: StoredBooking, held?: KeptBooking) {
  const { facts } = place
  const from = countedFrom(facts, wish)
  if (from === null) return null
  const others = yield* onTheirDays(yield* countedOf(wish.personId, from, wish.id), place)
  const [own] = held === undefined ? [] : yield* onTheirDays([held], place)
  const refusal = decideLimits(facts, wish, others, own)
  if (refusal === null) return null
  const { count, per } = refusal.detail
  const personName = others[0]?.personName ?? ''
  const bookings = refusal.detail.bookings.map(({ id, seatId, seatNumber, startsAt, endsAt }) => ({
    ...{ id, seatId, seatNumber, startsAt, endsAt },
  }))
  return { ok: false, code: 'over_limit', detail: { count, per, personName, bookings } } as const
}

/** How long the room holds a place of that day for whoever waits. */
export const holdMinutesOn = (
  { facts: { seat } }: Pick<WantedPlace, 'facts'>,
  { startsAt }: Pick<Span, 'startsAt'>,
): number => seat.rulesOn(seat.dayOf(startsAt)).holdMinutes

/** How long is left free beside bookings of that day. */
export const bufferOn = ({ facts: { seat } }: WantedPlace, { startsAt }: Span): number =>
  bufferMs(seat.rulesOn(seat.dayOf(startsAt)))

/**
 * Whether another booking of the seat, on which nobody else is placed meanwhile, lies too close; null: none does. Edges that the booking has
 * already, on this seat, are not asked about. What lies across it is for the database to refuse.
 */
export function* tooClose(place: WantedPlace, wish: StoredBooking, held?: SeatSpan): Query<'too_close' | null> {
  const ms = bufferOn(place, wish)
  const own = held?.seatId === wish.seatId ? held : undefined
  const asked = {
    startsAt: own !== undefined && wish.startsAt >= own.startsAt ? wish.startsAt : addMs(wish.startsAt, -ms),
    endsAt: own !== undefined && wish.endsAt <= own.endsAt ? wish.endsAt : addMs(wish.endsAt, ms),
  }
  const holder = ms === 0 ? null : yield* holderOfSeat({ seatId: wish.seatId, ...asked }, wish.id)
  return holder === null || overlaps(holder, wish) ? null : 'too_close'
}

/** Whether a place that is held for somebody else lies across it, or closer than the rules leave free. */
export function* heldAcross(place: WantedPlace, wish: StoredBooking): Query<Offer | null> {
  const alone = withBuffer(wish, bufferOn(place, wish))
  return yield* heldForOther({ ...alone, seatId: wish.seatId }, wish.personId)
}

/**
 * What lies beside it closer than the rules leave free: a booking, or a place that is held for somebody else; null: nothing. What lies across it is for the
 * database to refuse.
 */
export function* besideIt(place: WantedPlace, wish: StoredBooking, held?: SeatSpan) {
  if (bufferOn(place, wish) === 0) return null
  if ((yield* tooClose(place, wish, held)) !== null) return 'seat_taken'
  return (yield* heldAcross(place, wish)) === null ? null : 'place_held'
}

/** Whether a place could be asked for now, whoever holds it. */
export function isOffered({ room, timetable, facts: { now } }: WantedPlace, place: SeatSpan): boolean {
  const number = room.seats.find(({ id }) => id === place.seatId)?.number
  if (number === undefined) return false
  const facts = { now, seat: timetable.seat(number) }
  return decidePlace(facts, place) === null
}

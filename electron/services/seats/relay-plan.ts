import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Offer, Wait, WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { WorkCalendar } from '../../../shared/domain/house/work-calendar.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { withBuffer } from '../../../shared/domain/seats/booking-rules.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import { overlaps, type Span } from '../../../shared/domain/seats/slots.ts'
import { type Timetable, timetableIn } from '../../../shared/domain/seats/timetable.ts'
import { fittingPlaces, windowSpan } from '../../../shared/domain/seats/waitlist.ts'
import { heldUntil } from '../../../shared/domain/seats/waitlist-hold.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readCalendar } from '../../storage/house/calendar.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { bookingsOfPeople, heldPlaces, holderOfSeat, type StoredBooking } from '../../storage/seats/bookings.ts'
import { drawnPlacesIn } from '../../storage/seats/draw/places.ts'
import { waitingLine } from '../../storage/seats/waitlist.ts'
import { notTaken, openOffers } from '../../storage/seats/waitlist-offers.ts'
import { bufferOn, heldAcross, holdMinutesOn, isOffered, refusedByLimit, type WantedPlace } from './placing.ts'

export interface Planned {
  readonly wait: Wait
  readonly place: SeatSpan
}

/** Spans by the seat they are on. */
type BySeat = ReadonlyMap<Id, readonly SeatSpan[]>

/** What is known while places are shared out. */
export interface RelayFacts {
  readonly now: Instant
  readonly calendar: WorkCalendar
  readonly rooms: ReadonlyMap<Id, { room: HouseRoom; timetable: Timetable }>
  /** Held by bookings and by offers, or by windows that are drawn, around a span. */
  readonly held: Map<string, { held: BySeat; drawn: BySeat }>
  /** Whether whoever waits may have a time, by wait and time: all seats of a room are alike in that. */
  readonly mayHave: Map<string, boolean>
  readonly planned: Planned[]
  readonly open: readonly Offer[]
  readonly notTaken: readonly (SeatSpan & { waitId: Id })[]
}

export function* relayFacts(now: Instant): Query<RelayFacts> {
  const rooms = yield* houseRooms()
  return {
    now,
    calendar: yield* readCalendar(),
    rooms: new Map(rooms.map((room) => [room.id, { room, timetable: timetableIn(room) }])),
    held: new Map(),
    mayHave: new Map(),
    planned: [],
    open: yield* openOffers(),
    notTaken: yield* notTaken(),
  }
}

/** Who would be offered what, in the order in which they asked. Nothing is written, and others may be at it too. */
export function* planOffers(now: Instant): Query<Planned[]> {
  const facts = yield* relayFacts(now)
  const asked = new Set(facts.open.map(({ waitId }) => waitId))
  for (const wait of yield* waitingLine()) {
    const place = asked.has(wait.id) ? null : yield* placeFor(facts, wait)
    if (place !== null) facts.planned.push({ wait, place })
  }
  return facts.planned
}

function* placeFor(facts: RelayFacts, wait: Wait): Query<SeatSpan | null> {
  const refused = facts.notTaken.filter(({ waitId }) => waitId === wait.id)
  for (const window of wait.windows)
    for (const place of yield* freeIn(facts, wait.roomId, window)) {
      if (refused.some((other) => other.seatId === place.seatId && other.startsAt === place.startsAt)) continue
      if (isHeldElsewhere(facts, wait, place)) continue
      if (yield* mayHave(facts, wait, place)) return place
    }
  return null
}

/** Places of a window that can be asked for now, and that nobody has; or all of them, whoever has them. */
export function* freeIn(
  facts: RelayFacts,
  roomId: Id,
  window: WaitWindow,
  which: 'free' | 'whoever_has_it' = 'free',
): Query<SeatSpan[]> {
  const known = facts.rooms.get(roomId)
  if (known === undefined) return []
  const { room, timetable } = known
  const span = windowSpan(window, room.timeZone)
  if (span.endsAt <= facts.now) return []
  const around = which === 'free' ? yield* heldAround(facts, span) : null
  const planned = bySeat(facts.planned.map(({ place }) => place))
  const seats = room.seats.map(({ id, number }) => ({
    id,
    times: timetable.seat(number),
    held: [...(around?.held.get(id) ?? []), ...(planned.get(id) ?? [])],
    drawn: around?.drawn.get(id) ?? [],
  }))
  return fittingPlaces(window, room.timeZone, seats).filter(
    (place) => place.startsAt > facts.now && isOffered(wantedPlace(facts, roomId, place), place),
  )
}

/** Read once for each window: many wait for the same afternoon. */
function* heldAround(facts: RelayFacts, span: Span): Query<{ held: BySeat; drawn: BySeat }> {
  const key = `${span.startsAt} ${span.endsAt}`
  const known = facts.held.get(key)
  if (known !== undefined) return known
  const wide = { startsAt: addMs(span.startsAt, -LONGEST_BOOKING_MS), endsAt: addMs(span.endsAt, LONGEST_BOOKING_MS) }
  const found = { held: bySeat(yield* heldPlaces(wide)), drawn: bySeat(yield* drawnPlacesIn(wide)) }
  facts.held.set(key, found)
  return found
}

const bySeat = (spans: readonly SeatSpan[]): BySeat => Map.groupBy(spans, ({ seatId }) => seatId)

export function wantedPlace({ rooms, now }: RelayFacts, roomId: Id, place: SeatSpan): WantedPlace {
  const known = rooms.get(roomId)
  const number = known?.room.seats.find(({ id }) => id === place.seatId)?.number
  if (known === undefined || number === undefined) throw new Error('a place without a seat')
  return { ...known, facts: { now, seat: known.timetable.seat(number) } }
}

/** The person is offered another place at that time. */
function isHeldElsewhere({ open, planned }: RelayFacts, wait: Wait, place: Span): boolean {
  const people = [wait.personId, wait.companionId]
  return (
    open.some((offer) => people.includes(offer.personId) && overlaps(offer, place)) ||
    planned.some((other) => people.includes(other.wait.personId) && overlaps(other.place, place))
  )
}

/** Asked once for a time, on however many seats it is free. */
function* mayHave(facts: RelayFacts, wait: Wait, place: SeatSpan): Query<boolean> {
  const key = `${wait.id} ${place.startsAt} ${place.endsAt}`
  const may = facts.mayHave.get(key) ?? (yield* mayHaveThen(facts, wait, place))
  facts.mayHave.set(key, may)
  return may
}

/** Whether somebody is free then, within what the room gives one person, and has time left to answer. */
function* mayHaveThen(facts: RelayFacts, wait: Wait, place: SeatSpan): Query<boolean> {
  const wanted = wantedPlace(facts, wait.roomId, place)
  const { timeZone } = wanted.room
  const holdMinutes = holdMinutesOn(wanted, place)
  if (heldUntil({ ...facts, startsAt: place.startsAt, timeZone, holdMinutes }) === null) return false
  return yield* isFreeFor(wanted, wait, place)
}

/** Whether person and companion are nowhere else, and the person has not as many places as the room allows. */
export function* isFreeFor(wanted: WantedPlace, wait: Wait, place: SeatSpan): Query<boolean> {
  const booking = bookingFor(wait, place, wait.id)
  if ((yield* bookingsOfPeople(booking, booking, booking.id)).length > 0) return false
  return (yield* refusedByLimit(wanted, booking)) === null
}

/** The same, and nobody has it, or lies too close: with seat and people held, so that it stays so. */
export function* isStillFree(wanted: WantedPlace, wait: Wait, place: SeatSpan): Query<boolean> {
  const booking = bookingFor(wait, place, wait.id)
  const alone = { seatId: place.seatId, ...withBuffer(place, bufferOn(wanted, place)) }
  if ((yield* holderOfSeat(alone, wait.id)) !== null || (yield* heldAcross(wanted, booking)) !== null) return false
  return yield* isFreeFor(wanted, wait, place)
}

/** What a place comes to for whoever waits. */
export const bookingFor = (
  { personId, companionId, purpose }: Pick<Wait, 'personId' | 'companionId' | 'purpose'>,
  { seatId, startsAt, endsAt }: SeatSpan,
  id: Id,
): StoredBooking => ({
  ...{ id, seatId, personId, companionId, purpose, startsAt, endsAt },
  ...{ state: 'booked', checkedInAt: null, satById: null, walkUpOf: null, version: 0 },
})

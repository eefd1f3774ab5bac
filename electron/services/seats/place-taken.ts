import type { FreePlace, KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { withBuffer } from '../../../shared/domain/seats/booking-rules.ts'
import { freeNeighbours } from '../../../shared/domain/seats/free-neighbours.ts'
import { overlaps, type Span } from '../../../shared/domain/seats/slots.ts'
import { slotsFrom } from '../../../shared/domain/seats/timetable.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import { type Query, together } from '../../storage/engine/query.ts'
import { roomOfSeat } from '../../storage/house/room.ts'
import {
  bookingsOfPeople,
  heldPlaces,
  holderOfSeat,
  placeSatOn,
  type StoredBooking,
} from '../../storage/seats/bookings.ts'
import { drawnPlacesIn, windowHolding } from '../../storage/seats/draw/places.ts'
import { bufferOn, heldAcross, isOffered, type WantedPlace } from './placing.ts'

/**
 * Who holds the seat, or lies too close, and what is free nearby for these people, for a booking that was refused. `found`: who is known to
 * hold it.
 */
export function* seatTaken(place: WantedPlace, wish: StoredBooking, found: KeptBooking | null = null) {
  const ms = bufferOn(place, wish)
  const across = found ?? (yield* holderOfSeat(wish, wish.id))
  const holder = across ?? (yield* holderOfSeat({ ...wish, ...withBuffer(wish, ms) }, wish.id))
  if (holder === null) throw new GoneMeanwhile('a seat was refused that nobody holds')
  return {
    ok: false,
    code: 'seat_taken',
    detail: {
      seatNumber: holder.seatNumber,
      startsAt: holder.startsAt,
      personName: holder.personName,
      bufferMinutes: overlaps(holder, wish) ? 0 : ms / 60_000,
      free: yield* freePlaces(place, wish),
    },
  } as const
}

/** Until when the place is held for somebody who waits, and what is free nearby; not for whom. */
export function* placeHeld(place: WantedPlace, wish: StoredBooking) {
  const held = yield* heldAcross(place, wish)
  if (held === null) throw new GoneMeanwhile('a place was refused that nobody is offered')
  const { seatNumber, startsAt, expiresAt: until } = held
  return {
    ok: false,
    code: 'place_held',
    detail: { seatNumber, startsAt, until, free: yield* freePlaces(place, wish) },
  } as const
}

/** Which window draws the place, and when. */
export function* toBeDrawn(wish: StoredBooking) {
  const window = yield* windowHolding(wish)
  if (window === null) throw new GoneMeanwhile('a place was refused that is not drawn')
  return { ok: false, code: 'to_be_drawn', detail: window } as const
}

/** Which other booking takes the person, or else the companion, then. `exceptId`: one that does not count. */
export function* personTaken(wish: StoredBooking, exceptId = wish.id) {
  const others = (yield* bookingsOfPeople(wish, wish, wish.id)).filter(({ id }) => id !== exceptId)
  const ofPerson = others.find((other) => other.personId === wish.personId || other.companionId === wish.personId)
  const other = ofPerson ?? others[0]
  if (other === undefined) throw new GoneMeanwhile('a person was refused who is free')
  const isAbout = ofPerson === undefined ? wish.companionId : wish.personId
  return yield* takenBy(
    other,
    wish,
    other.personId === isAbout ? other.personName : (other.companionName ?? other.personName),
  )
}

/**
 * Where whoever sits down by this booking sits already; null: nowhere. A stand-in has no booking there, so that the referee knows nothing of
 * it. Inside the transaction that sits them down, with `sitterOf` it held.
 */
export function* sitsElsewhere(now: Instant, wish: StoredBooking) {
  const other = yield* placeSatOn(sitterOf(wish), wish, now, wish.id)
  return other === null ? null : yield* takenBy(other, wish, other.satByName ?? other.personName)
}

/** Whether somebody who was to sit beside came, nobody says. */
export const sitterOf = ({ personId, satById }: Pick<StoredBooking, 'personId' | 'satById'>): Id => satById ?? personId

function* takenBy(other: KeptBooking, wish: StoredBooking, personName: string) {
  const [its, wished] = [yield* roomOfSeat(other.seatId), yield* roomOfSeat(wish.seatId)]
  const { seatNumber, startsAt, endsAt } = other
  const detail = { personName, seatNumber, isElsewhere: its?.id !== wished?.id, startsAt, endsAt }
  return { ok: false, code: 'person_taken', detail } as const
}

function* freePlaces(place: WantedPlace, wish: StoredBooking): Query<FreePlace[]> {
  const { room, facts } = place
  const ms = bufferOn(place, wish)
  const slots = slotsFrom(facts.seat, facts.seat.dayOf(wish.startsAt))
  const [first, last] = [slots[0], slots.at(-1)]
  const day =
    first === undefined || last === undefined
      ? wish
      : aroundBoth({ startsAt: first.startsAt, endsAt: last.endsAt }, wish)
  const [held, alsoBusy, drawn] = yield* together(
    heldPlaces(withBuffer(day, ms)),
    bookingsOfPeople(wish, day, wish.id),
    drawnPlacesIn(day),
  )
  const places = freeNeighbours({
    seatId: wish.seatId,
    startsAt: wish.startsAt,
    endsAt: wish.endsAt,
    seatIds: room.seats.map((seat) => seat.id),
    // The place a moved booking comes from counts as held: offering it would offer nothing new.
    bookings: [...held.map((one) => ({ ...one, ...withBuffer(one, ms) })), ...drawn],
    slots,
    alsoBusy,
    isAllowed: (span) => isOffered(place, span),
  })
  return places.map((span) => ({
    ...span,
    seatNumber: room.seats.find((seat) => seat.id === span.seatId)?.number ?? 0,
  }))
}

const aroundBoth = (one: Span, other: Span): Span => ({
  startsAt: one.startsAt < other.startsAt ? one.startsAt : other.startsAt,
  endsAt: one.endsAt > other.endsAt ? one.endsAt : other.endsAt,
})

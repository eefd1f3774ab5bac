import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { decideSwap } from '../../../shared/domain/seats/swaps.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personToHold } from '../../storage/house/people.ts'
import {
  type BookingEvent,
  bookingById,
  bookingsInTheWay,
  bookingToChange,
  PlaceTaken,
  type TakenBy,
} from '../../storage/seats/bookings.ts'
import { exchangePlaces } from '../../storage/seats/swaps.ts'
import { refuse } from '../refuse.ts'
import { personTaken, placeHeld, seatTaken, toBeDrawn } from './place-taken.ts'
import { placeToHold, refusedByLimit, type WantedPlace } from './placing.ts'

/** Two bookings with the places they are on, which nobody else changes before the transaction that asked is over. */
export interface HeldPair {
  readonly one: KeptBooking
  readonly other: KeptBooking
  readonly placeOfOne: WantedPlace
  readonly placeOfOther: WantedPlace
}

/** In the order of all who place somebody: rooms and seats, people, bookings; so that no two wait for each other. Null: one of them is not there. */
export function* pairToHold(now: Instant, oneId: Id, otherId: Id): Query<HeldPair | null> {
  const found = [yield* bookingById(oneId), yield* bookingById(otherId)]
  const places = new Map<Id, WantedPlace | null>()
  for (const seatId of inOrder(found.map((booking) => booking?.seatId)))
    places.set(seatId, yield* placeToHold(now, seatId))
  for (const personId of inOrder(found.map((booking) => booking?.personId))) yield* personToHold(personId)
  const held = new Map<Id, KeptBooking | null>()
  for (const id of inOrder([oneId, otherId])) held.set(id, yield* bookingToChange(id))
  const [one, other] = [held.get(oneId) ?? null, held.get(otherId) ?? null]
  if (one === null || other === null) return null
  const [placeOfOne, placeOfOther] = [places.get(one.seatId), places.get(other.seatId)]
  if (placeOfOne === undefined || placeOfOther === undefined) throw new GoneMeanwhile('a booking went to another seat')
  return placeOfOne === null || placeOfOther === null ? null : { one, other, placeOfOne, placeOfOther }
}

/**
 * Each gets the other's place. What was given to the one is given to the other: the timetable is not asked, and what the two leave free beside
 * them stays as it is. Null: done.
 */
export function* exchanged(now: Instant, pair: HeldPair, events: readonly [BookingEvent, BookingEvent]) {
  const { one, other, placeOfOne, placeOfOther } = pair
  const refusal = decideSwap(now, one, other)
  if (refusal !== null) return refuse(refusal)
  const [after, otherAfter] = [movedTo(one, other), movedTo(other, one)]
  const byLimit =
    (yield* refusedByLimit(placeOfOther, after, one)) ?? (yield* refusedByLimit(placeOfOne, otherAfter, other))
  if (byLimit !== null) return byLimit
  try {
    yield* exchangePlaces([one, other], events)
    return null
  } catch (error) {
    if (!(error instanceof PlaceTaken)) throw error
    return (
      (yield* whyNot(error.by, placeOfOther, after, other.id)) ??
      (yield* whyNot(error.by, placeOfOne, otherAfter, one.id)) ??
      gone()
    )
  }
}

/** Why one of the two cannot come to the other's place, from where the other goes away; null: it is not this one. */
function* whyNot(by: TakenBy, place: WantedPlace, booking: KeptBooking, exceptId: Id) {
  try {
    if (by === 'person_taken') return yield* personTaken(booking, exceptId)
    if (by === 'place_held') return yield* placeHeld(place, booking)
    if (by === 'to_be_drawn') return yield* toBeDrawn(booking)
    const holder = (yield* bookingsInTheWay(booking)).find(
      ({ id, seatId }) => seatId === booking.seatId && id !== exceptId && id !== booking.id,
    )
    return holder === undefined ? null : yield* seatTaken(place, booking, holder)
  } catch (error) {
    if (error instanceof GoneMeanwhile) return null
    throw error
  }
}

function gone(): never {
  throw new GoneMeanwhile('a swap was refused that nothing hinders')
}

const movedTo = (booking: KeptBooking, { seatId, seatNumber, startsAt, endsAt }: KeptBooking): KeptBooking => ({
  ...booking,
  ...{ seatId, seatNumber, startsAt, endsAt },
})

const inOrder = (ids: readonly (Id | undefined)[]): Id[] => [...new Set(ids.filter((id) => id !== undefined))].sort()

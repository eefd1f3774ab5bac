import type { Asker } from '../../../shared/contract/services.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { decidePlace } from '../../../shared/domain/seats/booking-rules.ts'
import { type Query, together } from '../../storage/engine/query.ts'
import { personById } from '../../storage/house/people.ts'
import { roomOfSeat } from '../../storage/house/room.ts'
import { holderOfSeat, type StoredBooking } from '../../storage/seats/bookings.ts'
import { refusedFor } from './booking-for.ts'
import { seatTaken } from './place-taken.ts'
import { placeIn, refusedByLimit, type WantedPlace } from './placing.ts'

/** Why the rules, whoever sits where, let nobody have this place, or not this person; null: they do. */
export function* refusedReservation(place: WantedPlace, booking: StoredBooking, asker: Asker) {
  const notForThem = yield* refusedFor(booking.personId, asker)
  if (notForThem !== null) return notForThem
  const refusal = decidePlace(place.facts, booking)
  return refusal === null ? yield* refusedByLimit(place, booking) : ({ ok: false, ...refusal } as const)
}

/**
 * The refusal of a wish for a seat that somebody has already, found without holding anything: of sixty-four who want one seat most come when it is given out, and need not wait for each
 * other to be told. Null where nobody is seen on the seat, or something else is in the way as well: that is decided while seat and people are held.
 */
export function* plainlyTaken(now: Instant, booking: StoredBooking, asker: Asker) {
  const holder = yield* holderOfSeat(booking, booking.id)
  if (holder === null) return null
  const [room, person, companion] = yield* together(
    roomOfSeat(booking.seatId),
    personById(booking.personId),
    companionOf(booking),
  )
  const place = room === null ? null : placeIn(room, booking.seatId, now)
  if (place === null || person === null || companion === null) return null
  if ((yield* refusedReservation(place, booking, asker)) !== null) return null
  return yield* seatTaken(place, booking, holder)
}

/** Null: nobody knows them. */
function* companionOf({ companionId }: StoredBooking): Query<'nobody' | object | null> {
  return companionId === null ? 'nobody' : yield* personById(companionId)
}

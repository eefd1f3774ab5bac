import type { KeptBooking, PersonTaken } from '../../../shared/contract/seats/bookings.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { decideCheckIn } from '../../../shared/domain/seats/bookings.ts'
import { standInOf } from '../../../shared/domain/seats/no-shows.ts'
import type { Query } from '../../storage/engine/query.ts'
import { onceKnownToHold, personName } from '../../storage/house/people.ts'
import {
  bookingById,
  bookingsOfPeople,
  bookingToChange,
  holderOfSeat,
  PlaceTaken,
  updateBooking,
} from '../../storage/seats/bookings.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { oneWithCheckIn } from '../seats/check-in-window.ts'
import { sitsElsewhere, sitterOf } from '../seats/place-taken.ts'

type Taken =
  | { ok: true; value: KeptBooking }
  | { ok: false; code: 'booking_not_found'; detail: Record<string, never> }
  | { ok: false; code: 'booking_over'; detail: Record<string, never> }
  | { ok: false; code: 'too_early'; detail: { opensAt: Instant } }
  | { ok: false; code: 'place_taken'; detail: { personName: string } }
  | { ok: false; code: 'person_taken'; detail: PersonTaken }

/**
 * The booking a session starts from, checked in when it was not. `listenerId`: where the booking names somebody else, they stand in. `isCutOff`: where they sit
 * besides is not to be known here, and nothing keeps anybody from listening. Inside a transaction.
 */
export function* takeBooking(
  { clock, isCutOff }: Pick<HouseParts, 'clock'> & { isCutOff(): boolean },
  bookingId: Id,
  listenerId: Id | null,
  asker: Asker,
): Query<Taken> {
  // Who stood in when it was checked in, did so, whoever listens then.
  const sitterId = (yield* personName(listenerId)) === null ? null : listenerId
  const satByIn = (one: KeptBooking) => standInOf(one, sitterId) ?? one.satById
  const known = yield* bookingById(bookingId)
  if (known !== null) yield* onceKnownToHold(sitterOf({ ...known, satById: satByIn(known) }))
  const booking = yield* bookingToChange(bookingId)
  if (booking === null) return refuse('booking_not_found')
  const now = clock.now()
  const told = yield* oneWithCheckIn(booking)
  const refusal = decideCheckIn(now, told)
  switch (refusal) {
    case 'not_found':
      return refuse('booking_not_found')
    case 'already_over':
      return refuse('booking_over')
    case 'too_early':
      return { ok: false, code: 'too_early', detail: { opensAt: told.checkInOpensAt } }
  }
  const satById = satByIn(booking)
  if (booking.state === 'checked_in' && satById === booking.satById) return accept(booking)
  const checkedIn = { state: 'checked_in', checkedInAt: booking.checkedInAt ?? now, satById } as const
  const elsewhere = isCutOff() ? null : yield* sitsElsewhere(now, { ...booking, ...checkedIn })
  if (elsewhere !== null) return elsewhere
  const event = { id: clock.newId(), at: now, actorId: asker.personId, what: 'checked_in' } as const
  try {
    yield* updateBooking(booking, checkedIn, event)
  } catch (error) {
    // A no-show's place, by now.
    if (!(error instanceof PlaceTaken)) throw error
    const other = (yield* holderOfSeat(booking, bookingId)) ?? (yield* bookingsOfPeople(booking, booking, bookingId))[0]
    return { ok: false, code: 'place_taken', detail: { personName: other?.personName ?? '' } }
  }
  return accept({ ...booking, ...checkedIn, version: booking.version + 1 })
}

/** Marks the booking of an ended session done. Inside a transaction. */
export function* finishBooking({ clock }: Pick<HouseParts, 'clock'>, booking: KeptBooking, asker: Asker): Query<void> {
  if (booking.state !== 'checked_in') return
  const event = { id: clock.newId(), at: clock.now(), actorId: asker.personId, what: 'done' } as const
  yield* updateBooking(booking, { state: 'done' }, event)
}

import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { decideCheckIn } from '../../../shared/domain/seats/bookings.ts'
import type { Query } from '../../storage/engine/query.ts'
import { bookingToChange, updateBooking } from '../../storage/seats/bookings.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { oneWithCheckIn } from '../seats/check-in-window.ts'

type Taken =
  | { ok: true; value: KeptBooking }
  | { ok: false; code: 'booking_not_found'; detail: Record<string, never> }
  | { ok: false; code: 'booking_over'; detail: Record<string, never> }
  | { ok: false; code: 'too_early'; detail: { opensAt: Instant } }

/** The booking a session starts from, checked in when it was not. Inside a transaction. */
export function* takeBooking({ clock }: Pick<HouseParts, 'clock'>, bookingId: Id, asker: Asker): Query<Taken> {
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
  if (booking.state === 'checked_in') return accept(booking)
  const checkedIn = { state: 'checked_in', checkedInAt: now } as const
  const event = { id: clock.newId(), at: now, actorId: asker.personId, what: 'checked_in' } as const
  yield* updateBooking(booking, checkedIn, event)
  return accept({ ...booking, ...checkedIn, version: booking.version + 1 })
}

/** Marks the booking of an ended session done. Inside a transaction. */
export function* finishBooking({ clock }: Pick<HouseParts, 'clock'>, booking: KeptBooking, asker: Asker): Query<void> {
  if (booking.state !== 'checked_in') return
  const event = { id: clock.newId(), at: clock.now(), actorId: asker.personId, what: 'done' } as const
  yield* updateBooking(booking, { state: 'done' }, event)
}

import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { checkInOpensAt, decideCheckIn } from '../../../shared/domain/seats/bookings.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { bookingById, updateBooking } from '../../storage/seats/bookings.ts'
import type { ServiceParts } from '../parts.ts'

type Taken =
  | { ok: true; value: Booking }
  | { ok: false; code: 'booking_not_found'; detail: Record<string, never> }
  | { ok: false; code: 'booking_over'; detail: Record<string, never> }
  | { ok: false; code: 'too_early'; detail: { opensAt: Instant } }

/** The booking a session starts from, checked in when it was not. Inside a transaction. */
export function takeBooking({ db, clock }: ServiceParts, bookingId: Id, asker: Asker): Taken {
  const booking = runOn(db, bookingById(bookingId))
  if (booking === null) return { ok: false, code: 'booking_not_found', detail: {} }
  const now = clock.now()
  const refusal = decideCheckIn(now, booking)
  switch (refusal) {
    case 'not_found':
      return { ok: false, code: 'booking_not_found', detail: {} }
    case 'already_over':
      return { ok: false, code: 'booking_over', detail: {} }
    case 'too_early':
      return { ok: false, code: 'too_early', detail: { opensAt: checkInOpensAt(booking) } }
  }
  if (booking.state === 'checked_in') return { ok: true, value: booking }
  const checkedIn = { state: 'checked_in', checkedInAt: now } as const
  const event = { id: clock.newId(), at: now, actorId: asker.personId, what: 'checked_in' } as const
  runOn(db, updateBooking(booking, checkedIn, event))
  return { ok: true, value: { ...booking, ...checkedIn, version: booking.version + 1 } }
}

/** Marks the booking of an ended session done. Inside a transaction. */
export function finishBooking({ db, clock }: ServiceParts, bookingId: Id, asker: Asker): void {
  const booking = runOn(db, bookingById(bookingId))
  if (booking === null || booking.state !== 'checked_in') return
  const event = { id: clock.newId(), at: clock.now(), actorId: asker.personId, what: 'done' } as const
  runOn(db, updateBooking(booking, { state: 'done' }, event))
}

import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { isMissed } from '../../../shared/domain/seats/no-shows.ts'
import { type BookingEvent, bookingById, bookingToChange, updateBooking } from '../../storage/seats/bookings.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { oneWithCheckIn } from './check-in-window.ts'

export function noShowsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'noShows'> {
  const eventOf = (what: BookingEvent['what'], asker: Asker, reason: string | null = null): BookingEvent => ({
    ...{ id: clock.newId(), at: clock.now(), actorId: asker.personId },
    ...{ what, reason: reason === null ? null : maskText(reason).text },
  })
  /** What is missed holds no place, so it meets nothing. */
  function* settle(booking: KeptBooking, state: 'no_show' | 'excused', event: BookingEvent) {
    yield* updateBooking(booking, { state }, event)
    return accept(yield* oneWithCheckIn((yield* bookingById(booking.id)) ?? booking))
  }

  return {
    excuse: ({ bookingId, reason }, asker) =>
      engine.transact(function* () {
        const booking = yield* bookingToChange(bookingId)
        if (booking === null) return refuse('not_found')
        if (booking.state === 'excused') return accept(yield* oneWithCheckIn(booking))
        if (!isMissed(booking)) return refuse('not_missed')
        return yield* settle(booking, 'excused', eventOf('excused', asker, reason))
      }),

    countAgain: ({ bookingId }, asker) =>
      engine.transact(function* () {
        const booking = yield* bookingToChange(bookingId)
        if (booking === null) return refuse('not_found')
        if (booking.state === 'no_show') return accept(yield* oneWithCheckIn(booking))
        if (!isMissed(booking)) return refuse('not_missed')
        return yield* settle(booking, 'no_show', eventOf('counted_again', asker))
      }),
  }
}

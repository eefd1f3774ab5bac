import { type BookingNews, MOST_NEWS } from '../../../shared/contract/seats/booking-news.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { keepRead, newsOf } from '../../storage/seats/booking-news.ts'
import { bookingById } from '../../storage/seats/bookings.ts'
import { NEWS_LAST_MS } from '../../storage/seats/forgotten-news.ts'
import type { HouseParts } from '../parts.ts'
import { accept } from '../refuse.ts'

/** What others did to somebody's places: of all desks, so that it is read once. */
export function bookingNewsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'bookingNews'> {
  return {
    list: ({ personId }) =>
      engine.read(function* () {
        const news: BookingNews[] = []
        for (const { bookingId, knownState, lastWhat, ...told } of yield* newsOf(
          personId,
          addMs(clock.now(), -NEWS_LAST_MS),
          MOST_NEWS,
        )) {
          const booking = yield* bookingById(bookingId)
          if (booking !== null) {
            const swap = lastWhat === 'swapped' ? ({ isSwap: true } as const) : {}
            news.push({ what: kindOf(booking, knownState), booking, ...told, ...swap })
          }
        }
        return accept(news)
      }),

    read: ({ eventIds }, { personId }) =>
      engine.transact(function* () {
        if (personId !== null) yield* keepRead(personId, eventIds)
        return accept({})
      }),
  }
}

function kindOf({ state }: KeptBooking, known: KeptBooking['state']): BookingNews['what'] {
  if (state === 'cancelled') return 'cancelled'
  return known === 'cancelled' ? 'back' : 'moved'
}

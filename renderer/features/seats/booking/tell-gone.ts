import i18next from 'i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { client } from '../../../lib/client.ts'
import { timeOn } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { ask } from '../../../ui/ask.ts'
import { notify } from '../../../ui/notices.ts'
import { bookingName } from '../seats.actions.ts'

/** A booking went from under the hand that was changing it, or that was to swap it: says who did what to it, and what came of the hand's own. */
export async function tellGone(booking: Booking, hand: 'change' | 'swap' = 'change'): Promise<void> {
  const answer = await ask(client.bookings.history({ bookingId: booking.id }))
  const last = answer?.ok === true ? answer.value[0] : undefined
  // The same as before: another day is looked at.
  if (last === undefined || last.booking.version === booking.version) return
  const words = () => i18next.getFixedT(null, 'seats')
  const time = () => timeOn(todayIn(placeNow()), last.at, placeNow())
  notify({
    tone: 'info',
    title: () =>
      words()('gone.title', {
        ...{ name: last.actorName ?? words()('history.somebody'), what: words()(`history.${last.what}`) },
        ...{ place: bookingName(booking), time: time() },
      }),
    hint: () => words()(hand === 'swap' ? 'gone.swapHint' : 'gone.hint'),
  })
}

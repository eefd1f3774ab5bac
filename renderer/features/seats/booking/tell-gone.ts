import i18next from 'i18next'
import type { BookingChange, KeptBooking } from '../../../../shared/contract/seats/bookings.ts'
import type { Stale } from '../../../../shared/contract/versions.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { timeOn } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import { seatRoomNow } from '../../../lib/seat-rooms.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifyFailure } from '../../../ui/notices.ts'
import { bookingName } from './booking-name.ts'

/** What the hand was doing with it. */
export type Hand = 'change' | 'swap' | 'move' | 'cancel'

const HINTS = { change: 'gone.hint', swap: 'gone.swapHint', move: 'gone.moveHint', cancel: null } as const

/** A booking went from under the hand: says who did what to whose and when, and what came of the hand's own. */
export async function tellGone(booking: KeptBooking, hand: Hand = 'change'): Promise<void> {
  const answer = await ask(client.bookings.history({ bookingId: booking.id }))
  const last = answer?.ok === true ? answer.value[0] : undefined
  // The same as before: another day is looked at.
  if (last === undefined || last.booking.version === booking.version) return
  tellWhatCame(booking, last, hand)
}

/** Sent too late: that somebody cancelled it is said as it is, any other change by what is different now. */
export async function tellStale(booking: KeptBooking, stale: Stale, hand: Hand): Promise<void> {
  const answer = await ask(client.bookings.history({ bookingId: booking.id }))
  const last = answer?.ok === true ? answer.value[0] : undefined
  if (last?.booking.state === 'cancelled') tellWhatCame(booking, last, hand)
  else notifyFailure(() => failureOf({ ok: false, code: 'stale', detail: stale }))
}

function tellWhatCame(booking: KeptBooking, last: BookingChange, hand: Hand): void {
  const hint = HINTS[hand]
  const words = () => i18next.getFixedT(null, 'seats')
  // By the clock of its room, as its place is told.
  const time = () => {
    const { place, timed } = seatRoomNow(booking)
    return timed(timeOn(todayIn(place), last.at, place))
  }
  notify({
    tone: 'info',
    title: () =>
      words()('gone.title', {
        ...{ name: last.actorName ?? words()('history.somebody'), what: words()(`history.${last.what}`) },
        ...{ whose: booking.personName, place: bookingName(booking), time: time() },
      }),
    hint: hint === null ? undefined : () => words()(hint),
  })
}

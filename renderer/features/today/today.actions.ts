import i18next from 'i18next'
import type { Booking } from '../../../shared/contract/bookings.ts'
import type { Session } from '../../../shared/contract/sessions.ts'
import { client } from '../../lib/client.ts'
import { failureOf } from '../../lib/errors.ts'
import { timeOfDay } from '../../lib/formats.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useRoomZone } from '../../lib/place-store.ts'
import { notify, notifyFailure, notifySuccess } from '../../ui/notices.ts'

const hourOf = (at: string) => timeOfDay(at, { language: currentLanguage(), timeZone: useRoomZone.getState().timeZone })

/** Starts the session of a booking (and checks it in); null when it was refused, with the reason shown. */
export async function sitDown(booking: Booking): Promise<Session | null> {
  const t = i18next.getFixedT(null, 'today')
  try {
    const answer = await client.sessions.start({
      bookingId: booking.id,
      listenerId: booking.personId,
      purpose: booking.purpose,
    })
    if (answer.ok) return answer.value
    if (answer.code === 'too_early') {
      notify({ tone: 'info', title: t('next.tooEarly', { time: hourOf(answer.detail.opensAt) }) })
    } else notifyFailure(failureOf(answer))
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
  return null
}

export async function checkIn(booking: Booking): Promise<void> {
  const t = i18next.getFixedT(null, 'today')
  try {
    const answer = await client.bookings.checkIn({ bookingId: booking.id })
    if (answer.ok) notifySuccess(t('next.checkedInNow', { number: answer.value.seatNumber }))
    else if (answer.code === 'too_early') {
      notify({ tone: 'info', title: t('next.tooEarly', { time: hourOf(answer.detail.opensAt) }) })
    } else notifyFailure(failureOf(answer))
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
}

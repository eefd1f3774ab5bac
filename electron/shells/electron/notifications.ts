import { Notification } from 'electron'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Offer } from '../../../shared/contract/seats/waitlist.ts'
import type { Timers } from './timers.ts'
import { fill, type Words } from './words.ts'

const timeOfDay = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant))

export function reminderText(words: Words, booking: Booking, minutesAhead: number, timeZone: string) {
  const title = booking.purpose === 'listen' ? words.reminder.title : words.reminder.titleAnswer
  return {
    title: fill(title, { minutes: minutesAhead }),
    body: fill(words.reminder.body, {
      seat: booking.seatNumber,
      from: timeOfDay(booking.startsAt, timeZone),
      to: timeOfDay(booking.endsAt, timeZone),
    }),
  }
}

/** Held until when, or booked already; and which place. */
export function offerText(words: Words, { state, seatNumber, startsAt, endsAt, expiresAt }: Offer, timeZone: string) {
  const day = (instant: string) =>
    new Intl.DateTimeFormat('en-CA', { month: '2-digit', day: '2-digit', timeZone }).format(new Date(instant))
  const moment = (instant: string) => `${day(instant)} ${timeOfDay(instant, timeZone)}`
  const title = state === 'open' ? words.offer.held : words.offer.taken
  return {
    title: fill(title, { seat: seatNumber, until: moment(expiresAt) }),
    body: fill(words.offer.body, { from: moment(startsAt), to: timeOfDay(endsAt, timeZone) }),
  }
}

/** Held until they are gone: a collected notification loses its click. */
const shown = new Set<Notification>()

/** Some systems neither show a notification nor say that they will not, «do not disturb» among them. */
const SEEN_WITHIN_MS = 5_000

/** Resolves once the person can see it; rejects where the system shows none, or says nothing of it for a while. */
export async function notify(
  text: { title: string; body: string },
  clicked: () => void,
  timers: Timers,
): Promise<void> {
  if (!Notification.isSupported()) throw new Error('no notifications here')
  const notification = new Notification(text)
  shown.add(notification)
  const seen = new Promise<void>((resolve, reject) => {
    const giveUp = (problem: string) => {
      shown.delete(notification)
      reject(new Error(problem))
    }
    const callOff = timers.after(SEEN_WITHIN_MS, () => {
      // The window says it now: it must not come a second time, late.
      notification.close()
      giveUp('the system says nothing of it')
    })
    notification.once('show', () => {
      callOff()
      resolve()
    })
    notification.once('failed', (_, problem) => {
      callOff()
      giveUp(problem)
    })
  })
  notification.on('click', () => {
    shown.delete(notification)
    clicked()
  })
  notification.on('close', () => shown.delete(notification))
  notification.show()
  return seen
}

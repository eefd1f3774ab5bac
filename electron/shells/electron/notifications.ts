import { Notification } from 'electron'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
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

/** Held until they are gone: a collected notification loses its click. */
const shown = new Set<Notification>()

/** Resolves once the person can see it; rejects where the system shows none. */
export async function notify(text: { title: string; body: string }, clicked: () => void): Promise<void> {
  if (!Notification.isSupported()) throw new Error('no notifications here')
  const notification = new Notification(text)
  shown.add(notification)
  const seen = new Promise<void>((resolve, reject) => {
    notification.once('show', () => resolve())
    notification.once('failed', (_, problem) => {
      shown.delete(notification)
      reject(new Error(problem))
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

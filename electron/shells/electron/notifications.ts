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

export function notify(text: { title: string; body: string }, clicked: () => void): void {
  if (!Notification.isSupported()) return
  const notification = new Notification(text)
  shown.add(notification)
  notification.on('click', () => {
    shown.delete(notification)
    clicked()
  })
  notification.on('close', () => shown.delete(notification))
  notification.show()
}

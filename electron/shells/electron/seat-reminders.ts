import { z } from 'zod'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Door } from '../../door.ts'
import type { Timers } from './timers.ts'

const remindBeforeMs = 15 * 60_000
const lookAgainMs = 20_000

/** A booking moved to another time is a new appointment, so it is told again. */
const appointment = (booking: Booking) => `${booking.id} ${booking.startsAt}`

/** The bookings to tell about now: not checked in, not begun, within the next 15 minutes, not told yet. */
function dueReminders(bookings: readonly Booking[], now: string, told: ReadonlySet<string>): Booking[] {
  return bookings.filter((booking) => {
    const aheadMs = Date.parse(booking.startsAt) - Date.parse(now)
    return booking.state === 'booked' && aheadMs > 0 && aheadMs <= remindBeforeMs && !told.has(appointment(booking))
  })
}

export interface ReminderParts {
  call: Door
  on(listener: (event: EarshotEvent) => void): () => void
  timers: Timers
  now(): string
  /** Who sits here; null before the first run. */
  me(): string | null
  remind(booking: Booking, minutesAhead: number): void
}

/** Looks at my bookings every 20 s and when they change; tells each appointment once. Returns the way to stop. */
export function watchSeatReminders({ call, on, timers, now, me, remind }: ReminderParts): () => void {
  const told = new Set<string>()
  const look = async () => {
    const personId = me()
    if (personId === null) return
    const answer = await call('bookings.upcoming', { personId })
    const bookings = answer.ok ? z.array(Booking).safeParse(answer.value) : null
    if (!bookings?.success) return
    const current = now()
    for (const booking of dueReminders(bookings.data, current, told)) {
      told.add(appointment(booking))
      remind(booking, Math.ceil((Date.parse(booking.startsAt) - Date.parse(current)) / 60_000))
    }
  }
  const stopHearing = on((event) => {
    if (event.kind !== 'changed') return
    if (event.topics.includes('bookings') || event.topics.includes('settings')) void look()
  })
  const stopLooking = timers.every(lookAgainMs, () => void look())
  void look()
  return () => {
    stopHearing()
    stopLooking()
  }
}

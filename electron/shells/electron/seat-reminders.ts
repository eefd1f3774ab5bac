import { z } from 'zod'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { OwnDoor } from '../../door.ts'
import type { Timers } from './timers.ts'

const lookAgainMs = 20_000

export interface ReminderParts {
  call: OwnDoor
  on(listener: (event: EarshotEvent) => void): () => void
  timers: Timers
  /** Shows it; rejects when the system could not. */
  remind(booking: Booking): Promise<void>
  /** Tells the window that there is something to say, where one is open. */
  remindInWindow(): void
}

/**
 * Asks for seats to tell about every 20 s, and when bookings or the person here change. A seat counts as told once its notification is
 * seen; what the system could not show the window says, and it is tried again until somebody has. Returns the way to stop.
 */
export function watchSeatReminders({ call, on, timers, remind, remindInWindow }: ReminderParts): () => void {
  /** On their way to the screen: not told yet, and not to be sent twice. */
  const sent = new Set<string>()
  const tell = async (booking: Booking) => {
    const appointment = `${booking.id} ${booking.startsAt}`
    if (sent.has(appointment)) return
    sent.add(appointment)
    try {
      await remind(booking)
      await call('bookings.reminded', { bookingId: booking.id })
    } catch {
      remindInWindow()
      sent.delete(appointment)
    }
  }
  const look = async () => {
    const answer = await call('bookings.dueReminders', {})
    const due = answer.ok ? z.array(Booking).safeParse(answer.value) : null
    for (const booking of due?.data ?? []) void tell(booking)
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

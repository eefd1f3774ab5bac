import { z } from 'zod'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Door } from '../../door.ts'
import type { Timers } from './timers.ts'

const lookAgainMs = 20_000

export interface ReminderParts {
  call: Door
  on(listener: (event: EarshotEvent) => void): () => void
  timers: Timers
  remind(booking: Booking): void
}

/** Asks for seats to tell about every 20 s, and when bookings or the person here change. Returns the way to stop. */
export function watchSeatReminders({ call, on, timers, remind }: ReminderParts): () => void {
  const look = async () => {
    const answer = await call('bookings.takeReminders', {})
    const due = answer.ok ? z.array(Booking).safeParse(answer.value) : null
    for (const booking of due?.data ?? []) remind(booking)
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

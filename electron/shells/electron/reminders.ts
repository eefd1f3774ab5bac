import { z } from 'zod'
import { minutesUntil } from '../../../shared/domain/seats/reminders.ts'
import type { OpenConsole } from '../../compose.ts'
import { notify, offerText, reminderText } from './notifications.ts'
import { watchOffers } from './offer-notices.ts'
import { watchSeatReminders } from './seat-reminders.ts'
import type { Timers } from './timers.ts'
import type { Words } from './words.ts'

const RoomZone = z.object({ timeZone: z.string() })

export interface ReminderDesk {
  console: Pick<OpenConsole, 'call' | 'on'>
  words(): Words
  timers: Timers
  now(): string
  /** The person clicked a reminder. */
  clicked(): void
  /** The system could not show one. */
  remindInWindow(): void
}

/** «Your seat in 15 minutes» and «a seat is held for you» as notifications of the system, their times in the room's zone. */
export function remindOfSeats({ console, words, timers, now, clicked, remindInWindow }: ReminderDesk): () => void {
  const parts = { call: console.call, on: console.on, timers, remindInWindow }
  const zoneNow = async () => {
    const room = await console.call('room.get', {})
    const zone = room.ok ? RoomZone.safeParse(room.value) : null
    return zone?.data?.timeZone ?? 'Asia/Shanghai'
  }
  const stopReminding = watchSeatReminders({
    ...parts,
    remind: async (booking) => {
      const zone = await zoneNow()
      await notify(reminderText(words(), booking, minutesUntil(booking.startsAt, now()), zone), clicked, timers)
    },
  })
  const stopOffering = watchOffers({
    ...parts,
    remind: async (offer) => notify(offerText(words(), offer, await zoneNow()), clicked, timers),
  })
  return () => {
    stopReminding()
    stopOffering()
  }
}

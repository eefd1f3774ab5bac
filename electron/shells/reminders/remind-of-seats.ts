import { z } from 'zod'
import type { OpenConsole } from '../../compose.ts'
import type { Timers } from '../timers.ts'
import type { Words } from '../words.ts'
import { watchOffers } from './offer-notices.ts'
import { type NoticeText, offerText, reminderText } from './reminder-text.ts'
import { watchSeatReminders } from './seat-reminders.ts'

const RoomZone = z.object({ timeZone: z.string() })

export interface ReminderDesk {
  console: Pick<OpenConsole, 'call' | 'on'>
  words(): Words
  timers: Timers
  now(): string
  /** Resolves once the system shows it; rejects where it does not. */
  notify(text: NoticeText): Promise<void>
  /** The system could not show one. */
  remindInWindow(): void
}

/** «Your seat in 15 minutes» and «a seat is held for you» as notifications of the system, their times in the room's zone. */
export function remindOfSeats({ console, words, timers, now, notify, remindInWindow }: ReminderDesk): () => void {
  const parts = { call: console.call, on: console.on, timers, remindInWindow }
  const zoneNow = async () => {
    const room = await console.call('room.get', {})
    const zone = room.ok ? RoomZone.safeParse(room.value) : null
    return zone?.data?.timeZone ?? 'Asia/Shanghai'
  }
  const stopReminding = watchSeatReminders({
    ...parts,
    remind: (reminder) => notify(reminderText(words(), reminder, now())),
  })
  const stopOffering = watchOffers({
    ...parts,
    remind: async (offer) => notify(offerText(words(), offer, await zoneNow())),
  })
  return () => {
    stopReminding()
    stopOffering()
  }
}

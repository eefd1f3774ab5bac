import type { OpenConsole } from '../../compose.ts'
import type { Timers } from '../timers.ts'
import type { Words } from '../words.ts'
import { watchOffers } from './offer-notices.ts'
import { type NoticeText, offerText, reminderText } from './reminder-text.ts'
import { watchSeatReminders } from './seat-reminders.ts'

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

/** «Your seat in 15 minutes» and «a seat is held for you» as notifications of the system, each by the clock of its room. */
export function remindOfSeats({ console, words, timers, now, notify, remindInWindow }: ReminderDesk): () => void {
  const parts = { call: console.call, on: console.on, timers, remindInWindow }
  const stopReminding = watchSeatReminders({
    ...parts,
    remind: (reminder) => notify(reminderText(words(), reminder, now())),
  })
  const stopOffering = watchOffers({
    ...parts,
    remind: (offer) => notify(offerText(words(), offer, now())),
  })
  return () => {
    stopReminding()
    stopOffering()
  }
}

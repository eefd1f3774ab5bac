import { z } from 'zod'
import { minutesUntil } from '../../../shared/domain/seats/reminders.ts'
import type { OpenConsole } from '../../compose.ts'
import { notify, reminderText } from './notifications.ts'
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

/** «Your seat in 15 minutes» as a notification of the system, its times in the room's zone. */
export function remindOfSeats({ console, words, timers, now, clicked, remindInWindow }: ReminderDesk): () => void {
  return watchSeatReminders({
    call: console.call,
    on: console.on,
    timers,
    remindInWindow,
    remind: async (booking) => {
      const room = await console.call('room.get', {})
      const zone = room.ok ? RoomZone.safeParse(room.value) : null
      const minutes = minutesUntil(booking.startsAt, now())
      await notify(reminderText(words(), booking, minutes, zone?.data?.timeZone ?? 'Asia/Shanghai'), clicked, timers)
    },
  })
}

import { z } from 'zod'
import type { ConsoleOptions, OpenConsole } from '../../compose.ts'
import { notify, reminderText } from './notifications.ts'
import { watchSeatReminders } from './seat-reminders.ts'
import type { Timers } from './timers.ts'
import type { Words } from './words.ts'

const RoomZone = z.object({ timeZone: z.string() })

export interface ReminderDesk {
  console: Pick<OpenConsole, 'call' | 'on'>
  settings: Pick<ConsoleOptions['settings'], 'read'>
  words(): Words
  timers: Timers
  now(): string
  /** The person clicked a reminder. */
  clicked(): void
}

/** «Your seat in 15 minutes» as a notification of the system, its times in the room's zone. */
export function remindOfSeats({ console, settings, words, timers, now, clicked }: ReminderDesk): () => void {
  return watchSeatReminders({
    call: console.call,
    on: console.on,
    timers,
    now,
    me: () => settings.read().me,
    remind: async (booking, minutesAhead) => {
      const room = await console.call('room.get', {})
      const zone = room.ok ? RoomZone.safeParse(room.value) : null
      notify(reminderText(words(), booking, minutesAhead, zone?.data?.timeZone ?? 'Asia/Shanghai'), clicked)
    },
  })
}

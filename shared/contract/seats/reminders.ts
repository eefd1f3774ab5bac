import { z } from 'zod'
import { entry } from '../entry.ts'
import { reminderKinds } from '../house/reminder-kinds.ts'
import { Id, Nothing } from '../values.ts'
import { everyone } from '../who.ts'
import { Booking, InRoom } from './bookings.ts'

const ReminderKind = z.enum(reminderKinds)

/** A seat to tell somebody about now, in the words of its room's clock. */
export const Reminder = Booking.extend({ kind: ReminderKind, ...InRoom.shape })
export type Reminder = z.infer<typeof Reminder>

export const reminders = {
  /**
   * The seats to tell the person here about now, each once: the latest of the kinds that are switched on and whose time has come, unless it or a later one
   * was told of that place, by what `told` knows. A booking that is moved is told anew. None in quiet hours: what falls into them comes a quarter of an
   * hour before they begin, the day before in the morning where that is the day before still. Of a place that somebody took for themselves after the moment of
   * a reminder, only the last 15 minutes are told. Asking changes nothing.
   */
  due: entry({ where: 'desk', who: everyone, input: Nothing, output: z.array(Reminder), refusals: {}, changes: [] }),
  /**
   * The person was told, or is in a moment: known from then on, also after a restart and by whatever clock. Of two windows that are about to tell, one is
   * the first.
   */
  told: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ bookingId: Id, kind: ReminderKind }),
    output: z.object({ isFirst: z.boolean() }),
    refusals: { not_found: Nothing },
    changes: [],
  }),
}

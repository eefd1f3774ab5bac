import { Reminder } from '../../../shared/contract/seats/reminders.ts'
import { type TellingParts, tellWhatIsDue } from './tell-what-is-due.ts'

/** Whoever was reminded knows of the booking, also where somebody else made it a moment ago. */
const reminding =
  ({ remind, call }: TellingParts<Reminder>) =>
  async (reminder: Reminder): Promise<void> => {
    await remind(reminder)
    const own = [{ kind: 'details', ofId: reminder.id }]
    // Where the hub is away it is told once more than needed.
    void call('ownNews.shown', { own }).catch(() => {})
  }

/** Seats that begin soon. A seat that is moved is another appointment. */
export const watchSeatReminders = (parts: TellingParts<Reminder>): (() => void) =>
  tellWhatIsDue(
    { ...parts, remind: reminding(parts) },
    {
      ask: 'reminders.due',
      item: Reminder,
      nameOf: ({ id, kind, seatId, startsAt }) => `${id} ${kind} ${seatId} ${startsAt}`,
      told: ({ id, kind }) => ['reminders.told', { bookingId: id, kind }],
      topics: ['bookings', 'settings'],
    },
  )

import { Reminder } from '../../../shared/contract/seats/reminders.ts'
import { type TellingParts, tellWhatIsDue } from './tell-what-is-due.ts'

/** Seats that begin soon. A seat that is moved is another appointment. */
export const watchSeatReminders = (parts: TellingParts<Reminder>): (() => void) =>
  tellWhatIsDue(parts, {
    ask: 'reminders.due',
    item: Reminder,
    nameOf: ({ id, kind, seatId, startsAt }) => `${id} ${kind} ${seatId} ${startsAt}`,
    told: ({ id, kind }) => [
      ['reminders.told', { bookingId: id, kind }],
      // Whoever was reminded knows of the booking, also where somebody else made it a moment ago.
      ['ownNews.shown', { own: [{ kind: 'details', ofId: id }] }],
    ],
    topics: ['bookings', 'settings'],
  })

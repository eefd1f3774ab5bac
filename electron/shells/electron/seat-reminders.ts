import { Booking } from '../../../shared/contract/seats/bookings.ts'
import { type TellingParts, tellWhatIsDue } from './tell-what-is-due.ts'

/** Seats that begin soon. A seat that is moved is another appointment. */
export const watchSeatReminders = (parts: TellingParts<Booking>): (() => void) =>
  tellWhatIsDue(parts, {
    ask: 'bookings.dueReminders',
    item: Booking,
    nameOf: ({ id, startsAt }) => `${id} ${startsAt}`,
    told: ({ id }) => ['bookings.reminded', { bookingId: id }],
    topics: ['bookings', 'settings'],
  })

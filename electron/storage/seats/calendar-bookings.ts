import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows } from '../engine/query.ts'
import { recordsOf } from '../house/same-person.ts'
import { BOOKING_SELECT } from './bookings.ts'

const OF_PERSON = `${BOOKING_SELECT} WHERE booking.id IN (
    SELECT id FROM booking WHERE person_id IN ${recordsOf(':personId')} AND starts_at >= :since
    UNION SELECT id FROM booking WHERE companion_id IN ${recordsOf(':personId')} AND starts_at >= :since)
  ORDER BY starts_at, booking.id`

/** All bookings of a person, under whichever record they were written, in either part, that begin from then on; cancelled ones, too. */
export const calendarOf = (personId: Id, since: Instant): Query<KeptBooking[]> =>
  rows<KeptBooking>(OF_PERSON, { personId, since })

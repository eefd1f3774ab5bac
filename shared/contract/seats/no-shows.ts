import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { Id, Nothing, shortText } from '../values.ts'
import { coordinators } from '../who.ts'
import { Booking } from './bookings.ts'

/** Who did not come is a no-show by itself, once the grace is over: see `BookingState`. */
export const noShows = {
  /** It does not count, for a reason: to the draw, to the passport, to a limit. `not_missed`: it is no no-show. */
  excuse: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ bookingId: Id, reason: shortText(LONGEST.bookingReason) }),
    output: Booking,
    refusals: { not_found: Nothing, not_missed: Nothing },
    changes: ['bookings', 'passports'],
  }),
  /** Undo of it. Counts already: accepted, and nothing changes. */
  countAgain: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ bookingId: Id }),
    output: Booking,
    refusals: { not_found: Nothing, not_missed: Nothing },
    changes: ['bookings', 'passports'],
  }),
}

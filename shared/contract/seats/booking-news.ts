import { z } from 'zod'
import { entry } from '../entry.ts'
import { Id, Instant, Nothing } from '../values.ts'
import { everyone } from '../who.ts'
import { FreePlace, KeptBooking } from './bookings.ts'

/** Somebody else changed it. `back`: it was cancelled, and is not any more. */
const NewsKind = z.enum(['cancelled', 'moved', 'back'])

export const BookingNews = z.object({
  what: NewsKind,
  /** As it is now. */
  booking: KeptBooking,
  /** The place that the person knew. */
  before: FreePlace,
  /** The last change, when it was and whose. Null: nobody had said who they are, or the console did it by itself. */
  eventId: Id,
  at: Instant,
  byName: z.string().nullable(),
  /** Whose the booking is, under whichever of their records: names may be the same. `actor`: whoever changed it last. */
  whose: z.enum(['reader', 'actor', 'other']),
  reason: z.string().nullable(),
  /** The last change was a swap: `reason` is whoever’s who asked for it, which may be the reader. Left out by a hub that does not say so. */
  isSwap: z.literal(true).optional(),
})
export type BookingNews = z.infer<typeof BookingNews>

/** At most; what is more follows once these were read. */
export const MOST_NEWS = 100

export const bookingNews = {
  /**
   * What others did in the last 30 days to the places of a person, those where they sit beside and those they booked for others, until they say that they read of it: once for
   * each booking, from the place they knew to the one it has. Moved back meanwhile, or done by themselves since, it is none. Asking changes nothing.
   */
  list: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ personId: Id }),
    output: z.array(BookingNews),
    refusals: {},
    changes: [],
  }),
  /** The person here read of these changes, at whichever desk. Of one that is not theirs: nothing changes. */
  read: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ eventIds: z.array(Id).min(1).max(MOST_NEWS) }),
    output: Nothing,
    refusals: {},
    changes: ['bookings'],
  }),
}

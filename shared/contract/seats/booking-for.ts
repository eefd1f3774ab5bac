import { z } from 'zod'
import { entry } from '../entry.ts'
import { Id, Nothing } from '../values.ts'
import { everyone } from '../who.ts'
import { Booking } from './bookings.ts'

/** Who may book for a person, and for whom the person may. */
export const BookingFor = z.object({
  /** In the order in which they were named; people on the list alone. */
  bookerIds: z.array(Id),
  bookedForIds: z.array(Id),
})
export type BookingFor = z.infer<typeof BookingFor>

const ofOne = z.object({ personId: Id, bookerId: Id })
/** Only the person and a coordinator say who books for them. */
const not_yours = z.object({ personName: z.string() })

/** One books for another: a secretary for her boss. Standing, until it is taken back. */
export const bookingFor = {
  /** Of a person nobody knows: nobody. */
  of: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ personId: Id }),
    output: BookingFor,
    refusals: {},
    changes: [],
  }),
  /** What the person booked for others and is not over, also where nobody came, soonest first; where they sit beside it is among their own. */
  made: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ personId: Id }),
    output: z.array(Booking),
    refusals: {},
    changes: [],
  }),
  /** The booker books for the person from now on. Said already, or said of oneself: accepted, and nothing changes. */
  allow: entry({
    where: 'hub',
    who: everyone,
    input: ofOne,
    output: BookingFor,
    refusals: { not_found: Nothing, not_yours },
    changes: ['people'],
  }),
  /** No more; what was booked stays. Not said before: accepted, and nothing changes. */
  takeBack: entry({
    where: 'hub',
    who: everyone,
    input: ofOne,
    output: BookingFor,
    refusals: { not_found: Nothing, not_yours },
    changes: ['people'],
  }),
}

import { z } from 'zod'
import { entry } from '../entry.ts'
import { Id, Instant, Nothing } from '../values.ts'
import { everyone } from '../who.ts'
import { Booking, PersonTaken, Purpose } from './bookings.ts'

/** A seat that a no-show left, free from now on. */
export const OpenSeat = z.object({
  /** The booking nobody came to. */
  bookingId: Id,
  seatId: Id,
  seatNumber: z.number().int(),
  /** When the booking would have ended, or earlier, where another one begins. */
  until: Instant,
})
export type OpenSeat = z.infer<typeof OpenSeat>

/** 随到随坐: whoever is there first takes what a no-show left. */
export const walkUps = {
  /** The longest first; without what the asker booked themselves, to which they come late by checking in. */
  open: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(OpenSeat),
    refusals: {},
    changes: [],
  }),
  /** Sits down from this minute to `until`: a booking, checked in. It asks no limit. `gone`: somebody was there first, or it is over. */
  take: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ bookingId: Id, personId: Id, purpose: Purpose }),
    output: Booking,
    refusals: { not_found: Nothing, gone: z.object({ personName: z.string().nullable() }), person_taken: PersonTaken },
    changes: ['bookings'],
  }),
  /** Undo of it, while no session was begun on it: the seat is open again. `in_use`: one was. */
  leave: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ bookingId: Id }),
    output: Booking,
    refusals: { not_found: Nothing, in_use: Nothing },
    changes: ['bookings'],
  }),
}

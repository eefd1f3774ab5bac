import { z } from 'zod'
import { entry } from '../entry.ts'
import { MOST_ROOMS } from '../limits.ts'
import { Id, Nothing, PlainDate } from '../values.ts'
import { everyone } from '../who.ts'
import { FreePlace } from './bookings.ts'

const Minutes = z.number().int().min(0).max(1_440)

/** What is looked for. */
export const FindWish = z.object({
  from: PlainDate,
  to: PlainDate,
  /** Of these days only those that are one of these, 1 = Monday; left out: all of them. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).optional(),
  /** Of these days only those that the work calendar works: no public holiday, but its make-up workdays. */
  isWorkday: z.boolean().optional(),
  /** Minutes of the room's day. `isExact`: it begins then; else it lies between. Null: whenever. */
  times: z.object({ from: Minutes, to: Minutes, isExact: z.boolean() }).nullable(),
  lengthMinutes: z.number().int().min(15).max(720),
  /** Two have a seat each, side by side. */
  people: z.union([z.literal(1), z.literal(2)]),
  seatNumber: z.number().int().nullable(),
  /** Null: whichever; rooms named: what is free elsewhere then nearly fits. */
  roomIds: z.array(Id).min(1).max(MOST_ROOMS).nullable(),
  /** Who has to be free then; null: nobody was named yet. */
  personId: Id.nullable(),
  companionId: Id.nullable(),
})
export type FindWish = z.infer<typeof FindWish>

/** What is otherwise than it was wished. */
export const Difference = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['later', 'earlier', 'shorter']), minutes: z.number().int() }),
  z.object({ kind: z.literal('day') }),
  z.object({ kind: z.literal('seat') }),
  /** In a room that was not named. */
  z.object({ kind: z.literal('room') }),
  /** Two seats with so many between them. */
  z.object({ kind: z.literal('apart'), between: z.number().int() }),
  /** One seat for two: the second sits beside, and takes none. */
  z.object({ kind: z.literal('beside') }),
])
export type Difference = z.infer<typeof Difference>

export const FoundSeat = z.object({
  /** One, or two for two. */
  places: z.array(FreePlace).min(1).max(2),
  /** So many other seats are free then. */
  othersFree: z.number().int(),
  differs: z.array(Difference),
})
export type FoundSeat = z.infer<typeof FoundSeat>

export const findSeats = {
  /** What fits, soonest first, and where that is little, what nearly does, the least different first; days are those of each room. Nothing is booked. */
  search: entry({
    where: 'hub',
    who: everyone,
    input: FindWish,
    output: z.object({ fits: z.array(FoundSeat), near: z.array(FoundSeat) }),
    refusals: { not_found: Nothing, range_too_long: Nothing },
    changes: [],
  }),
}

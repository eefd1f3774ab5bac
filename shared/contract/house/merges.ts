import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { Id, Instant, Nothing, PlainDate, shortText } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators } from '../who.ts'
import { PersonWish } from './people.ts'

/** A booking to come of one of the two records. */
const TheirBooking = z.object({
  id: Id,
  seatNumber: z.number().int(),
  startsAt: Instant,
  endsAt: Instant,
  /** As which of the two it was booked, or which of them sits beside. */
  personId: Id,
  /** Somebody sat down already: it cannot be given up. */
  isRunning: z.boolean(),
})
export type TheirBooking = z.infer<typeof TheirBooking>

/** Two bookings of what turns out to be one person, who cannot sit on both: one is given up. */
export const Meeting = z.object({ kept: TheirBooking, gone: TheirBooking })
export type Meeting = z.infer<typeof Meeting>

/** What becomes of two records that are one person's. */
export const MergePreview = z.object({
  /** As the record that stays will be: what it does not know is taken from the other. */
  person: PersonWish,
  /** What is carried over to it. `waits`: requests to wait. `draws`: requests of windows that are still open. `delegations`: who books for whom. */
  moves: z.object({
    bookings: z.number().int(),
    waits: z.number().int(),
    draws: z.number().int(),
    delegations: z.number().int(),
  }),
  /** What stays as it was written, under the record that goes, and is read as one with the other's: sessions that were heard, duties by hand. */
  readTogether: z.object({ sessions: z.number().int(), records: z.number().int() }),
  /** Which of the bookings meet; for each pair one is to be given up. */
  meetings: z.array(Meeting),
  /** Both asked in the same window: the request of the record that goes is withdrawn. */
  withdrawn: z.number().int(),
  /** Both stand in line for the same times: one of the two is given up. Left out by a hub that does not say so. */
  waitsTwice: z.number().int().optional(),
})
export type MergePreview = z.infer<typeof MergePreview>

/** Two records that were merged and still are, newest first. */
export const Merge = z.object({
  id: Id,
  keptId: Id,
  keptName: z.string(),
  goneId: Id,
  goneName: z.string(),
  goneNumber: z.string().nullable(),
  goneDepartment: z.string(),
  date: PlainDate,
  byName: z.string().nullable(),
})
export type Merge = z.infer<typeof Merge>

const Pair = z.object({ keptId: Id, goneId: Id })

/** One person who was entered twice. */
export const merges = {
  /** What merging them would do; nothing is changed. `same_person`: one record was named twice. */
  preview: entry({
    where: 'hub',
    who: coordinators,
    input: Pair,
    output: MergePreview,
    refusals: { not_found: Nothing, same_person: Nothing },
    changes: [],
  }),
  /**
   * The record that goes is taken off the list and stands for the other from now on: what is to come is carried over, what was is read together, a
   * desk that asks in its name asks in the other's, and a login with its number or address lets the other in. `giveUp`: one booking of each pair that meets, with the reason that its
   * history tells; `meets`: of these pairs none was, or both; `is_sitting`: of this pair both, or the one to be given up, has begun.
   */
  merge: entry({
    where: 'hub',
    who: coordinators,
    input: Pair.extend({
      seenVersion: SeenVersion,
      goneSeenVersion: SeenVersion,
      giveUp: z
        .object({ bookingIds: z.array(Id).min(1).max(500), reason: shortText(LONGEST.bookingReason) })
        .nullable(),
    }),
    /** `keptVersion`: of the record that stays, as it is now; left out by a hub that does not say so. */
    output: Merge.extend({ keptVersion: Version.optional() }),
    refusals: {
      not_found: Nothing,
      same_person: Nothing,
      meets: z.object({ meetings: z.array(Meeting) }),
      is_sitting: Meeting,
    },
    changes: ['people', 'bookings', 'waitlist', 'draws', 'passports', 'settings'],
  }),
  /**
   * Takes a merge back: two records again, each with what was its own. What was changed since stays with the one that was kept; `stayed`: how
   * many things. `employee_number_taken`: by whom, since.
   */
  takeApart: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ mergeId: Id }),
    output: z.object({ keptId: Id, goneId: Id, keptVersion: Version, goneVersion: Version, stayed: z.number().int() }),
    refusals: { not_found: Nothing, employee_number_taken: z.object({ name: z.string() }) },
    changes: ['people', 'bookings', 'waitlist', 'draws', 'passports'],
  }),
  /** Merges that stand. */
  list: entry({ where: 'hub', who: coordinators, input: Nothing, output: z.array(Merge), refusals: {}, changes: [] }),
}

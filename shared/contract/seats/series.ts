import { z } from 'zod'
import { entry } from '../entry.ts'
import { Limit, RoomDays } from '../house/room-rules.ts'
import { LONGEST, MOST_AT_ONCE, MOST_SERIES_DAYS } from '../limits.ts'
import { Id, Instant, Nothing, optionalText, PlainDate } from '../values.ts'
import { Version } from '../versions.ts'
import { everyone } from '../who.ts'
import { Booking, FreePlace, not_for_them, PersonTaken, Purpose, placing } from './bookings.ts'

/** On which weekdays (1 = Monday), every how many weeks, until when; that day included. */
export const SeriesRhythm = z.object({
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  everyWeeks: z.union([z.literal(1), z.literal(2), z.literal(4)]),
  until: PlainDate,
})
export type SeriesRhythm = z.infer<typeof SeriesRhythm>

const because = <const Code extends string, Detail extends z.ZodType>(code: Code, detail: Detail) =>
  z.object({ code: z.literal(code), detail })

/** Why a place would be refused, as `bookings.reserve` would say it. */
export const Misfit = z.discriminatedUnion('code', [
  because(
    'seat_taken',
    z.object({ personName: z.string(), startsAt: Instant, endsAt: Instant, bufferMinutes: z.number().int() }),
  ),
  because('person_taken', PersonTaken),
  because('place_held', placing.place_held.pick({ startsAt: true, until: true })),
  because('to_be_drawn', placing.to_be_drawn),
  because('in_the_past', Nothing),
  because('outside_opening_hours', Nothing),
  because('not_on_slots', Nothing),
  because('closed_day', RoomDays.options[0].pick({ from: true, to: true, name: true })),
  because('too_soon', z.object({ firstDate: PlainDate })),
  because('too_far_ahead', z.object({ lastDate: PlainDate })),
  because('over_limit', Limit),
])
export type Misfit = z.infer<typeof Misfit>

/** One day of a series, before it is made. */
export const SeriesDay = z.object({
  date: PlainDate,
  place: FreePlace,
  /** Null: it fits. */
  misfit: Misfit.nullable(),
  /** The nearest that fits, where it does not. */
  instead: FreePlace.nullable(),
})
export type SeriesDay = z.infer<typeof SeriesDay>

/** A new booking among several. */
export const PlaceWish = z.object({
  seatId: Id,
  personId: Id,
  companionId: Id.nullable(),
  purpose: Purpose,
  startsAt: Instant,
  endsAt: Instant,
})
export type PlaceWish = z.infer<typeof PlaceWish>

/** What of a series is meant: one of its bookings with all later ones, or all that have not begun. */
export const SeriesScope = z.enum(['later', 'all'])
export type SeriesScope = z.infer<typeof SeriesScope>

const scoped = { bookingId: Id, scope: SeriesScope, reason: optionalText(LONGEST.bookingReason).optional() }
/** What came of an act on several bookings. */
export const changed = z.object({
  /** As they are now. */
  bookings: z.array(Booking),
  /** So many stayed as they were: begun already, changed since, or their new place is not to be had. */
  keptCount: z.number().int(),
})
const reason_needed = z.object({ personName: z.string() })

/** Bookings that are made, moved, cancelled and taken back together. Each of them is a booking like any other. */
export const series = {
  /** What a series would come to, day by day. Nothing is made. `not_found`: no such seat or person. At most 60 days are looked at. */
  preview: entry({
    where: 'hub',
    who: everyone,
    input: PlaceWish.omit({ purpose: true }).extend({ rhythm: SeriesRhythm }),
    output: z.object({
      days: z.array(SeriesDay),
      /** There would be more. */
      hasMore: z.boolean(),
    }),
    refusals: { not_found: Nothing, not_for_them },
    changes: [],
  }),
  /**
   * All these bookings, or none of them: what was chosen from a preview, or seats for two who come together. `not_free`: which of them is not to
   * be had any more, counted from 0, and why. A companion who is the person is nobody.
   */
  make: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ wishes: z.array(PlaceWish).min(1).max(MOST_SERIES_DAYS), isSeries: z.boolean() }),
    output: z.array(Booking),
    refusals: {
      not_found: Nothing,
      not_for_them,
      not_free: z.object({ index: z.number().int(), misfit: Misfit }),
    },
    changes: ['bookings'],
  }),
  /** The bookings of a series that were not cancelled, soonest first; none for what is no series. */
  of: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ seriesId: Id }),
    output: z.array(Booking),
    refusals: {},
    changes: [],
  }),
  /** `not_found`: the booking is in no series. */
  cancel: entry({
    where: 'hub',
    who: everyone,
    input: z.object(scoped),
    output: changed,
    refusals: { not_found: Nothing, reason_needed },
    changes: ['bookings'],
  }),
  /**
   * Each as far as this one: the same seat, times of the clock, and as many days later or earlier. Those that cannot go there stay.
   * `from`: where this one was, if it has gone there already; then the others alone.
   */
  move: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      ...scoped,
      seatId: Id,
      startsAt: Instant,
      endsAt: Instant,
      from: FreePlace.omit({ seatNumber: true }).nullable(),
    }),
    output: changed,
    refusals: { not_found: Nothing, reason_needed },
    changes: ['bookings'],
  }),
  /**
   * Takes back the last thing that was done to each of these bookings, whatever it was: made, moved, cancelled, or taken back. Only what
   * whoever asks did, and nobody changed since (`version`); the others are counted as kept. `to`: back to how it was under that version, or (null) to before it was
   * made, over all that whoever asks did and took back since; left out: the last thing alone.
   */
  takeBack: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      bookings: z
        .array(z.object({ id: Id, version: Version, to: Version.nullable().optional() }))
        .min(1)
        // A list that was brought in is taken back in one act.
        .max(MOST_AT_ONCE),
    }),
    output: changed,
    refusals: {},
    changes: ['bookings'],
  }),
}

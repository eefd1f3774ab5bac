import { z } from 'zod'
import { LimitWindow } from '../house/room-rules.ts'
import { Instant, PlainDate } from '../values.ts'

/** Ids are taken as they come: a file made elsewhere can be run again, too. */
const Key = z.string().min(1).max(80)
const Hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.number().int().min(0).max(1_000_000_000)

/** What decides, one after the other, who stands before whom. */
export const DrawStep = z.enum(['owes_duty', 'longest_since_last_seat', 'fewest_no_shows', 'lottery'])
export type DrawStep = z.infer<typeof DrawStep>

/**
 * The rules a draw was held by. Another way of drawing, or of telling what came out, gets another version; a file says by which it was made, and is held by that again.
 * 2: wishes that came to nothing for another reason than the one that is told are told as well.
 * 3: nobody is given more than their room's limits leave them.
 */
export const DrawRules = z.strictObject({
  version: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  steps: z.array(DrawStep).min(1).max(4),
})
export type DrawRules = z.infer<typeof DrawRules>

/** A stretch of time on so many seats of one room. Of one room, no two overlap. */
export const DrawSlot = z.strictObject({
  id: Key,
  roomId: Key,
  startsAt: Instant,
  endsAt: Instant,
  capacity: z.number().int().min(1).max(10_000),
})
export type DrawSlot = z.infer<typeof DrawSlot>

/** `wishes`: slots to begin with, the dearest first. `togetherWith`: each of them needs a seat, too, at the same time. */
export const DrawRequest = z.strictObject({
  id: Key,
  personId: Key,
  togetherWith: z.array(Key).max(9),
  wishes: z.array(Key).min(1).max(50),
  lengthMs: z.number().int().min(1).max(86_400_000),
})
export type DrawRequest = z.infer<typeof DrawRequest>

/** A room's limit that a person has used up: a place that begins there in this time would be one more than `count` a day, a week …. */
export const UsedUp = z.strictObject({
  roomId: Key,
  startsAt: Instant,
  endsAt: Instant,
  count: Count,
  per: LimitWindow,
})
export type UsedUp = z.infer<typeof UsedUp>

/**
 * What is known of a person when the draw is held. `busy`: their bookings, during which they can be given nothing. `usedUp`: the same for limits, on the days they
 * wished for; since a draw gives nobody two places, a limit that leaves one stands in no one's way. Not known by the first two rules.
 */
export const DrawFacts = z.strictObject({
  personId: Key,
  owesDuty: z.boolean(),
  /** Null: never. */
  lastSeatOn: PlainDate.nullable(),
  noShows: Count,
  busy: z.array(z.strictObject({ startsAt: Instant, endsAt: Instant })).max(1_000),
  usedUp: z.array(UsedUp).max(1_000).optional(),
})
export type DrawFacts = z.infer<typeof DrawFacts>

/** Everything the result follows from. The order of the lists means nothing. */
export const DrawInput = z.strictObject({
  rules: DrawRules,
  slots: z.array(DrawSlot).max(100_000),
  requests: z.array(DrawRequest).max(500_000),
  facts: z.array(DrawFacts).max(1_000_000),
  seed: Hex64,
  /** The hash of the seed, published when the window opened. */
  commitment: Hex64,
})
export type DrawInput = z.infer<typeof DrawInput>

/** So many of the wishes came to nothing for another reason than the one that is told; left out where none did. */
const others = z
  .strictObject({
    wishes: Count,
    why: z
      .array(z.enum(['already_booked', 'over_limit', 'not_offered']))
      .min(1)
      .max(3),
  })
  .optional()
export type OtherWishes = NonNullable<z.infer<typeof others>>

/**
 * - `first_wish`, `later_wish` (the number of it): drawn.
 * - `full`: those who stood before had taken so many wishes. The last of them stood at `lastPlace`, and `step` put them before.
 * - `no_room_together`: there was a seat, but not for all of them.
 * - `already_booked`: one of them has a booking then. `not_offered`: no slots of that length begin there.
 * - `over_limit`: one of them has as many bookings as the room allows; `limits` are those that are used up.
 */
export const DrawReason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('first_wish') }),
  z.strictObject({ code: z.literal('later_wish'), wish: Count, others }),
  z.strictObject({ code: z.literal('full'), wishes: Count, lastPlace: Count, step: DrawStep, others }),
  z.strictObject({ code: z.literal('no_room_together'), people: Count, others }),
  z.strictObject({ code: z.literal('already_booked'), others }),
  z.strictObject({
    code: z.literal('over_limit'),
    limits: z.array(UsedUp.pick({ count: true, per: true })).min(1),
    others,
  }),
  z.strictObject({ code: z.literal('not_offered') }),
])
export type DrawReason = z.infer<typeof DrawReason>

/** `place` of `of`: where the request stood. `slotIds`: the slots it was given, one after the other; empty when it was not drawn. */
export const DrawResult = z.strictObject({
  requestId: Key,
  place: Count,
  of: Count,
  slotIds: z.array(Key),
  reason: DrawReason,
})
export type DrawResult = z.infer<typeof DrawResult>

/** Counted from the results by a way of its own. All are 0, or the draw was no fair one. */
export const DrawChecks = z.strictObject({
  /** Wishes that somebody lost to those who stood behind them. */
  envy: Count,
  /** Wishes that nobody holds, and that were refused all the same. */
  wasted: Count,
  /** Slots with more people than seats. */
  overfull: Count,
})
export type DrawChecks = z.infer<typeof DrawChecks>

/** The replay file: whoever has it can hold the draw again, and must get the same bytes. */
export const DrawFile = DrawInput.extend({
  format: z.literal('earshot-draw-1'),
  results: z.array(DrawResult.extend({ sentence: z.strictObject({ zh: z.string(), en: z.string() }) })),
  checks: DrawChecks,
  /** Seats of all slots together, and how many of them were given away. */
  capacity: z.strictObject({ slots: Count, seats: Count, used: Count }),
})
export type DrawFile = z.infer<typeof DrawFile>

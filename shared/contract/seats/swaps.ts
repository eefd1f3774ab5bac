import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { Id, Instant, Nothing, shortText } from '../values.ts'
import { SeenVersion } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'
import { Booking, OverLimit, taken } from './bookings.ts'

/** `for_both`: a coordinator did it, and nobody was asked; `undone`: and took it back. */
export const SwapState = z.enum(['open', 'agreed', 'declined', 'withdrawn', 'for_both', 'undone'])
export type SwapState = z.infer<typeof SwapState>

/** 互换: somebody asks to change places with somebody else. Open, it can be answered while both are as they were asked for, also after what was changed and changed back, until either begins. */
export const Swap = z.object({
  id: Id,
  /** Of whoever asks. */
  booking: Booking,
  other: Booking,
  askedAt: Instant,
  askedByName: z.string().nullable(),
  reason: z.string(),
  state: SwapState,
  /** Whoever asked this question may agree or decline; else they may take it back. */
  isMineToAnswer: z.boolean(),
})
export type Swap = z.infer<typeof Swap>

/**
 * Of what somebody asked or was asked: it was declined or withdrawn; before there was an answer the booking of the other side was changed or
 * cancelled (`changed`) or began, or their own was changed or cancelled by somebody else (`own_changed`), or both turned out to be one person's (`merged`). What came first counts, since both were last as they were asked for; what they did
 * themselves, and the same exchange done otherwise, is not told.
 */
const EndedSwap = Swap.extend({
  why: z.enum(['declined', 'withdrawn', 'changed', 'begun', 'own_changed', 'merged']),
  /** Who changed it. Null: nobody had said who they are, or the console did it by itself. */
  byName: z.string().nullable(),
})
export type EndedSwap = z.infer<typeof EndedSwap>

/** Two bookings of one person, or one that has begun, are not swapped. */
const cannot = { not_found: Nothing, already_over: Nothing, already_started: Nothing, same_person: Nothing }
/** Who cannot come to the other's place, and why. A swap uses up nothing of a time in which the booking is already. */
const hindered = { ...taken, over_limit: OverLimit }
/** Neither one's own booking, nor booked by whoever asks. */
const not_yours = z.object({ personName: z.string() })
/** Either booking was changed or has begun since, or it was answered otherwise. */
const lapsed = Nothing

/** Two bookings change places in one step, and nobody is without one in between. Each keeps its people and its purpose. */
export const swaps = {
  /** What can be answered now and concerns whoever asks: what they are asked, and what they asked; the next place first. */
  waiting: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(Swap),
    refusals: {},
    changes: [],
  }),
  /** What came to nothing by what others did, whether they asked or were asked, until they read of it or the time of their own booking comes: the next place first. */
  ended: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(EndedSwap),
    refusals: {},
    changes: [],
  }),
  /** They read that it came to nothing: they are told no more, the other side still is. Of one that did not, nothing changes. */
  read: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ swapId: Id }),
    output: Nothing,
    refusals: { not_found: Nothing, not_yours },
    changes: ['bookings'],
  }),
  /** `bookingId` is the asker's own. Asked for the same two again it is the same. Tried before it is asked: what could not be done is refused. */
  ask: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ bookingId: Id, otherId: Id, reason: shortText(LONGEST.bookingReason) }),
    output: Swap,
    refusals: { ...cannot, ...hindered, not_yours },
    changes: ['bookings'],
  }),
  /** Changes the places. Agreed already: accepted, and nothing changes. */
  agree: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ swapId: Id }),
    output: Swap,
    refusals: { ...cannot, ...hindered, not_yours, lapsed },
    changes: ['bookings'],
  }),
  decline: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ swapId: Id }),
    output: Swap,
    refusals: { not_found: Nothing, not_yours, lapsed },
    changes: ['bookings'],
  }),
  /** Whoever asked does so no longer. */
  withdraw: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ swapId: Id }),
    output: Swap,
    refusals: { not_found: Nothing, not_yours, lapsed },
    changes: ['bookings'],
  }),
  /** A coordinator changes the places of two, with a reason. */
  exchange: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({
      bookingId: Id,
      seenVersion: SeenVersion,
      otherId: Id,
      reason: shortText(LONGEST.bookingReason),
    }),
    output: Swap,
    refusals: { ...cannot, ...hindered },
    changes: ['bookings'],
  }),
  /** Undo by whoever answered: the places go back, and what was asked is open again. What was done for both is undone, and by the same again done. */
  takeBack: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ swapId: Id }),
    output: Swap,
    refusals: { ...cannot, ...hindered, not_yours, lapsed },
    changes: ['bookings'],
  }),
}

import { z } from 'zod'
import { entry } from '../entry.ts'
import { Id, Instant, Nothing, PlainDate, TimeOfDay } from '../values.ts'
import { Version } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'
import { Booking, FreePlace, InRoom, not_for_them, Purpose, placing, restoring } from './bookings.ts'

/** What of a day would do: any place of that length between two times of the room's clock. A `to` not after `from` is on the next day. */
export const WaitWindow = z.object({
  date: PlainDate,
  from: TimeOfDay,
  to: TimeOfDay,
  minutes: z.number().int().min(15).max(1_440),
  /** Null: any seat of the room. */
  seatId: Id.nullable(),
})
export type WaitWindow = z.infer<typeof WaitWindow>

/** `booked`: it came to a booking. `over`: its time went by. */
export const WaitState = z.enum(['waiting', 'booked', 'left', 'over'])

/** Somebody waits for a place in a room. Whoever asked first is first. */
export const Wait = z.object({
  id: Id,
  roomId: Id,
  personId: Id,
  personName: z.string(),
  companionId: Id.nullable(),
  companionName: z.string().nullable(),
  purpose: Purpose,
  windows: z.array(WaitWindow),
  /** A place that begins so many hours ahead, or later, is taken for them at once; null: they are asked each time. */
  acceptHours: z.number().int().nullable(),
  madeAt: Instant,
  state: WaitState,
})
export type Wait = z.infer<typeof Wait>

/** `withdrawn`: the place is not to be had any more, by the rules or because its time came. */
export const OfferState = z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn'])
export type OfferState = z.infer<typeof OfferState>

/** A free place that is held for one person until a moment. */
export const Offer = z.object({
  id: Id,
  waitId: Id,
  personId: Id,
  personName: z.string(),
  seatId: Id,
  seatNumber: z.number().int(),
  startsAt: Instant,
  endsAt: Instant,
  purpose: Purpose,
  madeAt: Instant,
  expiresAt: Instant,
  state: OfferState,
})
export type Offer = z.infer<typeof Offer>

/** An offer to tell somebody about now, in the words of its room's clock; theirs, or of one for whom they answer. */
export const DueOffer = Offer.extend({ ...InRoom.shape, isMine: z.boolean() })
export type DueOffer = z.infer<typeof DueOffer>

/** How it stands for one window. */
export const Standing = z.object({
  /** 1: first in line for these times. */
  position: z.number().int(),
  /** Of the last `weeks` such weekdays, on `enough` more places were given back in these hours than people stand before; null: too few to tell. */
  chance: z.object({ weeks: z.number().int(), enough: z.number().int() }).nullable(),
})
export type Standing = z.infer<typeof Standing>

export const StandingWait = Wait.extend({
  /** One for each window, in their order. */
  standings: z.array(Standing),
  offer: Offer.nullable(),
})
export type StandingWait = z.infer<typeof StandingWait>

/** A place of the board that is held. */
export const HeldPlace = z.object({
  seatId: Id,
  startsAt: Instant,
  endsAt: Instant,
  until: Instant,
  isMine: z.boolean(),
  /** For whom: told to whoever coordinates, to themselves, and to whoever answers for them. */
  personName: z.string().nullable(),
})
export type HeldPlace = z.infer<typeof HeldPlace>

/** It was answered, or its time went by. */
const offer_over = z.object({ state: OfferState })

/** The person waits for something of these times in that room already. */
const already_waiting = z.object({ personName: z.string(), window: WaitWindow })

/** As many as a person may leave open in one wait. */
const MOST_WINDOWS = 7
/** A fortnight ahead nobody is asked less. */
const MOST_HOURS_AHEAD = 336

const ofPerson = z.object({ personId: Id })
const ofWait = z.object({ waitId: Id })
const ofOffer = z.object({ offerId: Id })

/** The waitlist: a place that becomes free is held for one person after the other. Whoever may book for somebody waits and answers for them too. */
export const waitlist = {
  /**
   * `has_free`: something that fits is free now. `no_such_place`: these times hold no place of that length, whoever has it. `person_taken`:
   * across all of them lies what the person, or the companion, has booked. `over_limit`: the person has as many bookings as the room allows. `windows_overlap`: two of its own windows leave the same time open.
   */
  join: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      roomId: Id,
      personId: Id,
      companionId: Id.nullable(),
      purpose: Purpose,
      windows: z.array(WaitWindow).min(1).max(MOST_WINDOWS),
      acceptHours: z.number().int().min(0).max(MOST_HOURS_AHEAD).nullable(),
    }),
    output: StandingWait,
    refusals: {
      not_found: Nothing,
      not_for_them,
      in_the_past: Nothing,
      no_such_place: Nothing,
      person_taken: placing.person_taken,
      over_limit: placing.over_limit,
      has_free: z.object({ free: z.array(FreePlace) }),
      windows_overlap: Nothing,
      already_waiting,
    },
    changes: ['waitlist'],
  }),
  /** Left already: accepted, and nothing changes. A place that was held for it goes to the next. */
  leave: entry({
    where: 'hub',
    who: everyone,
    input: ofWait,
    output: Wait,
    refusals: { not_found: Nothing, not_for_them, wait_over: Nothing },
    changes: ['waitlist'],
  }),
  /** Undo of leaving, at the place in the line that it had, unless the person waits for these times otherwise by now. */
  rejoin: entry({
    where: 'hub',
    who: everyone,
    input: ofWait,
    output: Wait,
    refusals: { not_found: Nothing, not_for_them, in_the_past: Nothing, already_waiting },
    changes: ['waitlist'],
  }),
  /** Makes the held place a booking. Accepted already: the booking. What else is refused is what a booking would be. */
  accept: entry({
    where: 'hub',
    who: everyone,
    input: ofOffer,
    output: Booking,
    refusals: { ...placing, not_found: Nothing, not_for_them, offer_over },
    changes: ['waitlist', 'bookings'],
  }),
  /**
   * Undo of accepting: the booking is cancelled, the wait goes on at the place in the line that it had, and what it was offered is held for it as
   * before, until the same moment. Was that over meanwhile, the place goes to the next. `seenVersion` is the booking's. `already_waiting`: the person waits for these times otherwise by now.
   */
  waitAgain: entry({
    where: 'hub',
    who: everyone,
    input: ofOffer.extend({ seenVersion: Version }),
    output: StandingWait,
    refusals: {
      not_found: Nothing,
      not_for_them,
      offer_over,
      already_started: Nothing,
      already_over: Nothing,
      already_waiting,
    },
    changes: ['waitlist', 'bookings'],
  }),
  /**
   * Redo of accepting, after `waitAgain`: the booking that it cancelled is there again, the wait has ended with it, and what else was held for the wait goes to
   * the next, all or nothing. There again already: the booking. What else is refused is what taking the cancel back would be.
   */
  acceptAgain: entry({
    where: 'hub',
    who: everyone,
    input: ofOffer.extend({ bookingId: Id }),
    output: Booking,
    refusals: { ...restoring, not_for_them },
    changes: ['waitlist', 'bookings'],
  }),
  /** The place goes to the next; the wait goes on. */
  decline: entry({
    where: 'hub',
    who: everyone,
    input: ofOffer,
    output: Offer,
    refusals: { not_found: Nothing, not_for_them, offer_over },
    changes: ['waitlist'],
  }),
  /**
   * Undo of declining: the place is held for them as before, until the same moment. `passed_on`: it was offered to somebody else since, or somebody
   * has it. `has_other`: another place is held for this wait by now.
   */
  takeUpAgain: entry({
    where: 'hub',
    who: everyone,
    input: ofOffer,
    output: Offer,
    refusals: {
      not_found: Nothing,
      not_for_them,
      offer_over,
      wait_over: Nothing,
      passed_on: Nothing,
      has_other: Nothing,
    },
    changes: ['waitlist'],
  }),
  /** What a person waits for, those for whom they book, and whom they put on the list, as long as they wait; whoever is held a place for first. */
  mine: entry({
    where: 'hub',
    who: everyone,
    input: ofPerson,
    output: z.array(StandingWait),
    refusals: {},
    changes: [],
  }),
  /** Who waits for something of that day, in their order. */
  ofDay: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ date: PlainDate }),
    output: z.array(StandingWait),
    refusals: {},
    changes: [],
  }),
  /** Places held in the dates, each by the clock of its room, both included. */
  held: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ from: PlainDate, to: PlainDate }),
    output: z.array(HeldPlace),
    refusals: {},
    changes: [],
  }),
  /**
   * Places that were held for the person here, or taken for them, and of which nobody told them yet; and the same of those for whom they
   * answer. None in quiet hours. Asking changes nothing.
   */
  dueOffers: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(DueOffer),
    refusals: {},
    changes: [],
  }),
  /** The person was told, or is in a moment. Of all their desks and windows that are about to tell, one is the first. */
  told: entry({
    where: 'hub',
    who: everyone,
    input: ofOffer,
    output: z.object({ isFirst: z.boolean() }),
    refusals: { not_found: Nothing },
    changes: [],
  }),
}

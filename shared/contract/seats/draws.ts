import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { Id, Instant, Nothing, PlainDate, shortText, TimeOfDay } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'
import { not_for_them, Purpose } from './bookings.ts'

/** Names a slot of a draw, as its file does: the room and when it begins. */
export const SlotId = z.string().min(1).max(80)

const LengthMinutes = z.number().int().min(15).max(1_440)

/** What a window covers: of each of its days the hours, or (null) all that the room is open. */
export const DrawPlan = z.object({
  roomIds: z.array(Id).min(1).max(50),
  from: PlainDate,
  to: PlainDate,
  hours: z.object({ from: TimeOfDay, to: TimeOfDay }).nullable(),
  /** How long a place may be. One length: places follow each other; several: a place begins at any slot of the room. */
  lengthsMinutes: z.array(LengthMinutes).min(1).max(6),
})
export type DrawPlan = z.infer<typeof DrawPlan>

/** `open`: requests are taken until `closesAt`, and then it is drawn. */
export const DrawState = z.enum(['open', 'drawn', 'cancelled'])
export type DrawState = z.infer<typeof DrawState>

/** What came of a draw. `seed` is published with it; its SHA-256 is the window's `commitment`. */
export const DrawOutcome = z.object({
  drawnAt: Instant,
  seed: z.string(),
  /** Requests that got a place. */
  drawnCount: z.number().int(),
  seatsUsed: z.number().int(),
  /** SHA-256 of the replay file. */
  fileDigest: z.string(),
})
export type DrawOutcome = z.infer<typeof DrawOutcome>

/** Places that are not booked but drawn, for whoever asks for them until a closing time. */
export const DrawWindow = DrawPlan.omit({ roomIds: true }).extend({
  id: Id,
  rooms: z.array(z.object({ id: Id, name: z.string() })),
  state: DrawState,
  openedAt: Instant,
  openedByName: z.string().nullable(),
  closesAt: Instant,
  /** SHA-256 of the seed, known since the window opened. */
  commitment: z.string(),
  slotCount: z.number().int(),
  /** Seats of all slots together. */
  placeCount: z.number().int(),
  requestCount: z.number().int(),
  /** Why it was cancelled. */
  reason: z.string().nullable(),
  outcome: DrawOutcome.nullable(),
  version: Version,
})
export type DrawWindow = z.infer<typeof DrawWindow>

/** A stretch that can be wished for; a place that begins there ends at `runEndsAt` at the latest. */
export const OfferedSlot = z.object({
  id: SlotId,
  roomId: Id,
  startsAt: Instant,
  endsAt: Instant,
  capacity: z.number().int(),
  runEndsAt: Instant,
})
export type OfferedSlot = z.infer<typeof OfferedSlot>

/** Seats that an open window draws at a time: no booking may touch it. What the room leaves free around a place counts. */
export const DrawnSeats = z.object({ startsAt: Instant, endsAt: Instant, seatIds: z.array(Id).min(1) })
export type DrawnSeats = z.infer<typeof DrawnSeats>

const wish = {
  /** Each of them needs a seat, too, at the same time. */
  togetherWith: z.array(Id).max(9),
  purpose: Purpose,
  lengthMinutes: LengthMinutes,
  /** Where a place would begin, the dearest first. */
  wishes: z.array(SlotId).min(1).max(50),
}

const Sentence = z.object({ zh: z.string(), en: z.string() })

/** What became since of a seat that was drawn. `held`: it is still theirs then. `moved`: whoever it was drawn for went elsewhere, or swapped it. `cancelled`: it was given up. */
export const DrawnSeatNow = z.enum(['held', 'moved', 'cancelled'])
export type DrawnSeatNow = z.infer<typeof DrawnSeatNow>

/** What a request came to. `place` of `of`: where it stood. */
export const DrawnRequest = z.object({
  requestId: Id,
  personId: Id,
  personName: z.string(),
  togetherNames: z.array(z.string()),
  place: z.number().int(),
  of: z.number().int(),
  /** What was drawn, and on which seats; null: nothing. */
  drawn: z
    .object({ roomId: Id, startsAt: Instant, endsAt: Instant, seatNumbers: z.array(z.number().int()) })
    .nullable(),
  /** Of each seat that was drawn, in their order; empty where nothing was. What was drawn stays as it was, and so does its sentence. */
  seatsNow: z.array(DrawnSeatNow),
  sentence: Sentence,
})
export type DrawnRequest = z.infer<typeof DrawnRequest>

/** Somebody's request, as long as it is not withdrawn. */
export const DrawWish = z.object({
  id: Id,
  windowId: Id,
  personId: Id,
  personName: z.string(),
  ...wish,
  togetherNames: z.array(z.string()),
  /** Who of those who ask is off the list; until it is drawn, they ask again as soon as they are back on it. Left out by a hub that does not say so. */
  awayIds: z.array(Id).optional(),
  handedInAt: Instant,
  handedInByName: z.string().nullable(),
  /** Left out by a hub that does not say so. */
  handedInById: Id.nullable().optional(),
  version: Version,
  /** Once it is drawn. */
  result: DrawnRequest.nullable(),
})
export type DrawWish = z.infer<typeof DrawWish>

export const DrawEventKind = z.enum(['opened', 'extended', 'cancelled', 'drawn', 'handed_in', 'changed', 'withdrawn'])
export type DrawEventKind = z.infer<typeof DrawEventKind>

/** One line of a window's history, which is only ever added to. */
export const DrawEvent = z.object({
  id: Id,
  at: Instant,
  actorName: z.string().nullable(),
  /** Left out by a hub that does not say so, as `personId` is. */
  actorId: Id.nullable().optional(),
  what: DrawEventKind,
  /** Null: it is of the whole window. Left out by a hub that does not say so. */
  requestId: Id.nullable().optional(),
  /** Whose request. */
  personName: z.string().nullable(),
  personId: Id.nullable().optional(),
  /** Whoever did it, it is their own; left out by a hub that does not say so. */
  isOwn: z.boolean().optional(),
  /** Until when requests are taken since then. */
  closesAt: Instant.nullable(),
  reason: z.string().nullable(),
})
export type DrawEvent = z.infer<typeof DrawEvent>

const opening = {
  not_found: Nothing,
  days_backwards: Nothing,
  too_many_days: z.object({ most: z.number().int() }),
  /** A length that is no number of whole slots of the room. */
  length_not_on_slots: z.object({ lengthMinutes: z.number().int(), slotMinutes: z.number().int() }),
  /** Where time is left free between two bookings, places have one length. */
  buffer_needs_one_length: z.object({ bufferMinutes: z.number().int() }),
  /** No seat is free for a whole run of these hours. */
  nothing_free: Nothing,
  too_many_slots: z.object({ most: z.number().int() }),
}
const closing = {
  closes_in_the_past: Nothing,
  /** It has to close before the first place begins. */
  closes_too_late: z.object({ firstStartsAt: Instant }),
}
const asking = {
  not_found: Nothing,
  closed: z.object({ closesAt: Instant }),
  /** A wish that is no place of that length in this window. */
  not_offered: z.object({ slotId: SlotId }),
  /** They asked in this window already, or somebody did together with them. */
  asked_already: z.object({ personName: z.string() }),
  not_for_them,
}

/**
 * Windows whose places are drawn. While one is open its places cannot be booked (`bookings.reserve` says `to_be_drawn`). It closes by the
 * clock of where it is kept, and is drawn then; what is drawn are bookings like others.
 */
export const draws = {
  /** Open ones, soonest closing first, and then those of the last 90 days. `now`: by the clock that closes them. */
  list: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.object({ now: Instant, windows: z.array(DrawWindow) }),
    refusals: {},
    changes: [],
  }),
  /** The slots of a window, by room and time. */
  slots: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ windowId: Id }),
    output: z.array(OfferedSlot),
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /** What cannot be booked on these days, both included, by the clock of each room, because it is drawn: seats that were free when a window opened. Soonest first. */
  held: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ from: PlainDate, to: PlainDate }),
    output: z.array(DrawnSeats),
    refusals: {},
    changes: [],
  }),
  /** The requests of whoever asks, or that they handed in, in these windows and those of the last 90 days. */
  mine: entry({ where: 'hub', who: everyone, input: Nothing, output: z.array(DrawWish), refusals: {}, changes: [] }),
  /** What a window would offer, and how many still owe the duty. Nothing is stored. */
  preview: entry({
    where: 'hub',
    who: coordinators,
    input: DrawPlan,
    output: z.object({
      slotCount: z.number().int(),
      placeCount: z.number().int(),
      /** Seats of that time that are booked, or drawn already, and so not offered. */
      leftOut: z.number().int(),
      owingCount: z.number().int(),
      firstStartsAt: Instant,
    }),
    refusals: opening,
    changes: [],
  }),
  /** Takes the places from those that can be booked, makes the seed and publishes its hash. */
  open: entry({
    where: 'hub',
    who: coordinators,
    input: DrawPlan.extend({ closesAt: Instant }),
    output: DrawWindow,
    refusals: { ...opening, ...closing },
    changes: ['draws', 'bookings'],
  }),
  /** Requests are taken for longer. Never for shorter: somebody counts on the time they were told. */
  extend: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ windowId: Id, seenVersion: SeenVersion, closesAt: Instant }),
    output: DrawWindow,
    refusals: {
      not_found: Nothing,
      closed: z.object({ closesAt: Instant }),
      only_later: z.object({ closesAt: Instant }),
      closes_too_late: closing.closes_too_late,
    },
    changes: ['draws'],
  }),
  /** Nothing is drawn, and the places can be booked again. Cancelled already: accepted. */
  cancel: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ windowId: Id, reason: shortText(LONGEST.bookingReason) }),
    output: DrawWindow,
    refusals: { not_found: Nothing, drawn_already: Nothing },
    changes: ['draws', 'bookings'],
  }),
  /** A request of one person, with those who come along. `not_for_them`: as with a booking, whoever may not book for the person does not ask for them. */
  handIn: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ windowId: Id, personId: Id, ...wish }),
    output: DrawWish,
    refusals: {
      not_found: Nothing,
      closed: asking.closed,
      not_offered: asking.not_offered,
      asked_already: asking.asked_already,
      not_for_them,
    },
    changes: ['draws'],
  }),
  /** Other wishes in place of those of a request, until it closes; by those who come along, too, and by whoever handed it in. */
  change: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ requestId: Id, seenVersion: SeenVersion, ...wish }),
    output: DrawWish,
    refusals: asking,
    changes: ['draws'],
  }),
  /** Takes a request out, until it closes; another one can be handed in. Withdrawn already: accepted. */
  withdraw: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ requestId: Id }),
    output: Nothing,
    refusals: { not_found: Nothing, closed: asking.closed, not_for_them },
    changes: ['draws'],
  }),
  /** What was drawn, as they stood; `search`: by a part of a name. */
  results: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ windowId: Id, search: z.string().max(LONGEST.search), offset: z.number().int().min(0) }),
    output: z.object({ total: z.number().int(), rows: z.array(DrawnRequest) }),
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /** The replay file, byte for byte as it was drawn. */
  file: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ windowId: Id }),
    output: z.object({ fileName: z.string(), text: z.string() }),
    refusals: { not_found: Nothing, not_drawn: Nothing },
    changes: [],
    isSecret: true,
  }),
  /** What happened in a window, newest first; the last five hundred. */
  history: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ windowId: Id }),
    output: z.array(DrawEvent),
    refusals: {},
    changes: [],
  }),
}

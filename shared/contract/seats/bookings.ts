import { z } from 'zod'
import { entry } from '../entry.ts'
import { Limit, RoomDays } from '../house/room-rules.ts'
import { LONGEST, MOST_CHANGES_AT_ONCE } from '../limits.ts'
import { Id, Instant, Nothing, optionalText, PlainDate } from '../values.ts'
import { SeenVersion } from '../versions.ts'
import { everyone } from '../who.ts'
import { BookingChangeGroup, BookingChangeKind } from './booking-change-kinds.ts'

/** 听线 or 接线: listening in, or answering calls oneself. */
export const Purpose = z.enum(['listen', 'answer'])
export type Purpose = z.infer<typeof Purpose>

/**
 * `checked_in`: somebody sits. `done`: their session ended. `no_show`: nobody came within the grace of the room's rules; the place is free
 * for others, and whoever comes late may still sit down on it. `excused`: a no-show that a coordinator does not count.
 */
export const BookingState = z.enum(['booked', 'checked_in', 'done', 'no_show', 'excused', 'cancelled'])
export type BookingState = z.infer<typeof BookingState>

/** One person's hold on one seat for a span of slots. No two overlap on a seat, nor for a person, companions included. */
export const KeptBooking = z.object({
  id: Id,
  seatId: Id,
  seatNumber: z.number().int(),
  personId: Id,
  personName: z.string(),
  /** Somebody who sits beside; takes no seat, but cannot be in two places either. */
  companionId: Id.nullable(),
  companionName: z.string().nullable(),
  purpose: Purpose,
  startsAt: Instant,
  /** Not included: a booking that ends 10:00 leaves 10:00 free. */
  endsAt: Instant,
  state: BookingState,
  checkedInAt: Instant.nullable(),
  /** Who made it; null where nobody had said who they are. */
  bookedById: Id.nullable(),
  bookedByName: z.string().nullable(),
  /** The same for all that were made as one series. */
  seriesId: Id.nullable(),
  /** Who sat down in the place of whoever booked, and of who was to sit beside. Null: they came themselves, or nobody did yet. */
  satById: Id.nullable(),
  satByName: z.string().nullable(),
  /** 随到随坐: the no-show whose rest this is. Null: it was booked. */
  walkUpOf: Id.nullable(),
  /** When this place was drawn for them; null: it was not, or they went to another since. */
  drawnAt: Instant.nullable(),
  /** +1 per change; becomes SEQUENCE of the calendar file. */
  version: z.number().int(),
})
export type KeptBooking = z.infer<typeof KeptBooking>

/** The same with what the rules of its room say of that day. */
export const Booking = KeptBooking.extend({
  checkInOpensAt: Instant,
  /** Whoever comes later is late; they may still sit down until the end. */
  checkInClosesAt: Instant,
})
export type Booking = z.infer<typeof Booking>

/** What of a booking can change. */
const BookingShape = Booking.pick({
  seatId: true,
  seatNumber: true,
  startsAt: true,
  endsAt: true,
  companionId: true,
  companionName: true,
  purpose: true,
  satByName: true,
})

/** One line of the history, which is only ever added to. */
export const BookingChange = z.object({
  id: Id,
  at: Instant,
  /** Who sat at the desk; null while nobody had said who they are. */
  actorId: Id.nullable(),
  actorName: z.string().nullable(),
  what: BookingChangeKind,
  /** Why, where it was somebody else's booking. */
  reason: z.string().nullable(),
  /** Of a swap: who had the other booking. */
  withName: z.string().nullable(),
  /** Null for the first line of a booking. */
  before: BookingShape.nullable(),
  after: BookingShape,
  /** As it is now, also when it is cancelled. */
  booking: KeptBooking,
  /** Nothing happened to the booking since: only then can it be taken back. */
  isLast: z.boolean(),
})
export type BookingChange = z.infer<typeof BookingChange>

/** What is said of a place beside its seat, for words that nobody makes in a window. */
export const InRoom = z.object({
  /** IANA name: the clock on its wall. */
  timeZone: z.string(),
  /** What its room is called, or where it is; empty where the house has one room, null for one of several that nobody named. */
  roomName: z.string().nullable(),
})
export type InRoom = z.infer<typeof InRoom>

/** A free place offered instead. */
export const FreePlace = z.object({ seatId: Id, seatNumber: z.number().int(), startsAt: Instant, endsAt: Instant })
export type FreePlace = z.infer<typeof FreePlace>

/**
 * Who holds the seat then, and what is free nearby (at most three). `bufferMinutes`: so long is left free beside that booking, and the wish
 * comes closer; 0: it lies across it.
 */
export const SeatTaken = z.object({
  seatNumber: z.number().int(),
  startsAt: Instant,
  personName: z.string(),
  bufferMinutes: z.number().int(),
  free: z.array(FreePlace),
})
/** Which other booking the person (or companion) has then. */
export const PersonTaken = z.object({
  personName: z.string(),
  seatNumber: z.number().int(),
  /** In another room than the place that was asked for. */
  isElsewhere: z.boolean(),
  startsAt: Instant,
  endsAt: Instant,
})
export type PersonTaken = z.infer<typeof PersonTaken>

/** Such places are not booked but drawn, for whoever asks for them until then. */
const ToBeDrawn = z.object({ windowId: Id, drawnAt: Instant, seatNumber: z.number().int() })

/** Asked of whoever changes a booking that is not theirs; masked, and kept in the history. Absent or blank: none was given. */
const reason = optionalText(LONGEST.bookingReason).optional()
/** Somebody else's booking: whose, so that the screen can ask why. */
const reason_needed = z.object({ personName: z.string() })

/** A booking for somebody who has not said that this person may book for them. */
export const not_for_them = z.object({ personName: z.string() })

/** The person has as many bookings in that time as the room allows: which they are, soonest first. One of them given up makes room. */
export const OverLimit = Limit.extend({
  personName: z.string(),
  bookings: z.array(
    z.object({
      id: Id,
      /** Left out by a hub that does not say so. */
      seatId: Id.optional(),
      seatNumber: z.number().int(),
      startsAt: Instant,
      endsAt: Instant,
    }),
  ),
})

/** It became free, and is held for whoever waits for it until then. */
const PlaceHeld = z.object({
  seatNumber: z.number().int(),
  startsAt: Instant,
  until: Instant,
  free: z.array(FreePlace),
})

/** What is in the way of a place. */
export const taken = { seat_taken: SeatTaken, person_taken: PersonTaken, place_held: PlaceHeld, to_be_drawn: ToBeDrawn }
/** Why somebody cannot be placed. */
export const placing = {
  ...taken,
  in_the_past: Nothing,
  outside_opening_hours: Nothing,
  not_on_slots: Nothing,
  /** A day, or days, on which the seat is closed for a reason with a name. */
  closed_day: RoomDays.options[0].pick({ from: true, to: true, name: true }),
  /** The first day that can be booked today. */
  too_soon: z.object({ firstDate: PlainDate }),
  /** The last day that can be booked today. */
  too_far_ahead: z.object({ lastDate: PlainDate }),
  over_limit: OverLimit,
}

/** Why a cancelled booking is not had back. */
export const restoring = { not_found: Nothing, in_the_past: Nothing, ...taken, over_limit: OverLimit }

/**
 * Times are slot edges of the room, by its rules of that day; `in_the_past` begins where the running slot does. The database is the referee of
 * overlaps.
 */
export const bookings = {
  /** All bookings of the dates, by each room's clock and with the night that the last one opens, cancelled ones left out. At most 31 days. */
  board: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ from: PlainDate, to: PlainDate }),
    output: z.array(Booking),
    refusals: { range_too_long: Nothing },
    changes: [],
  }),
  /** A person's bookings that have not ended, soonest first. */
  upcoming: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ personId: Id }),
    output: z.array(Booking),
    refusals: {},
    changes: [],
  }),
  /**
   * What happened, newest first: to one booking, or to all. Of a group of changes, to bookings that are one person's, so many; left out: of
   * every group, to everybody's, a hundred.
   */
  history: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      bookingId: Id.nullable(),
      group: BookingChangeGroup.optional(),
      personId: Id.optional(),
      most: z.number().int().min(1).max(MOST_CHANGES_AT_ONCE).optional(),
    }),
    output: z.array(BookingChange),
    refusals: {},
    changes: [],
  }),
  /**
   * A new booking, from the running slot on, for a day at most. `not_found`: no such seat or person. A companion who is the
   * person is nobody. For whom one may book, `mayBookFor` says.
   */
  reserve: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      seatId: Id,
      personId: Id,
      companionId: Id.nullable(),
      purpose: Purpose,
      startsAt: Instant,
      endsAt: Instant,
    }),
    output: Booking,
    refusals: { ...placing, not_found: Nothing, not_for_them },
    changes: ['bookings'],
  }),
  /** Another seat or time for the same booking: does not cost a second place. A booking in progress may only be made longer or shorter. */
  reschedule: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      bookingId: Id,
      seenVersion: SeenVersion,
      seatId: Id,
      startsAt: Instant,
      endsAt: Instant,
      reason,
    }),
    output: Booking,
    refusals: { ...placing, not_found: Nothing, already_over: Nothing, already_started: Nothing, reason_needed },
    changes: ['bookings'],
  }),
  /** Companion and purpose, until the end; the place stays. `person_taken`: the companion is elsewhere then. */
  edit: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ bookingId: Id, seenVersion: SeenVersion, companionId: Id.nullable(), purpose: Purpose, reason }),
    output: Booking,
    refusals: { not_found: Nothing, already_over: Nothing, person_taken: PersonTaken, reason_needed },
    changes: ['bookings'],
  }),
  /** Frees the place, until somebody sits (`already_started`). Cancelled already: accepted, and nothing changes. */
  cancel: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ bookingId: Id, seenVersion: SeenVersion, reason }),
    output: Booking,
    refusals: { not_found: Nothing, already_over: Nothing, already_started: Nothing, reason_needed },
    changes: ['bookings'],
  }),
  /** Undo of a cancel; refused like a new booking when somebody took the place meanwhile, or the person what it gave back of a limit. */
  restore: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ bookingId: Id }),
    output: Booking,
    refusals: restoring,
    changes: ['bookings'],
  }),
  /**
   * From so long before the start as the room says (15 minutes, if nobody changed it) until the end. A no-show who comes late gets the place
   * while nobody else sits on it (`seat_taken`). `standInId`: who sits down instead; left out, whoever booked is there, also where
   * somebody had stood in. `person_taken`: whoever is to sit there sits on another seat then, perhaps for somebody else.
   */
  checkIn: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ bookingId: Id, standInId: Id.nullable().optional() }),
    output: Booking,
    refusals: { not_found: Nothing, too_early: z.object({ opensAt: Instant }), already_over: Nothing, ...taken },
    changes: ['bookings'],
  }),
  /**
   * Undo of it, until the end, while no session was begun on it: whoever booked is awaited again, or late by now. Not checked in: accepted, and nothing
   * changes. `in_use`: a session was begun. `not_found`: also for a walk-up, which `walkUps.leave` gives back.
   */
  undoCheckIn: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ bookingId: Id }),
    output: Booking,
    refusals: { not_found: Nothing, already_over: Nothing, in_use: Nothing },
    changes: ['bookings'],
  }),
}

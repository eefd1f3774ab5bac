import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_SEATS } from '../limits.ts'
import { Id, Instant, Nothing, PlainDate, shortText, TimeOfDay } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'
import { LaterRules, RoomDays, RoomRules, RulesVersion } from './room-rules.ts'

/** Numbers run 1…count without a gap; a seat that comes back after it went is the same one. */
export const Seat = z.object({ id: Id, number: z.number().int().min(1).max(MOST_SEATS) })
export type Seat = z.infer<typeof Seat>

/** A room of the house with its rules, in the order in which they begin; the first of them has always counted. */
export const HouseRoom = z.object({
  id: Id,
  /** Empty where nobody gave it one: a house with one room needs none. */
  name: z.string(),
  /** Where it is; empty where nobody said. */
  site: z.string(),
  /** IANA name; days and hours of the rules are the room's. */
  timeZone: z.string(),
  coordinatorId: Id.nullable(),
  /** All that are there on some day from today on, or still have a booking. Which are open, the rules say. */
  seats: z.array(Seat),
  rules: z.array(RulesVersion).min(1),
  /** The first day on which it is closed for good, whatever its rules say; null: it is open. */
  closedFrom: PlainDate.nullable(),
  version: Version,
})
export type HouseRoom = z.infer<typeof HouseRoom>

/** A booking to come that fitted the rules before and does not fit the new ones. */
export const HitBooking = z.object({
  bookingId: Id,
  personName: z.string(),
  seatNumber: z.number().int(),
  startsAt: Instant,
  endsAt: Instant,
  /** `buffer`: too close to the booking before it. */
  reason: z.enum(['closed_day', 'seat_gone', 'outside_opening_hours', 'not_on_slots', 'buffer']),
  /** Of a closed day. */
  name: RoomDays.options[0].shape.name.nullable(),
  /** Somebody sits there already: it can only be kept. */
  isRunning: z.boolean(),
})
export type HitBooking = z.infer<typeof HitBooking>

/** Why rules are none. `weekday` 1 = Monday. */
export const UnfitRules = z.object({
  fault: z.enum([
    /** A day opens before the night of the day before it has closed. */
    'hours_overlap',
    /** Open for less than a slot. */
    'shorter_than_slot',
    'never_open',
    /** Hours or a closed day of a seat that there never is. */
    'unknown_seat',
    'repeated_seat',
    'repeated_limit',
    'days_backwards',
    /** Two peaks on one day. */
    'peaks_overlap',
    /** Rules of that date, which have as many as there can be, would get more from earlier ones. */
    'too_many_days',
  ]),
  weekday: z.number().int().nullable(),
  seatNumber: z.number().int().nullable(),
  date: PlainDate.nullable(),
})
export type UnfitRules = z.infer<typeof UnfitRules>

/** Of a room that closes: somebody waits for a place in it from that day on; of rules: for hours in which none is left. `isHeld`: one is held for them. */
export const HitWait = z.object({
  waitId: Id,
  personName: z.string(),
  date: PlainDate,
  from: TimeOfDay,
  to: TimeOfDay,
  isHeld: z.boolean(),
})
export type HitWait = z.infer<typeof HitWait>

/** A draw that is still open has places in the room from the day on which it closes, or places that the rules take away. */
export const HitDraw = z.object({ windowId: Id, from: PlainDate, to: PlainDate, closesAt: Instant })
export type HitDraw = z.infer<typeof HitDraw>

/** Nothing was saved: it would hit these. */
export const HitsBookings = z.object({
  /** Names exactly these: with it the person says that they were told. */
  mark: z.string(),
  count: z.number().int(),
  /** The first five hundred, soonest first. */
  hits: z.array(HitBooking),
  waits: z.array(HitWait),
  draws: z.array(HitDraw),
})
export type HitsBookings = z.infer<typeof HitsBookings>

/** Of the bookings that are hit, those that do not stay, and why. */
export const CancelHits = z.object({
  bookingIds: z.array(Id).max(5_000),
  /** Also all that are hit beyond those that were listed. */
  withUnlisted: z.boolean().optional(),
  reason: shortText(LONGEST.bookingReason),
})
export type CancelHits = z.infer<typeof CancelHits>

/** Those that were cancelled, as they are now: what `series.takeBack` asks for to give them back. */
export const CancelledHit = z.object({ id: Id, version: Version })
export type CancelledHit = z.infer<typeof CancelledHit>

export const rooms = {
  /** In the order in which they were made; there is always a first one. */
  list: entry({ where: 'hub', who: everyone, input: Nothing, output: z.array(HouseRoom), refusals: {}, changes: [] }),
  /**
   * Rules that count from a day on, today at the earliest, until those that begin later; in place of the ones that begin on that day. While nobody
   * has ever booked in the room, also in place of those it began with (`0001-01-01`). Null: takes these away. `hits_bookings`: nothing was saved; with its `mark` as `toldHits` the same wish is taken, unless others would be hit by then.
   * `later`: all that begin later as well, as they stood before what is taken back here; left out, they take the days from these.
   * `before`: those that began on that day and later, in whose place these are now.
   * What was given stays given, but for the hit bookings that `cancel` names; whoever sits already stays.
   */
  saveRules: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({
      roomId: Id,
      seenVersion: SeenVersion,
      validFrom: PlainDate,
      rules: RoomRules.nullable(),
      later: LaterRules.optional(),
      toldHits: z.string().nullable(),
      cancel: CancelHits.nullable(),
    }),
    output: z.object({ room: HouseRoom, before: z.array(RulesVersion), cancelled: z.array(CancelledHit) }),
    refusals: {
      not_found: Nothing,
      unfit_rules: UnfitRules,
      from_the_past: z.object({ today: PlainDate }),
      hits_bookings: HitsBookings,
    },
    changes: ['rooms', 'bookings'],
  }),
}

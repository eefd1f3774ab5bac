import { z } from 'zod'
import { LONGEST, MOST_LATER_RULES, MOST_ROOM_DAYS, MOST_SEATS } from '../limits.ts'
import { optionalText, PlainDate, TimeOfDay } from '../values.ts'

const SeatNumber = z.number().int().min(1).max(MOST_SEATS)

/** From when to when on the room's clock. An end that is not after the beginning is on the next day; 00:00–24:00 is the whole day. */
export const Hours = z.object({ opensAt: TimeOfDay, closesAt: TimeOfDay })
export type Hours = z.infer<typeof Hours>

/** Monday first; null: closed. A time after midnight belongs to the day that opened. */
export const WeekHours = z.array(Hours.nullable()).length(7)
export type WeekHours = z.infer<typeof WeekHours>

/** In which time a person may have no more than so many bookings: of the room's calendar, or all that are still to come. */
export const LimitWindow = z.enum(['day', 'week', 'month', 'year', 'to_come'])
export type LimitWindow = z.infer<typeof LimitWindow>

export const Limit = z.object({ count: z.number().int().min(1).max(200), per: LimitWindow })
export type Limit = z.infer<typeof Limit>

/** Rules that begin later have it from earlier ones: taken out there, it is out here as well. Told with rules that are known; with new ones it is found. */
const isOfEarlier = z.boolean().optional()

const name = z.object({ zh: optionalText(LONGEST.dayName), en: optionalText(LONGEST.dayName) })

/**
 * Days on which the room is not as its week says, both included.
 * - `closed`: nobody listens in; `seatNumbers`: on these seats alone
 * - `peak`: so many seats instead of the usual, 618 or 双11
 */
export const RoomDays = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('closed'),
    from: PlainDate,
    to: PlainDate,
    name,
    seatNumbers: z.array(SeatNumber).min(1).max(MOST_SEATS).nullable(),
    isOfEarlier,
  }),
  z.object({
    kind: z.literal('peak'),
    from: PlainDate,
    to: PlainDate,
    name,
    seatCount: SeatNumber,
    isOfEarlier,
  }),
])
export type RoomDays = z.infer<typeof RoomDays>

/** How a room is run. What of it is about a day counts for the day on which a place opens. */
export const RoomRules = z.object({
  /** Seats 1…count. */
  seatCount: SeatNumber,
  slotMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]),
  week: WeekHours,
  /** Seats that have hours of their own. */
  seatWeeks: z.array(z.object({ seatNumber: SeatNumber, week: WeekHours })).max(MOST_SEATS),
  /** Left free between two bookings of a seat. */
  bufferMinutes: z.number().int().min(0).max(240),
  /** The last day that can be booked, counted from today; null: however far ahead. */
  aheadDays: z.number().int().min(0).max(730).nullable(),
  /** The first day that can be booked, counted from today; 0: also the slot that is running. */
  noticeDays: z.number().int().min(0).max(60),
  /** Of one person's bookings, in all rooms together. */
  limits: z.array(Limit).max(LimitWindow.options.length),
  checkIn: z.object({
    /** Check-in opens so long before the start. */
    beforeMinutes: z.number().int().min(0).max(240),
    /** Whoever comes later than this is late. */
    graceMinutes: z.number().int().min(0).max(240),
  }),
  /**
   * So long in working time a freed place is held for one who waits, some days ahead; less the nearer it is, a quarter of an hour on the day. Rules that
   * were saved before there was this say nothing of it.
   */
  holdMinutes: z.number().int().min(15).max(2_400).default(240),
  days: z.array(RoomDays).max(MOST_ROOM_DAYS),
})
export type RoomRules = z.infer<typeof RoomRules>

/** Rules and the first day on which they count; they do so until the next ones begin. */
export const RulesVersion = z.object({ validFrom: PlainDate, rules: RoomRules })
export type RulesVersion = z.infer<typeof RulesVersion>

/** All rules that begin after some day; on one day only one of them can. */
export const LaterRules = z
  .array(RulesVersion)
  .max(MOST_LATER_RULES)
  .refine((all) => new Set(all.map(({ validFrom }) => validFrom)).size === all.length)

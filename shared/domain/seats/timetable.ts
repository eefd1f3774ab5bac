import type { RoomRules, RulesVersion } from '../../contract/house/room-rules.ts'
import type { Instant } from '../instants.ts'
import { dateOf, daysAfter } from '../wall-clock.ts'
import { rulesWhileOpen } from './closed-rooms.ts'
import { hoursOn, rulesOn } from './room-rules.ts'
import { openSpanOf, type Span, slotsOfDay } from './slots.ts'

/** What makes a room's timetable: versions of its rules in order, and an IANA name. */
export interface RoomTimes {
  readonly timeZone: string
  readonly versions: readonly RulesVersion[]
}

/** A seat's day, from opening to closing, which may be on the next day. A rest before closing that is shorter than a slot is in none. */
export interface Opening extends Span {
  readonly slots: readonly Span[]
}

/** When one seat can be had. */
export interface SeatTimes {
  readonly seatNumber: number
  readonly timeZone: string
  rulesOn(date: string): RoomRules
  /** Null: closed all that day. */
  openingOn(date: string): Opening | null
  /** The day that a moment belongs to: one that opened and has not closed yet, else the date on the room's clock. */
  dayOf(at: Instant): string
}

export interface Timetable {
  seat(seatNumber: number): SeatTimes
}

/** More than a year, with some seats that have hours of their own. */
const MOST_REMEMBERED = 1_000

/** Asks the rules, and remembers the days it was asked about: of many bookings most lie on the same ones. */
export function timetableOf({ timeZone, versions }: RoomTimes): Timetable {
  const made = new Map<string, Opening>()

  function openingBy(rules: RoomRules, seatNumber: number, date: string): Opening | null {
    const hours = hoursOn(rules, seatNumber, date)
    if (hours === null) return null
    const key = `${date} ${hours.opensAt} ${hours.closesAt}`
    const known = made.get(key)
    if (known !== undefined) return known
    const open = openSpanOf(date, { ...hours, timeZone })
    if (open === null) return null
    const opening = { ...open, slots: slotsOfDay(date, { ...hours, slotMinutes: rules.slotMinutes, timeZone }) }
    if (made.size >= MOST_REMEMBERED) made.clear()
    made.set(key, opening)
    return opening
  }

  /** The last night of earlier rules goes on until it closes; the first morning of new ones begins after it. */
  function openingOn(seatNumber: number, date: string): Opening | null {
    const opening = openingBy(rulesOn(versions, date), seatNumber, date)
    if (opening === null || !versions.some(({ validFrom }) => validFrom === date)) return opening
    const dayBefore = daysAfter(date, -1)
    const rulesBefore = rulesOn(versions, dayBefore)
    if (rulesBefore === rulesOn(versions, date)) return opening
    const before = openingBy(rulesBefore, seatNumber, dayBefore)
    if (before === null || before.endsAt <= opening.startsAt) return opening
    const slots = opening.slots.filter(({ startsAt }) => startsAt >= before.endsAt)
    const startsAt = slots[0]?.startsAt
    return startsAt === undefined ? null : { startsAt, endsAt: opening.endsAt, slots }
  }

  return {
    seat: (seatNumber) => ({
      seatNumber,
      timeZone,
      rulesOn: (date) => rulesOn(versions, date),
      openingOn: (date) => openingOn(seatNumber, date),
      dayOf: (at) => {
        const date = dateOf(at, timeZone)
        const before = daysAfter(date, -1)
        const night = openingOn(seatNumber, before)
        return night !== null && at < night.endsAt ? before : date
      },
    }),
  }
}

/** What of a room its timetable is made of. */
export interface RuledRoom {
  readonly timeZone: string
  readonly rules: readonly RulesVersion[]
  readonly closedFrom: string | null
}

/** More than a company has rooms; then all are worked out anew. */
const MOST_KNOWN = 100

/** By all that they follow from, so that none is ever an old one. */
const known = new Map<string, Timetable>()
const ofRoom = new WeakMap<object, Timetable>()

/** A room's timetable, worked out once for the same rules, however often they are read. */
export function timetableIn(room: RuledRoom): Timetable {
  const timetable = ofRoom.get(room) ?? byRules(room)
  ofRoom.set(room, timetable)
  return timetable
}

function byRules({ timeZone, rules, closedFrom }: RuledRoom): Timetable {
  const key = JSON.stringify([timeZone, rules, closedFrom])
  const timetable = known.get(key) ?? timetableOf({ timeZone, versions: rulesWhileOpen({ rules, closedFrom }) })
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, timetable)
  return timetable
}

/** The openings that a span may touch, in order. */
export function openingsAround(seat: SeatTimes, { startsAt, endsAt }: Span): Opening[] {
  const last = dateOf(endsAt, seat.timeZone)
  const openings: Opening[] = []
  for (let date = daysAfter(dateOf(startsAt, seat.timeZone), -1); date <= last; date = daysAfter(date, 1)) {
    const opening = seat.openingOn(date)
    if (opening !== null) openings.push(opening)
  }
  return openings
}

/**
 * The slots that a place may go on through which begins on a day: its own, and those of the day after where that opens as this one closes.
 */
export function slotsFrom(seat: SeatTimes, date: string): Span[] {
  const opening = seat.openingOn(date)
  if (opening === null) return []
  const next = seat.openingOn(daysAfter(date, 1))
  if (next === null || next.startsAt > opening.endsAt) return [...opening.slots]
  return [...opening.slots, ...next.slots.filter(({ endsAt }) => endsAt > opening.endsAt)]
}

/** Whether the seat is open all that time: where one day closes as the next opens, it goes on. */
export function isOpenDuring(openings: readonly Opening[], span: Span): boolean {
  let openUntil = span.startsAt
  for (const { startsAt, endsAt } of openings) if (startsAt <= openUntil && endsAt > openUntil) openUntil = endsAt
  return openUntil >= span.endsAt
}

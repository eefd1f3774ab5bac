import type { Standing, WaitWindow } from '../../contract/seats/waitlist.ts'
import { addMs, type Instant, msOf } from '../instants.ts'
import { dateOf, daysAfter, instantAt } from '../wall-clock.ts'
import { bufferMs, inTheWay } from './booking-rules.ts'
import type { SeatSpan } from './free-neighbours.ts'
import { overlaps, type Span } from './slots.ts'
import { isOpenDuring, openingsAround, type SeatTimes } from './timetable.ts'

/** So many weeks are looked back for a chance, and so few of them tell nothing. */
export const WEEKS_BACK = 8
const LEAST_WEEKS = 4

/** A seat that may be given, with what is held on it. */
export interface OfferedSeat {
  readonly id: string
  readonly times: SeatTimes
  readonly held: readonly Span[]
  /** What a window draws on it, with what is left free around that. */
  readonly drawn: readonly Span[]
}

/** The time that a window leaves open. */
export const windowSpan = ({ date, from, to }: Pick<WaitWindow, 'date' | 'from' | 'to'>, timeZone: string): Span => ({
  startsAt: instantAt(date, from, timeZone),
  endsAt: instantAt(to > from ? date : daysAfter(date, 1), to, timeZone),
})

/** Whether a place is one of those that a window leaves open. */
export const isPlaceOf = (window: WaitWindow, place: SeatSpan, timeZone: string): boolean =>
  (window.seatId ?? place.seatId) === place.seatId && overlaps(windowSpan(window, timeZone), place)

/** What of a window is free on these seats, soonest first, then in the order of the seats. */
export function fittingPlaces(window: WaitWindow, timeZone: string, seats: readonly OfferedSeat[]): SeatSpan[] {
  const span = windowSpan(window, timeZone)
  const wanted = seats.filter(({ id }) => window.seatId === null || window.seatId === id)
  return wanted
    .flatMap((seat) => placesOn(seat, span, window.minutes * 60_000))
    .sort((a, b) => (a.startsAt === b.startsAt ? 0 : a.startsAt < b.startsAt ? -1 : 1))
}

function placesOn({ id, times, held, drawn }: OfferedSeat, span: Span, lengthMs: number): SeatSpan[] {
  const openings = openingsAround(times, span)
  const slots = openings.flatMap((opening) => opening.slots.filter((slot) => overlaps(slot, span)))
  const ends = new Set(slots.map(({ endsAt }) => endsAt))
  return slots.flatMap(({ startsAt }) => {
    // Asked of each slot of each seat for each who waits, and most are no place: what costs least is asked first.
    if (startsAt < span.startsAt || held.some((one) => isDuring(one, startsAt))) return []
    const place = { seatId: id, startsAt, endsAt: addMs(startsAt, lengthMs) }
    if (place.endsAt > span.endsAt || !ends.has(place.endsAt)) return []
    if (inTheWay(held, place, 0) !== null || inTheWay(drawn, place, 0) !== null) return []
    const ms = bufferMs(times.rulesOn(times.dayOf(startsAt)))
    return inTheWay(held, place, ms) === null && isOpenDuring(openings, place) ? [place] : []
  })
}

const isDuring = (held: Span, at: Instant): boolean => held.startsAt <= at && at < held.endsAt

interface InLine {
  readonly id: string
  readonly roomId: string
  readonly windows: readonly WaitWindow[]
}

/** How many of those who asked before want something of the same times. */
export function standingBefore(window: WaitWindow, waitId: string, line: readonly InLine[], timeZone: string): number {
  const own = line.findIndex(({ id }) => id === waitId)
  const roomId = line[own]?.roomId
  const earlier = line.slice(0, Math.max(own, 0)).filter((other) => other.roomId === roomId)
  return earlier.filter(({ windows }) => windows.some((other) => isRival(other, window, timeZone))).length
}

/** Whether one place could serve both. */
export function isRival(one: WaitWindow, other: WaitWindow, timeZone: string): boolean {
  const isSameSeat = one.seatId === null || other.seatId === null || one.seatId === other.seatId
  return isSameSeat && overlaps(windowSpan(one, timeZone), windowSpan(other, timeZone))
}

/** The same hours on the last such weekdays that are over, the latest first. */
export function weeksBefore(window: WaitWindow, timeZone: string, now: Instant): Span[] {
  const spans: Span[] = []
  const today = dateOf(now, timeZone)
  let date = window.date
  while (date >= today || windowSpan({ ...window, date }, timeZone).endsAt > now) date = daysAfter(date, -7)
  for (let week = 0; week < WEEKS_BACK; week += 1)
    spans.push(windowSpan({ ...window, date: daysAfter(date, -7 * week) }, timeZone))
  return spans
}

/** What became of the places of one week. */
export interface PastWeek {
  /** Anybody had booked. */
  readonly isUsed: boolean
  /** Places that were given back. */
  readonly freed: number
}

/** How often enough was given back for whoever stands behind so many; null below the least that tells something. */
export function chanceOf(weeks: readonly PastWeek[], before: number): Standing['chance'] {
  const used = weeks.filter(({ isUsed }) => isUsed)
  if (used.length < LEAST_WEEKS) return null
  return { weeks: used.length, enough: used.filter(({ freed }) => freed > before).length }
}

/** Whether the place begins late enough to be taken for somebody who is not asked. */
export const isTakenForThem = (acceptHours: number | null, startsAt: Instant, now: Instant): boolean =>
  acceptHours !== null && msOf(startsAt) - msOf(now) >= acceptHours * 3_600_000

import type { Limit, LimitWindow, RoomRules } from '../../contract/house/room-rules.ts'
import { addMs, type Instant } from '../instants.ts'
import { dateOf, daysAfter, instantAt, weekOf } from '../wall-clock.ts'
import { decideReservation, type PlacingFacts, type PlacingRefusal } from './bookings.ts'
import { LONGEST_BOOKING_MS } from './longest-booking.ts'
import { type ClosedDays, closedDays } from './room-rules.ts'
import { overlaps, type Span } from './slots.ts'

/** One of a person's bookings that uses up a limit. */
export interface Counted extends Span {
  readonly id: string
  /** The day it belongs to in its room. */
  readonly day: string
}

/** A day with a name on which the seat is closed: more than that it is outside opening hours. */
export interface ClosedDay {
  code: 'closed_day'
  detail: Pick<ClosedDays, 'from' | 'to' | 'name'>
}

export type DayRefusal =
  | { code: 'too_soon'; detail: { firstDate: string } }
  | { code: 'too_far_ahead'; detail: { lastDate: string } }

export interface OverLimit<One extends Counted> {
  code: 'over_limit'
  detail: Limit & { bookings: One[] }
}

/** Whether the day can be booked today; null: yes. Of a booking that stays on its day nothing is asked. */
export function decideDay({ now, seat }: PlacingFacts, wish: Span, held?: Span): DayRefusal | null {
  const day = seat.dayOf(wish.startsAt)
  if (held !== undefined && seat.dayOf(held.startsAt) === day) return null
  return refusalOfDate(seat.rulesOn(day), day, dateOf(now, seat.timeZone))
}

/** Whether a date can be booked on another; null: yes. */
export function refusalOfDate({ noticeDays, aheadDays }: RoomRules, day: string, today: string): DayRefusal | null {
  const firstDate = daysAfter(today, noticeDays)
  if (noticeDays > 0 && day < firstDate) return { code: 'too_soon', detail: { firstDate } }
  if (aheadDays === null) return null
  const lastDate = daysAfter(today, aheadDays)
  return day > lastDate ? { code: 'too_far_ahead', detail: { lastDate } } : null
}

/** The closed day that a wish outside opening hours touches; null: those are hours like any other. A night may go on into one. */
export function closedDayIn(seat: PlacingFacts['seat'], { startsAt, endsAt }: Span): ClosedDay | null {
  const last = dateOf(addMs(endsAt, -1), seat.timeZone)
  for (let date = seat.dayOf(startsAt); date <= last; date = daysAfter(date, 1)) {
    const closed = closedDays(seat.rulesOn(date), seat.seatNumber, date)
    if (closed !== null) return { code: 'closed_day', detail: { from: closed.from, to: closed.to, name: closed.name } }
  }
  return null
}

/**
 * Whether the person may have one more booking there; null: yes. `others`: what they have besides, cancelled ones left out. A booking
 * that is moved uses up nothing more of a time in which it is already.
 */
export function decideLimits<One extends Counted>(
  { now, seat }: PlacingFacts,
  wish: Span,
  others: readonly One[],
  held?: Pick<Counted, 'endsAt' | 'day'>,
): OverLimit<One> | null {
  const day = seat.dayOf(wish.startsAt)
  for (const limit of seat.rulesOn(day).limits) {
    const isIn = (booking: Pick<Counted, 'endsAt' | 'day'>) =>
      limit.per === 'to_come' ? booking.endsAt > now : firstOf(limit.per, booking.day) === firstOf(limit.per, day)
    if (held !== undefined && isIn(held)) continue
    const bookings = others.filter(isIn)
    if (bookings.length >= limit.count) return { code: 'over_limit', detail: { ...limit, bookings } }
  }
  return null
}

/** Which of a person's bookings may count: those that start later than this; null: no limit asks. */
export function countedFrom({ now, seat }: PlacingFacts, wish: Span): Instant | null {
  const day = seat.dayOf(wish.startsAt)
  const starts = seat.rulesOn(day).limits.map(({ per }) =>
    // A day before: who sat down before midnight belongs to the day that opened.
    per === 'to_come'
      ? addMs(now, -LONGEST_BOOKING_MS)
      : addMs(instantAt(firstOf(per, day), '00:00', seat.timeZone), -LONGEST_BOOKING_MS),
  )
  return starts.sort()[0] ?? null
}

function firstOf(per: Exclude<LimitWindow, 'to_come'>, day: string): string {
  switch (per) {
    case 'day':
      return day
    case 'week':
      return weekOf(day)[0] ?? day
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'year':
      return `${day.slice(0, 4)}-01-01`
  }
}

export type PlaceRefusal = { code: PlacingRefusal; detail: Readonly<Record<string, never>> } | ClosedDay | DayRefusal

/**
 * Why the room lets nobody have a place now, whoever is on it; null: it does. The one rule of everybody who takes one, is shown one, or waits for one.
 * A day with a name is told by it, not by its hours.
 */
export function decidePlace(facts: PlacingFacts, place: Span): PlaceRefusal | null {
  const refusal = decideReservation(facts, place)
  const closed = refusal === 'outside_opening_hours' ? closedDayIn(facts.seat, place) : null
  if (closed !== null) return closed
  return refusal === null ? decideDay(facts, place) : { code: refusal, detail: {} }
}

/** What on the same seat keeps a place from being had: what lies across it before what lies too close; null: nothing. */
export function inTheWay<One extends Span>(held: readonly One[], place: Span, ms: number): One | null {
  const across = held.find((other) => overlaps(other, place))
  if (across !== undefined || ms === 0) return across ?? null
  return held.find((other) => overlaps(other, withBuffer(place, ms))) ?? null
}

/** How long is left free beside a booking that lies there. */
export const bufferMs = (rules: RoomRules): number => rules.bufferMinutes * 60_000

/** The time in which no other booking of the seat may lie. */
export const withBuffer = (span: Span, ms: number): Span => ({
  startsAt: addMs(span.startsAt, -ms),
  endsAt: addMs(span.endsAt, ms),
})

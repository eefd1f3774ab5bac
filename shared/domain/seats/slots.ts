import { Temporal } from 'temporal-polyfill'
import { type Instant, instantFromMs, msOf } from '../instants.ts'
import { dateOf, daysAfter, instantAt } from '../wall-clock.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440

/** A stretch of time, start included, end not. */
export type Span = { startsAt: Instant; endsAt: Instant }

/**
 * What makes the slots of a date. A `closesAt` that is not after `opensAt` is on the next day, `24:00` is midnight; `timeZone` is an
 * IANA name.
 */
export type OpeningHours = { opensAt: string; closesAt: string; slotMinutes: number; timeZone: string }

/**
 * The slots of a date: one begins each time the room's clock reads opening time plus a whole number of slots. Where clocks
 * change an hour comes twice or not at all; after a change by less than a slot one slot is longer or shorter, and the day ends
 * as on every other day. A rest before closing that is shorter than a slot is not offered; a date that was skipped has none.
 */
export function slotsOfDay(date: string, room: OpeningHours): Span[] {
  const edges = edgesOfDay(date, room)
  return edges.flatMap((ms, index) => {
    const next = edges[index + 1]
    return next === undefined ? [] : [{ startsAt: instantFromMs(ms), endsAt: instantFromMs(next) }]
  })
}

/** From opening to closing; null for a date that was skipped. */
export function openSpanOf(
  date: string,
  { opensAt, closesAt, timeZone }: Omit<OpeningHours, 'slotMinutes'>,
): Span | null {
  const startsAt = instantAt(date, opensAt, timeZone)
  if (dateOf(startsAt, timeZone) !== date) return null
  return { startsAt, endsAt: instantAt(closesAt > opensAt ? date : daysAfter(date, 1), closesAt, timeZone) }
}

function edgesOfDay(date: string, room: OpeningHours): number[] {
  const open = openSpanOf(date, room)
  if (open === null) return []
  const [opensMs, closesMs] = [msOf(open.startsAt), msOf(open.endsAt)]
  const openMinutes = minutesOpen(room)
  const wallMinutes = Array.from(
    { length: Math.floor(openMinutes / room.slotMinutes) + 1 },
    (_, index) => index * room.slotMinutes,
  )
  const isPlain = closesMs - opensMs === openMinutes * MINUTE_MS
  if (isPlain) return wallMinutes.map((minutes) => opensMs + minutes * MINUTE_MS)
  const shown = wallMinutes.flatMap((minutes) => momentsOf(date, minutesOf(room.opensAt) + minutes, room.timeZone))
  const within = shown.filter((ms) => ms >= opensMs && ms <= closesMs)
  return [...new Set(within)].sort((a, b) => a - b)
}

/** Every moment at which the clocks show this: two in an hour that comes twice; one after the gap when they skip it. */
function momentsOf(date: string, minutes: number, timeZone: string): number[] {
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minutes / DAY_MINUTES) })
  const wall = day.toPlainDateTime({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 })
  const moments = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  )
  const exact = moments.filter((moment) => moment.toPlainDateTime().equals(wall))
  return (exact.length === 0 ? moments.slice(1) : exact).map((moment) => moment.epochMilliseconds)
}

/** By the clock on the wall, on a day on which nobody sets it. */
export const minutesOpen = ({ opensAt, closesAt }: Pick<OpeningHours, 'opensAt' | 'closesAt'>): number =>
  minutesOf(closesAt) - minutesOf(opensAt) + (closesAt > opensAt ? 0 : DAY_MINUTES)

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Touching ends do not overlap: one manager may sit down the moment another gets up. */
export const overlaps = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt

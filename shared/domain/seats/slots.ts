import { Temporal } from 'temporal-polyfill'
import { type Instant, instantFromMs, msOf } from '../instants.ts'
import { dateOf, instantAt } from '../wall-clock.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440

/** A stretch of time, start included, end not. */
export type Span = { startsAt: Instant; endsAt: Instant }

/** The part of a room that makes its timetable. `closesAt` may be `24:00`; `timeZone` is an IANA name. */
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

function edgesOfDay(date: string, room: OpeningHours): number[] {
  const opensMs = msOf(instantAt(date, room.opensAt, room.timeZone))
  const closesMs = msOf(instantAt(date, room.closesAt, room.timeZone))
  if (dateOf(instantFromMs(opensMs), room.timeZone) !== date) return []
  const wallMinutes = Array.from(
    { length: Math.floor((minutesOf(room.closesAt) - minutesOf(room.opensAt)) / room.slotMinutes) + 1 },
    (_, index) => index * room.slotMinutes,
  )
  const isPlain = closesMs - opensMs === (minutesOf(room.closesAt) - minutesOf(room.opensAt)) * MINUTE_MS
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

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Touching ends do not overlap: one manager may sit down the moment another gets up. */
export const overlaps = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt

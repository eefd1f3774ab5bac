import { Temporal } from 'temporal-polyfill'
import { type Instant, instantFromMs, msOf } from './instants.ts'

/** A stretch of time, start included, end not. */
export type Span = { startsAt: Instant; endsAt: Instant }

/** The part of a room that makes its timetable. `closesAt` may be `24:00`; `timeZone` is an IANA name. */
export type OpeningHours = { opensAt: string; closesAt: string; slotMinutes: number; timeZone: string }

/**
 * The slots of a date, all equally long; a rest at the end that is shorter than a slot is not offered. Where clocks
 * change the day has as many slots as really fit, so none is doubled or missing.
 */
export function slotsOfDay(date: string, room: OpeningHours): Span[] {
  const lengthMs = room.slotMinutes * 60_000
  const closesMs = msOf(instantAt(date, room.closesAt, room.timeZone))
  const slots: Span[] = []
  for (let ms = msOf(instantAt(date, room.opensAt, room.timeZone)); ms + lengthMs <= closesMs; ms += lengthMs) {
    slots.push({ startsAt: instantFromMs(ms), endsAt: instantFromMs(ms + lengthMs) })
  }
  return slots
}

/** The point in time of a wall clock, `00:00` to `24:00`. A time that clocks skip becomes the one just after the gap. */
export function instantAt(date: string, time: string, timeZone: string): Instant {
  const isMidnightAfter = time === '24:00'
  const day = Temporal.PlainDate.from(date).add({ days: isMidnightAfter ? 1 : 0 })
  return instantFromMs(day.toZonedDateTime({ timeZone, plainTime: isMidnightAfter ? '00:00' : time }).epochMilliseconds)
}

/** The seven dates of the week that contains `date`, Monday first. */
export function weekOf(date: string): string[] {
  const day = Temporal.PlainDate.from(date)
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return Array.from({ length: 7 }, (_, index) => monday.add({ days: index }).toString())
}

const wallClock = (instant: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)

/** `2026-11-21` */
export const dateOf = (instant: Instant, timeZone: string): string =>
  wallClock(instant, timeZone).toPlainDate().toString()

/** `09:30` */
export const timeOf = (instant: Instant, timeZone: string): string =>
  wallClock(instant, timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

/** Touching ends do not overlap: one manager may sit down the moment another gets up. */
export const overlaps = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt

import { Temporal } from 'temporal-polyfill'
import { type Instant, instantFromMs, msOf } from '../instants.ts'

export type NamedDay = { date: string; name: { zh: string; en: string } }

/** What one year takes from and adds to the weekly pattern. */
export type CalendarYear = { holidays: NamedDay[]; makeUpWorkdays: NamedDay[] }

/** Working hours of a day, wall clock, `from` included, `to` not; `to` may be `24:00`. */
export type Shift = { from: string; to: string }

export type WorkCalendar = {
  /** IANA name. */
  timeZone: string
  /** ISO weekdays that are worked, 1 = Monday … 7 = Sunday. */
  weekdays: number[]
  /** The same on every workday, not overlapping. */
  shifts: Shift[]
  /** Keyed by year, `2026`. A year that is missing follows the weekly pattern and is reported as unknown. */
  years: Record<string, CalendarYear>
}

/** One stretch of time that counted. */
export type WorkingBlock = { from: Instant; to: Instant; workingMs: number }

export type WorkingDeadline = {
  at: Instant
  /** Every stretch that counted, in order; their `workingMs` add up to what was asked for. */
  blocks: WorkingBlock[]
  /** Years on the way whose holidays the calendar does not know: the deadline may be too early. */
  unknownYears: number[]
}

/** Why a date is worked or not; `name` of the holiday or make-up workday when there is one. */
export type DayKind = { kind: 'workday' | 'weekend' | 'holiday' | 'make_up_workday'; name: NamedDay['name'] | null }

/** Longest stretch without any work that is believed; beyond it the calendar is empty rather than on holiday. */
const LONGEST_REST_DAYS = 400

export function dayKind(calendar: WorkCalendar, date: string): DayKind {
  const year = calendar.years[date.slice(0, 4)]
  const madeUp = year?.makeUpWorkdays.find((day) => day.date === date)
  if (madeUp) return { kind: 'make_up_workday', name: madeUp.name }
  const holiday = year?.holidays.find((day) => day.date === date)
  if (holiday) return { kind: 'holiday', name: holiday.name }
  const isWeekday = calendar.weekdays.includes(Temporal.PlainDate.from(date).dayOfWeek)
  return { kind: isWeekday ? 'workday' : 'weekend', name: null }
}

export function isWorkday(calendar: WorkCalendar, date: string): boolean {
  const { kind } = dayKind(calendar, date)
  return kind === 'workday' || kind === 'make_up_workday'
}

/** The shifts worked on a date, earliest first; none on a day off. */
export function shiftsOn(calendar: WorkCalendar, date: string): Shift[] {
  if (!isWorkday(calendar, date)) return []
  return [...calendar.shifts].sort((a, b) => (a.from < b.from ? -1 : 1))
}

export const isKnownYear = (calendar: WorkCalendar, year: number): boolean => String(year) in calendar.years

/** Working time of one working day; 7.5 h by default. «2 days» of a time limit are twice this. */
export function workingDayMs(calendar: WorkCalendar): number {
  return calendar.shifts.reduce((sum, shift) => sum + (minutesOf(shift.to) - minutesOf(shift.from)) * 60_000, 0)
}

/**
 * The instant at which `workingMs` of working time have passed since `from`. A deadline that uses up a shift exactly
 * stays at the end of that shift; zero stays where it is, even at night.
 * Throws RangeError when the calendar has no working time to count.
 */
export function addWorkingMs(calendar: WorkCalendar, from: Instant, workingMs: number): WorkingDeadline {
  const blocks: WorkingBlock[] = []
  let atMs = msOf(from)
  let remainingMs = workingMs
  let date = dateAt(calendar, from)
  const firstYear = date.year
  for (let restDays = 0; remainingMs > 0; date = date.add({ days: 1 }), restDays++) {
    if (restDays > LONGEST_REST_DAYS) throw new RangeError('The work calendar has no working time')
    for (const shift of spansOn(calendar, date)) {
      const startMs = Math.max(shift.fromMs, atMs)
      const takenMs = Math.min(shift.toMs - startMs, remainingMs)
      if (takenMs <= 0) continue
      atMs = startMs + takenMs
      remainingMs -= takenMs
      restDays = 0
      blocks.push({ from: instantFromMs(startMs), to: instantFromMs(atMs), workingMs: takenMs })
    }
  }
  const at = instantFromMs(atMs)
  return { at, blocks, unknownYears: unknownYears(calendar, firstYear, dateAt(calendar, at).year) }
}

/** Working time that passes from `from` to `to`; 0 when `to` is not later. */
export function workingMsBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  const fromMs = msOf(from)
  const toMs = msOf(to)
  const lastDate = dateAt(calendar, to)
  let sumMs = 0
  for (
    let date = dateAt(calendar, from);
    Temporal.PlainDate.compare(date, lastDate) <= 0;
    date = date.add({ days: 1 })
  ) {
    for (const shift of spansOn(calendar, date)) {
      sumMs += Math.max(0, Math.min(shift.toMs, toMs) - Math.max(shift.fromMs, fromMs))
    }
  }
  return sumMs
}

/** The deadline after a pause: later by the working time that passed meanwhile, which is `creditMs`. */
export function resumeDeadline(
  calendar: WorkCalendar,
  dueAt: Instant,
  pausedAt: Instant,
  resumedAt: Instant,
): { dueAt: Instant; creditMs: number } {
  const creditMs = workingMsBetween(calendar, pausedAt, resumedAt)
  return { dueAt: addWorkingMs(calendar, dueAt, creditMs).at, creditMs }
}

const dateAt = (calendar: WorkCalendar, instant: Instant): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.timeZone).toPlainDate()

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Shifts as points in time. Where clocks change, a shift is as long as it really lasts, not as the dial says. */
export function spansOn(calendar: WorkCalendar, date: Temporal.PlainDate): { fromMs: number; toMs: number }[] {
  const pointMs = (time: string): number => {
    const minutes = minutesOf(time)
    const day = date.add({ days: Math.floor(minutes / 1440) })
    const clock = new Temporal.PlainTime(Math.floor(minutes / 60) % 24, minutes % 60)
    return day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: clock }).epochMilliseconds
  }
  return shiftsOn(calendar, date.toString()).map((shift) => ({ fromMs: pointMs(shift.from), toMs: pointMs(shift.to) }))
}

function unknownYears(calendar: WorkCalendar, firstYear: number, lastYear: number): number[] {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  return years.filter((year) => !isKnownYear(calendar, year))
}

import type { SpecialDay } from '../../contract/house/calendar.ts'
import { defaultCalendar } from './default-calendar.ts'
import { type CalendarYear, dayKind, isWorkday, type WorkCalendar } from './work-calendar.ts'

/** Fewer in a year are a slip: a time limit would hardly ever end. China has about 250. */
export const LEAST_WORKDAYS = 170

/** The special days of a year as the work calendar keeps them. */
export const enteredYear = (days: readonly SpecialDay[]): CalendarYear => ({
  holidays: days.filter((day) => day.kind === 'holiday').map(({ date, name }) => ({ date, name })),
  makeUpWorkdays: days.filter((day) => day.kind === 'make_up_workday').map(({ date, name }) => ({ date, name })),
})

/** By date. */
export const specialDays = ({ holidays, makeUpWorkdays }: CalendarYear): SpecialDay[] =>
  inOrder([
    ...holidays.map((day) => ({ ...day, kind: 'holiday' as const })),
    ...makeUpWorkdays.map((day) => ({ ...day, kind: 'make_up_workday' as const })),
  ])

export const inOrder = (days: readonly SpecialDay[]): SpecialDay[] =>
  days.toSorted((one, other) => (one.date < other.date ? -1 : 1))

/** Every date of a year, `2027-01-01` … `2027-12-31`. */
export function datesOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1)
  const count = (Date.UTC(year + 1, 0, 1) - first) / DAY_MS
  return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10))
}

const DAY_MS = 86_400_000

export type DaysFault =
  | { code: 'date_of_another_year' | 'repeated_date'; detail: { date: string } }
  | { code: 'too_few_workdays'; detail: { count: number; least: number } }

/** Why these days make no year; null when they do. */
export function faultOfDays(year: number, days: readonly SpecialDay[], week: WorkCalendar): DaysFault | null {
  const stranger = days.find(({ date }) => Number(date.slice(0, 4)) !== year)
  if (stranger !== undefined) return { code: 'date_of_another_year', detail: { date: stranger.date } }
  const repeated = days.find(({ date }, index) => days.findIndex((other) => other.date === date) < index)
  if (repeated !== undefined) return { code: 'repeated_date', detail: { date: repeated.date } }
  const calendar = withYear(week, year, enteredYear(days))
  const count = datesOf(year).filter((date) => isWorkday(calendar, date)).length
  return count < LEAST_WORKDAYS ? { code: 'too_few_workdays', detail: { count, least: LEAST_WORKDAYS } } : null
}

/** Null: nobody knows the year. */
export function withYear(calendar: WorkCalendar, year: number, known: CalendarYear | null): WorkCalendar {
  const { [String(year)]: _, ...others } = calendar.years
  return { ...calendar, years: known === null ? others : { ...others, [String(year)]: known } }
}

/** What ships of a year; null: nothing. */
export const shippedYear = (year: number): CalendarYear | null => defaultCalendar.years[String(year)] ?? null

/** Whether the week alone has this date worked. */
export const isWorkedByWeek = (week: WorkCalendar, date: string): boolean =>
  dayKind({ ...week, years: {} }, date).kind === 'workday'

const shippedNames = Object.values(defaultCalendar.years).flatMap((year) => specialDays(year).map(({ name }) => name))

/** A name typed or read in one language, in both: those that ship are known by either; any other is itself in both. */
export const nameInBoth = (name: string): SpecialDay['name'] =>
  shippedNames.find(({ zh, en }) => zh === name || en.toLowerCase() === name.toLowerCase()) ?? { zh: name, en: name }

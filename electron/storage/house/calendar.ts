import type { SpecialDay } from '../../../shared/contract/house/calendar.ts'
import { enteredYear } from '../../../shared/domain/house/calendar-days.ts'
import { defaultCalendar } from '../../../shared/domain/house/default-calendar.ts'
import type { WorkCalendar } from '../../../shared/domain/house/work-calendar.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import { type By, guarded } from '../versions.ts'
import { roomToRelyOn } from './room.ts'

/** What was saved of a year; `days` null: as it ships. */
export interface StoredYear {
  readonly days: readonly SpecialDay[] | null
  readonly version: number
}

const BY_YEAR = 'SELECT days_json AS days, version FROM calendar_year WHERE year = ?'
const ENTERED = 'SELECT year, days_json AS days FROM calendar_year WHERE days_json IS NOT NULL ORDER BY year'
const BEGIN = 'INSERT INTO calendar_year (year, version) VALUES (?, 0) ON CONFLICT DO NOTHING'
const UPDATE = 'UPDATE calendar_year SET days_json = ?, version = version + 1 WHERE year = ? AND version = ?'

const daysOf = (json: string): SpecialDay[] => JSON.parse(json) as SpecialDay[]

/** A year nobody saved has version 0. */
export function* readYear(year: number): Query<StoredYear> {
  const found = yield* row<{ days: string | null; version: number }>(BY_YEAR, [year])
  if (found === null) return { days: null, version: 0 }
  return { days: found.days === null ? null : daysOf(found.days), version: found.version }
}

/** The year's name among the versions. */
export const yearName = (year: number): string => `calendar ${year}`

/** Inside a transaction that holds the room. Throws `StaleChange`. */
export function* saveYear(year: number, before: StoredYear, days: readonly SpecialDay[] | null, by: By): Query<void> {
  yield* write(BEGIN, [year])
  const json = days === null ? null : JSON.stringify(days)
  yield* guarded(yearName(year), [before, { days }], by, write(UPDATE, [json, year, before.version]))
}

interface EnteredYear {
  readonly year: number
  readonly days: string
}

/** The last calendar that was put together, and of what: as long as the years say the same it is the same object. */
let joined = { entered: '[]', calendar: defaultCalendar }

/** The calendar that deadlines are counted with now: what ships, with the years that were saved here in their place. */
export function* readCalendar(): Query<WorkCalendar> {
  const years = yield* rows<EnteredYear>(ENTERED)
  const entered = JSON.stringify(years)
  if (joined.entered !== entered) joined = { entered, calendar: joinedWith(years) }
  return joined.calendar
}

/** The calendar, which stays as it is until the transaction that asked is over: whoever saves a year holds the room. */
export function* calendarToRelyOn(): Query<WorkCalendar> {
  yield* roomToRelyOn()
  return yield* readCalendar()
}

const joinedWith = (years: readonly EnteredYear[]): WorkCalendar => {
  const entered = years.map(({ year, days }) => [String(year), enteredYear(daysOf(days))] as const)
  return { ...defaultCalendar, years: { ...defaultCalendar.years, ...Object.fromEntries(entered) } }
}

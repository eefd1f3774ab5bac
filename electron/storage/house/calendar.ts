import type { SpecialDay } from '../../../shared/contract/house/calendar.ts'
import { enteredYear } from '../../../shared/domain/house/calendar-days.ts'
import { defaultCalendar } from '../../../shared/domain/house/default-calendar.ts'
import type { WorkCalendar } from '../../../shared/domain/house/work-calendar.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'
import { write } from '../engine/query.ts'
import { runOn } from '../engine/sqlite.ts'
import { type By, guarded } from '../versions.ts'

/** What was saved of a year; `days` null: as it ships. */
export interface StoredYear {
  readonly days: readonly SpecialDay[] | null
  readonly version: number
}

const BY_YEAR = 'SELECT days_json, version FROM calendar_year WHERE year = ?'
const ENTERED = 'SELECT year, days_json FROM calendar_year WHERE days_json IS NOT NULL'
/** Tells whether anything was saved since. */
const STATE = 'SELECT coalesce(sum(version), 0) FROM calendar_year'
const BEGIN = 'INSERT OR IGNORE INTO calendar_year (year, version) VALUES (?, 0)'
const UPDATE = 'UPDATE calendar_year SET days_json = ?, version = version + 1 WHERE year = ? AND version = ?'

const daysOf = (json: string): SpecialDay[] => JSON.parse(json) as SpecialDay[]

/** A year nobody saved has version 0. */
export function readYear(db: ReadableDb, year: number): StoredYear {
  const row = statement(db, BY_YEAR).get(year) as { days_json: string | null; version: number } | undefined
  if (row === undefined) return { days: null, version: 0 }
  return { days: row.days_json === null ? null : daysOf(row.days_json), version: row.version }
}

/** The year's name among the versions. */
export const yearName = (year: number): string => `calendar ${year}`

/** Inside a transaction. Throws `StaleChange`. */
export function saveYear(
  db: WritableDb,
  year: number,
  before: StoredYear,
  days: readonly SpecialDay[] | null,
  by: By,
): void {
  statement(db, BEGIN).run(year)
  const json = days === null ? null : JSON.stringify(days)
  const update = write(UPDATE, [json, year, before.version])
  runOn(db, guarded(yearName(year), [before, { days }], by, update))
}

const joined = new WeakMap<ReadableDb, { state: unknown; calendar: WorkCalendar }>()

/** The calendar that deadlines are counted with now: what ships, with the years that were saved here in their place. */
export function readCalendar(db: ReadableDb): WorkCalendar {
  const state = statement(db, STATE).pluck().get()
  const known = joined.get(db)
  if (known !== undefined && known.state === state) return known.calendar
  const rows = statement(db, ENTERED).all() as { year: number; days_json: string }[]
  const entered = rows.map(({ year, days_json }) => [String(year), enteredYear(daysOf(days_json))] as const)
  const calendar = { ...defaultCalendar, years: { ...defaultCalendar.years, ...Object.fromEntries(entered) } }
  joined.set(db, { state, calendar })
  return calendar
}

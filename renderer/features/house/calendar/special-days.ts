import type { SpecialDay } from '../../../../shared/contract/house/calendar.ts'

export type Kind = SpecialDay['kind']

/** What a day is, seen by somebody who plans: as the week has it, or turned. */
export type DayLook = 'workday' | 'weekend' | Kind

/** The days of a year by date. */
export type DayMap = ReadonlyMap<string, SpecialDay>

export const dayMap = (days: readonly SpecialDay[]): DayMap => new Map(days.map((day) => [day.date, day]))

/** ISO: 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

export const isWorkedByWeek = (date: string, weekdays: readonly number[]): boolean => weekdays.includes(weekdayOf(date))

export const lookOf = (days: DayMap, date: string, weekdays: readonly number[]): DayLook =>
  days.get(date)?.kind ?? (isWorkedByWeek(date, weekdays) ? 'workday' : 'weekend')

const DAY_MS = 86_400_000

export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** From one date to another, both included, whichever is earlier. */
export function datesBetween(one: string, other: string): string[] {
  const [from, to] = one <= other ? [one, other] : [other, one]
  const count = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1
  return Array.from({ length: count }, (_, index) => dateAfter(from, index))
}

/** What one press makes of a day: a workday becomes free, a free day of the week worked and then a holiday, and back. */
export function turnOf(days: DayMap, date: string, weekdays: readonly number[]): Kind | null {
  const kind = days.get(date)?.kind
  if (isWorkedByWeek(date, weekdays)) return kind === 'holiday' ? null : 'holiday'
  if (kind === undefined) return 'make_up_workday'
  return kind === 'make_up_workday' ? 'holiday' : null
}

/** The dates made to this; null: as the week has them. A make-up workday that the week works anyway is an ordinary day. */
export function withKind(
  days: readonly SpecialDay[],
  dates: readonly string[],
  kind: Kind | null,
  weekdays: readonly number[],
): SpecialDay[] {
  const known = new Map(dayMap(days))
  for (const date of dates) {
    const isIdle = kind === null || (kind === 'make_up_workday' && isWorkedByWeek(date, weekdays))
    if (isIdle) known.delete(date)
    else if (known.get(date)?.kind !== kind) known.set(date, { date, kind, name: nameBeside(known, date, kind) })
  }
  return [...known.values()].sort((one, other) => (one.date < other.date ? -1 : 1))
}

/** A holiday is mostly one day more of the one beside it. */
function nameBeside(days: DayMap, date: string, kind: Kind): SpecialDay['name'] {
  const beside = [dateAfter(date, -1), dateAfter(date, 1)].map((near) => days.get(near))
  return beside.find((day) => day?.kind === kind)?.name ?? { zh: '', en: '' }
}

export const withName = (
  days: readonly SpecialDay[],
  dates: readonly string[],
  name: SpecialDay['name'],
): SpecialDay[] => days.map((day) => (dates.includes(day.date) ? { ...day, name } : day))

const saysSame = (one: SpecialDay | undefined, other: SpecialDay | undefined): boolean =>
  one?.kind === other?.kind && one?.name.zh === other?.name.zh && one?.name.en === other?.name.en

export interface DayChange {
  date: string
  before: SpecialDay | null
  after: SpecialDay | null
}

/** What differs between two lists of days, by date. */
export function changesBetween(before: readonly SpecialDay[], after: readonly SpecialDay[]): DayChange[] {
  const [old, now] = [dayMap(before), dayMap(after)]
  const dates = [...new Set([...old.keys(), ...now.keys()])].sort()
  return dates
    .filter((date) => !saysSame(old.get(date), now.get(date)))
    .map((date) => ({ date, before: old.get(date) ?? null, after: now.get(date) ?? null }))
}

/** What was changed between two lists of days, done to a third, which somebody else may have changed on other days. */
export function laidOver(
  now: readonly SpecialDay[],
  before: readonly SpecialDay[],
  after: readonly SpecialDay[],
): SpecialDay[] {
  const days = new Map(dayMap(now))
  for (const change of changesBetween(before, after)) {
    if (change.after === null) days.delete(change.date)
    else days.set(change.date, change.after)
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1))
}

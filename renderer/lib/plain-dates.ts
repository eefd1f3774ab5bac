import type { PlainDate } from '../../shared/contract/values.ts'

const DAY_MS = 86_400_000

/** A plain date has no zone and no change of clocks, so days are added in UTC. */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** From an address: anything that is no date of the calendar is null. */
export function dateFrom(text: string | null): PlainDate | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const ms = Date.parse(`${text}T00:00:00.000Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? null : text
}

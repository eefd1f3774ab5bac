import { Temporal } from 'temporal-polyfill'
import { type Instant, instantFromMs } from './instants.ts'

/** The moments of a few weeks of a board. Then all are worked out anew. */
const MOST_REMEMBERED = 5_000

/** A calendar's objects are slow, and thousands of bookings ask about the same few hundred moments. */
function remembering(work: (said: string, timeZone: string) => string): (said: string, timeZone: string) => string {
  const known = new Map<string, string>()
  return (said, timeZone) => {
    const key = `${said} ${timeZone}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = work(said, timeZone)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, found)
    return found
  }
}

/** The point in time of a wall clock, `00:00` to `24:00`. A time that clocks skip becomes the one just after the gap. */
export const instantAt = (date: string, time: string, timeZone: string): Instant =>
  instantOf(`${date}T${time}`, timeZone)

const instantOf = remembering((said, timeZone) => {
  const [date = '', time = ''] = said.split('T')
  const isMidnightAfter = time === '24:00'
  const day = Temporal.PlainDate.from(date).add({ days: isMidnightAfter ? 1 : 0 })
  return instantFromMs(day.toZonedDateTime({ timeZone, plainTime: isMidnightAfter ? '00:00' : time }).epochMilliseconds)
})

/** The seven dates of the week that contains `date`, Monday first. */
export function weekOf(date: string): string[] {
  const monday = daysAfter(date, 1 - weekdayOf(date))
  return Array.from({ length: 7 }, (_, index) => daysAfter(monday, index))
}

const DAY_MS = 86_400_000

/** Where a date is among all dates, whatever clocks do; in milliseconds, so that two are whole days apart. */
export const placeOfDate = (date: string): number => Date.parse(`${date}T00:00:00Z`)

/** The date so many days later; negative: earlier. Asked thousands of times for one board: by counting, not by a calendar's objects. */
export const daysAfter = (date: string, days: number): string =>
  new Date(placeOfDate(date) + days * DAY_MS).toISOString().slice(0, 10)

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: string): number => new Date(placeOfDate(date)).getUTCDay() || 7

const wallClock = (instant: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)

/** `2026-11-21` */
export const dateOf: (instant: Instant, timeZone: string) => string = remembering((instant, timeZone) =>
  wallClock(instant, timeZone).toPlainDate().toString(),
)

/** `09:30` */
export const timeOf = (instant: Instant, timeZone: string): string =>
  wallClock(instant, timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

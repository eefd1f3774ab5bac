import { addWorkingMs, type WorkCalendar } from '../house/work-calendar.ts'
import { addMs, type Instant } from '../instants.ts'
import { dateOf, daysAfter } from '../wall-clock.ts'
import { isQuiet, quietEnds } from './quiet-hours.ts'

/** How long a place is held, in minutes of working time, when it begins so many days from now or more. */
const HOLDS = [
  { daysAhead: 3, minutes: 240 },
  { daysAhead: 2, minutes: 120 },
  { daysAhead: 1, minutes: 60 },
  { daysAhead: 0, minutes: 15 },
] as const
const SHORTEST_MS = 15 * 60_000

export interface HoldFacts {
  now: Instant
  /** When the place begins. */
  startsAt: Instant
  /** The room's. */
  timeZone: string
  calendar: WorkCalendar
}

/**
 * Until when a place is held for one person: so long in working time, less the nearer the place is, and never into quiet hours. Where working time
 * would come too late for anybody else to be asked after them, a quarter of an hour by the clock on the wall. Null: there is no time left to
 * ask anybody, and whoever comes first has it.
 */
export function heldUntil({ now, startsAt, timeZone, calendar }: HoldFacts): Instant | null {
  const latest = addMs(startsAt, -SHORTEST_MS)
  const today = dateOf(now, timeZone)
  const day = dateOf(startsAt, timeZone)
  for (const { daysAhead, minutes } of HOLDS) {
    if (day < daysAfter(today, daysAhead)) continue
    const until = awakeAt(addWorkingMs(calendar, now, minutes * 60_000).at, timeZone)
    if (until <= latest) return until
  }
  const start = isQuiet(now, timeZone) ? quietEnds(now, timeZone) : now
  const until = awakeAt(addMs(start, SHORTEST_MS), timeZone)
  return until <= startsAt ? until : null
}

/** Not before a person who sleeps at night could have read it. */
const awakeAt = (at: Instant, timeZone: string): Instant =>
  isQuiet(at, timeZone) ? addMs(quietEnds(at, timeZone), SHORTEST_MS) : at

import { addWorkingMs, type WorkCalendar } from '../house/work-calendar.ts'
import { addMs, type Instant } from '../instants.ts'
import { dateOf, daysAfter } from '../wall-clock.ts'
import { isQuiet, quietEnds } from './quiet-hours.ts'

/** What part of the room's hold a place has that begins so many days from now or more. */
const HOLDS = [
  { daysAhead: 3, part: 1 },
  { daysAhead: 2, part: 1 / 2 },
  { daysAhead: 1, part: 1 / 4 },
  { daysAhead: 0, part: 0 },
] as const
const SHORTEST_MS = 15 * 60_000

export interface HoldFacts {
  now: Instant
  /** When the place begins. */
  startsAt: Instant
  /** The room's. */
  timeZone: string
  calendar: WorkCalendar
  /** What the room's rules say, in minutes of working time. */
  holdMinutes: number
}

/**
 * Until when a place is held for one person: as long in working time as the room says, less the nearer the place is, and never into quiet hours. Where working time
 * would come too late for anybody else to be asked after them, a quarter of an hour by the clock on the wall. Null: there is no time left to
 * ask anybody, and whoever comes first has it.
 */
export function heldUntil({ now, startsAt, timeZone, calendar, holdMinutes }: HoldFacts): Instant | null {
  const latest = addMs(startsAt, -SHORTEST_MS)
  const today = dateOf(now, timeZone)
  const day = dateOf(startsAt, timeZone)
  for (const { daysAhead, part } of HOLDS) {
    if (day < daysAfter(today, daysAhead)) continue
    const until = awakeAt(addWorkingMs(calendar, now, Math.max(SHORTEST_MS, holdMinutes * part * 60_000)).at, timeZone)
    if (until <= latest) return until
  }
  const start = isQuiet(now, timeZone) ? quietEnds(now, timeZone) : now
  const until = awakeAt(addMs(start, SHORTEST_MS), timeZone)
  return until <= startsAt ? until : null
}

/** Not before a person who sleeps at night could have read it. */
const awakeAt = (at: Instant, timeZone: string): Instant =>
  isQuiet(at, timeZone) ? addMs(quietEnds(at, timeZone), SHORTEST_MS) : at

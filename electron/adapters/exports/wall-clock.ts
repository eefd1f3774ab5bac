import type { Instant } from '../../../shared/domain/instants.ts'
import { calmOffsetMs, offsetMsAt } from '../../../shared/domain/zone-shifts.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const DAY_MINUTES = 1_440
/** Where hour and minute stand in an instant. */
const [HOUR, MINUTE] = ['yyyy-mm-ddT'.length, 'yyyy-mm-ddThh:'.length]
const DATE_LENGTH = 'yyyy-mm-dd'.length
const ZERO = '0'.charCodeAt(0)

export interface WallClock {
  /** `2026-09-18 09:00` on a clock in the room. */
  text(instant: Instant): string
  /** The same reading as a Date whose UTC fields are the wall clock's, which is what a spreadsheet stores. Whole seconds. */
  date(instant: Instant): Date
  /** The clock of another zone; null: this one. */
  in(timeZone: string | null | undefined): WallClock
}

/** Of a day in UTC on which the zone does not change its clocks: how far they are ahead, and the date they show before, on and after it. */
interface Day {
  readonly offsetMinutes: number
  readonly dates: readonly [before: string, on: string, after: string]
}

/**
 * A clock for many instants: the zone is asked once for each day, because a look-up for every cell would cost more than writing the cell. On a day
 * on which the clocks change, for every cell.
 */
export function makeWallClock(timeZone: string): WallClock {
  const days = new Map<string, Day | null>()
  const others = new Map<string, WallClock>()
  const dayOf = (instant: Instant): Day | null => {
    const date = instant.slice(0, DATE_LENGTH)
    let day = days.get(date)
    if (day === undefined) {
      day = readDay(Date.parse(date), timeZone)
      days.set(date, day)
    }
    return day
  }
  const clock: WallClock = {
    text: (instant) => {
      const day = dayOf(instant)
      if (day === null) return new Date(shownMs(instant, null, timeZone)).toISOString().slice(0, 16).replace('T', ' ')
      const minutes = twoDigits(instant, HOUR) * 60 + twoDigits(instant, MINUTE) + day.offsetMinutes
      const date = day.dates[minutes < 0 ? 0 : minutes < DAY_MINUTES ? 1 : 2]
      const ofDay = (minutes + DAY_MINUTES) % DAY_MINUTES
      return `${date} ${padded(Math.floor(ofDay / 60))}:${padded(ofDay % 60)}`
    },
    date: (instant) => new Date(Math.floor(shownMs(instant, dayOf(instant), timeZone) / 1_000) * 1_000),
    in: (zone) => {
      if (zone == null || zone === timeZone) return clock
      const other = others.get(zone) ?? makeWallClock(zone)
      others.set(zone, other)
      return other
    },
  }
  return clock
}

function readDay(startMs: number, timeZone: string): Day | null {
  const offsetMs = calmOffsetMs(startMs, timeZone)
  if (offsetMs === null || offsetMs % MINUTE_MS !== 0) return null
  const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, DATE_LENGTH)
  return {
    offsetMinutes: offsetMs / MINUTE_MS,
    dates: [dateOf(startMs - DAY_MS), dateOf(startMs), dateOf(startMs + DAY_MS)],
  }
}

function shownMs(instant: Instant, day: Day | null, timeZone: string): number {
  const ms = Date.parse(instant)
  return ms + (day === null ? offsetMsAt(ms, timeZone) : day.offsetMinutes * MINUTE_MS)
}

const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO

const padded = (number: number): string => (number < 10 ? `0${number}` : `${number}`)

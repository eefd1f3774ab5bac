import type { Instant } from '../../../shared/domain/instants.ts'
import { offsetMsAt } from '../../../shared/domain/zone-shifts.ts'

const QUARTER_MS = 15 * 60_000
/** Where the minute stands in an instant. */
const MINUTE = 'yyyy-mm-ddThh:'.length

export interface WallClock {
  /** `2026-09-18 09:00` on a clock in the room. */
  text(instant: Instant): string
  /** The same reading as a Date whose UTC fields are the wall clock's, which is what a spreadsheet stores. Whole seconds. */
  date(instant: Instant): Date
  /** The clock of another zone; null: this one. */
  in(timeZone: string | null | undefined): WallClock
}

/** Of a quarter of an hour: what its local readings begin with, and how far the local minute is from the one in UTC. */
interface Quarter {
  readonly offsetMs: number
  readonly upToMinute: string
  readonly minuteShift: number
}

/**
 * A clock for many instants: the zone's offset is looked up once per quarter of an hour, because offsets only change on one
 * and a lookup for every cell would cost more than writing the cell.
 */
export function makeWallClock(timeZone: string): WallClock {
  const quarters = new Map<number, Quarter>()
  const others = new Map<string, WallClock>()
  const quarterOf = (ms: number): Quarter => {
    const number = Math.floor(ms / QUARTER_MS)
    let quarter = quarters.get(number)
    if (quarter === undefined) {
      quarter = readQuarter(number * QUARTER_MS, timeZone)
      quarters.set(number, quarter)
    }
    return quarter
  }
  const clock: WallClock = {
    text: (instant) => {
      const ms = Date.parse(instant)
      const { upToMinute, minuteShift } = quarterOf(ms)
      const minute = Number(instant.slice(MINUTE, MINUTE + 2)) + minuteShift
      return upToMinute + (minute < 10 ? `0${minute}` : minute)
    },
    date: (instant) => {
      const ms = Date.parse(instant)
      return new Date(Math.floor((ms + quarterOf(ms).offsetMs) / 1_000) * 1_000)
    },
    in: (zone) => {
      if (zone == null || zone === timeZone) return clock
      const other = others.get(zone) ?? makeWallClock(zone)
      others.set(zone, other)
      return other
    },
  }
  return clock
}

function readQuarter(startMs: number, timeZone: string): Quarter {
  const offsetMs = offsetMsAt(startMs, timeZone)
  const local = new Date(startMs + offsetMs)
  const upToMinute = local.toISOString().slice(0, MINUTE).replace('T', ' ')
  return { offsetMs, upToMinute, minuteShift: local.getUTCMinutes() - new Date(startMs).getUTCMinutes() }
}

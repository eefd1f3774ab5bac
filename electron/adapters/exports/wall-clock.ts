import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../../shared/domain/instants.ts'

const QUARTER_MS = 15 * 60_000

export interface WallClock {
  /** `2026-09-18 09:00` on a clock in the room. */
  text(instant: Instant): string
  /** The same reading as a Date whose UTC fields are the wall clock's, which is what a spreadsheet stores. Whole seconds. */
  date(instant: Instant): Date
}

/**
 * A clock for many instants: the zone's offset is looked up once per quarter of an hour, because offsets only change on one
 * and a lookup for every cell would cost more than writing the cell.
 */
export function makeWallClock(timeZone: string): WallClock {
  const offsets = new Map<number, number>()
  const shifted = (instant: Instant): number => {
    const ms = Date.parse(instant)
    const quarter = Math.floor(ms / QUARTER_MS)
    let offsetMs = offsets.get(quarter)
    if (offsetMs === undefined) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(timeZone)
      offsetMs = zoned.offsetNanoseconds / 1_000_000
      offsets.set(quarter, offsetMs)
    }
    return ms + offsetMs
  }
  return {
    text: (instant) => new Date(shifted(instant)).toISOString().slice(0, 16).replace('T', ' '),
    date: (instant) => new Date(Math.floor(shifted(instant) / 1_000) * 1_000),
  }
}

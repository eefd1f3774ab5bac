import { v7 } from 'uuid'
import type { Clock } from '../services/parts.ts'

/** A clock that is set from event to event, so that a month of work can be laid in a moment. */
export function makeDemoClock(startMs: number): Clock & { set(ms: number): void } {
  let nowMs = startMs
  return {
    now: () => new Date(nowMs).toISOString(),
    elapsedMs: () => nowMs,
    goesOn: false,
    newId: () => {
      // Ids sort by time; two of the same millisecond would not know their order.
      nowMs += 1
      return v7({ msecs: nowMs })
    },
    set: (ms) => {
      nowMs = Math.max(nowMs, ms)
    },
  }
}

import { uptime } from 'node:os'
import { v7 } from 'uuid'
import type { Clock } from './services/parts.ts'

/** The system's uptime comes in whole seconds on some systems; less than this is no sleep. */
const SHORTEST_SLEEP_MS = 2_500

/** The machine's own time; ids that sort by it. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsedMs: makeElapsed(
    () => performance.now(),
    () => uptime() * 1_000,
  ),
  newId: () => v7(),
  goesOn: true,
}

/**
 * `fine` is exact and, on Linux, stands still while the machine sleeps; `awakeOrAsleep` is coarse and never stands still. Where
 * the coarse one got far ahead since the last look, the machine slept. (Since the last look: the two drift apart over days.)
 */
export function makeElapsed(fine: () => number, awakeOrAsleep: () => number): () => number {
  let aheadBeforeMs = awakeOrAsleep() - fine()
  let sleptMs = 0
  return () => {
    const fineMs = fine()
    const aheadMs = awakeOrAsleep() - fineMs
    if (aheadMs - aheadBeforeMs > SHORTEST_SLEEP_MS) sleptMs += aheadMs - aheadBeforeMs
    aheadBeforeMs = aheadMs
    return fineMs + sleptMs
  }
}

import { msOf } from '../../../shared/domain/instants.ts'
import type { Clock } from '../parts.ts'
import type { Stopwatch } from './stopwatch.ts'

/** A hub measures nothing: how far a session is that goes on at a desk is the clock's to say, until that desk tells its end. */
export const hubStopwatch = (clock: Clock): Stopwatch => ({
  start: () => {},
  measured: () => null,
  elapsedMs: ({ startedAt }) => Math.max(0, msOf(clock.now()) - msOf(startedAt)),
  tick: () => {},
  end: () => {},
  stop: () => {},
})

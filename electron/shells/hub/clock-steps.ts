import { type Instant, msOf } from '../../../shared/domain/instants.ts'

/** A clock that can be set, and one beside it that cannot. */
export interface SettableClock {
  now(): Instant
  elapsedMs(): number
}

/** What desks take for no difference between two clocks. */
const SMALL_MS = 60_000

/** Asked again and again: whether somebody has set the clock since it was last asked, by more than desks pass over. */
export function clockSteps(clock: SettableClock): () => boolean {
  const offset = () => msOf(clock.now()) - clock.elapsedMs()
  let last = offset()
  return () => {
    const [before, now] = [last, offset()]
    last = now
    return Math.abs(now - before) > SMALL_MS
  }
}

import type { Instant } from '../../shared/contract/values.ts'
import { addMs } from '../../shared/domain/instants.ts'
import type { Clock } from '../services/parts.ts'
import type { Welcome } from './wire.ts'

/** What a greeting takes on its way, and what two machines are apart that nobody set: not worth a word. */
const SMALL_MS = 60_000

/** The hub's clock as this desk knows it: what the greeting said, and what has passed since by a clock that nobody sets. */
export function hubClock(clock: Pick<Clock, 'now' | 'elapsedMs'>) {
  let greeted: { readonly welcome: Welcome; readonly atMs: number } | null = null
  const aheadMs = () => {
    if (greeted === null) return 0
    const hubMs = Date.parse(greeted.welcome.at) + clock.elapsedMs() - greeted.atMs
    const aheadMs = Math.round(Date.parse(clock.now()) - hubMs)
    return Math.abs(aheadMs) < SMALL_MS ? 0 : aheadMs
  }
  return {
    /** The same greeting again says nothing new. */
    greeted: (welcome: Welcome): void => {
      if (greeted?.welcome !== welcome) greeted = { welcome, atMs: clock.elapsedMs() }
    },
    /** How far this desk's clock is ahead of it. */
    aheadMs,
    now: (): Instant => addMs(clock.now(), -aheadMs()),
  }
}

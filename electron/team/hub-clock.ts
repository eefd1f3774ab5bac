import { join } from 'node:path'
import { z } from 'zod'
import { Instant } from '../../shared/contract/values.ts'
import { instantFromMs, msOf } from '../../shared/domain/instants.ts'
import { writeWhole } from '../adapters/secrets/secret-file.ts'
import { readIfFile } from '../read-if-file.ts'
import type { Clock } from '../services/parts.ts'
import type { Welcome } from './wire.ts'

/** What a greeting takes on its way, and what two machines are apart that nobody set: not worth a word. */
const SMALL_MS = 60_000

/** What the hub's clock showed last, and how far this desk's was ahead of it. */
const Known = z.object({ at: Instant, aheadMs: z.number().int() })
type Known = z.infer<typeof Known>

/** The hub's clock as this desk knows it: what the greeting said, and what has passed since by a clock that nobody sets. */
export interface HubClock {
  greeted(welcome: Welcome): void
  /** How far this desk's clock is ahead of it; 0: no more than a minute, either way. */
  aheadMs(): number
  /** What the desk of a member dates by. */
  now(): Instant
  /** For the next start, which may be without the hub. */
  keep(): void
}

/**
 * Before the first greeting of a run it is told from what the last run knew of it: a desk that is a year ahead is so after a restart too, and one that was set right
 * meanwhile is not, and none is earlier than the hub last was.
 */
export function hubClock(clock: Pick<Clock, 'now' | 'elapsedMs'>, memberFolder: string): HubClock {
  const path = join(memberFolder, 'hub-clock.json')
  const ownMs = () => msOf(clock.now())
  /** What the hub's clock showed at that moment of the one that nobody sets; null: nobody ever said. */
  let known: { readonly hubMs: number; readonly atMs: number } | null = asItWas(readKnown(path))
  let said: Welcome | null = null

  function asItWas(kept: Known | null) {
    if (kept === null) return null
    const [lastMs, own] = [msOf(kept.at), ownMs()]
    const possible = [own, own - kept.aheadMs].filter((ms) => ms >= lastMs)
    return { hubMs: possible.length === 0 ? lastMs : Math.min(...possible), atMs: clock.elapsedMs() }
  }
  const hubMs = () => (known === null ? ownMs() : known.hubMs + clock.elapsedMs() - known.atMs)
  const aheadMs = () => {
    const ahead = Math.round(ownMs() - hubMs())
    return Math.abs(ahead) < SMALL_MS ? 0 : ahead
  }
  return {
    greeted: (welcome) => {
      // The same greeting again says nothing new.
      if (said === welcome) return
      said = welcome
      known = { hubMs: msOf(welcome.at), atMs: clock.elapsedMs() }
    },
    aheadMs,
    now: () => instantFromMs(ownMs() - aheadMs()),
    keep: () => {
      if (said === null) return
      writeWhole(path, JSON.stringify({ at: instantFromMs(hubMs()), aheadMs: aheadMs() } satisfies Known))
    },
  }
}

function readKnown(path: string): Known | null {
  try {
    return Known.parse(JSON.parse(readIfFile(path) ?? ''))
  } catch {
    return null
  }
}

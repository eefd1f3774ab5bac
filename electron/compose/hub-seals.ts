import type { Log } from '../adapters/log/log-port.ts'
import type { Sealing } from '../services/life-channel/sealing.ts'
import { isDatabaseAway } from '../storage/hub/database-faults.ts'

const AGAIN_MS = 10_000
/** What fails for a reason of its own may fail for days. */
const LONGEST_AGAIN_MS = 600_000

/** Looks after what is sealed as a hub opens, until it is done: again and again while the database is away, and ever more seldom where it fails otherwise. Answers how to end. */
export function lookAfterSeals(sealing: Pick<Sealing, 'begin' | 'stop'>, log: Pick<Log, 'error'>): () => Promise<void> {
  let isEnded = false
  let again: ReturnType<typeof setTimeout> | undefined
  let pauseMs = AGAIN_MS
  let looking = Promise.resolve()
  const look = () => {
    looking = sealing.begin().catch((error: unknown) => {
      const inMs = isDatabaseAway(error) ? AGAIN_MS : pauseMs
      if (!isDatabaseAway(error)) {
        log.error('what is sealed was not looked after', 'SEAL', error)
        pauseMs = Math.min(2 * pauseMs, LONGEST_AGAIN_MS)
      }
      if (!isEnded) again = setTimeout(look, inMs).unref()
    })
  }
  look()
  return async () => {
    isEnded = true
    clearTimeout(again)
    sealing.stop()
    await looking
  }
}

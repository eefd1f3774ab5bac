import type { Log } from '../adapters/log/log-port.ts'
import type { Sealing } from '../services/life-channel/sealing.ts'
import { isDatabaseAway } from '../storage/hub/database-faults.ts'

const AGAIN_MS = 10_000

/** Looks after what is sealed as a hub opens; while the database is away, again and again. Answers how to end. */
export function lookAfterSeals(sealing: Pick<Sealing, 'begin'>, log: Pick<Log, 'error'>): () => Promise<void> {
  let isEnded = false
  let again: ReturnType<typeof setTimeout> | undefined
  let looking = Promise.resolve()
  const look = () => {
    looking = sealing.begin().catch((error: unknown) => {
      if (!isDatabaseAway(error)) log.error('what is sealed was not looked after', 'SEAL', error)
      else if (!isEnded) again = setTimeout(look, AGAIN_MS).unref()
    })
  }
  look()
  return async () => {
    isEnded = true
    clearTimeout(again)
    await looking
  }
}

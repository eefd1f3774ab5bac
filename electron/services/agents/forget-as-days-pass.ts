import type { ServiceParts } from '../parts.ts'
import { forgetOldAgentKeys } from './agent-days.ts'

const EVERY_MS = 3_600_000

type Parts = Pick<ServiceParts, 'engine' | 'clock' | 'log' | 'forgetDrafts'>

/** Throws away the secrets of days that are over at once and as days pass, also where nobody names an agent any more. Answers the way to stop. */
export function forgetAsDaysPass({ engine, clock, log, forgetDrafts }: Parts): () => void {
  const forget = async () => {
    try {
      if ((await engine.transact(() => forgetOldAgentKeys(clock.now()))) > 0) forgetDrafts.veiled()
    } catch (error) {
      log.error('the secrets of earlier days were not thrown away', 'AGENTS', error)
    }
  }
  void forget()
  // A clock that is handed in runs by hand.
  const timer = clock.goesOn ? setInterval(() => void forget(), EVERY_MS).unref() : undefined
  return () => clearInterval(timer)
}

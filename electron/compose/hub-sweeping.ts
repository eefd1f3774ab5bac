import { addMs } from '../../shared/domain/instants.ts'
import type { Log } from '../adapters/log/log-port.ts'
import { keepAgentKeys } from '../services/agents/agent-days.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import {
  COMMANDS_KEPT_DAYS,
  LONG_ANSWERS_KEPT_HOURS,
  sweepCommands,
  sweepLongAnswers,
} from '../storage/hub/commands.ts'
import { isDatabaseAway } from '../storage/hub/database-faults.ts'
import { FEED_KEPT_DAYS, sweepFeed } from '../storage/hub/feed.ts'
import { sweepJoinCodes } from '../storage/hub/join-codes.ts'
import { leavePraiseOut } from '../storage/tickets/ticket-search.ts'

const EVERY_MS = 3_600_000
const DAY_MS = 24 * EVERY_MS

/** Forgets what nobody will ask for any more, every hour until the answer is called. Any number of hubs may do it. */
export function startSweeping({ engine, clock, log }: { engine: PostgresEngine; clock: Clock; log: Log }): () => void {
  const daysAgo = (days: number) => addMs(clock.now(), -days * DAY_MS)
  const sweep = async (isFirst = false) => {
    try {
      await engine.transact(() => sweepCommands(daysAgo(COMMANDS_KEPT_DAYS)))
      await engine.transact(() => sweepLongAnswers(addMs(clock.now(), -LONG_ANSWERS_KEPT_HOURS * EVERY_MS)))
      await engine.transact(() => sweepJoinCodes(daysAgo(1)))
      await engine.transact(() => sweepFeed(daysAgo(FEED_KEPT_DAYS)))
      await engine.transact(() => keepAgentKeys(clock.now()))
      if (isFirst) await engine.transact(leavePraiseOut)
    } catch (error) {
      if (!isDatabaseAway(error)) log.error('what is old was not swept', 'SWEEP', error)
    }
  }
  // Desks need the secrets of the days to come before they are away.
  void sweep(true)
  const timer = setInterval(() => void sweep(), EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

import { addMs } from '../../shared/domain/instants.ts'
import type { Log } from '../adapters/log/log-port.ts'
import { keepAgentKeys } from '../services/agents/agent-days.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import type { Query } from '../storage/engine/query.ts'
import {
  COMMANDS_KEPT_DAYS,
  LONG_ANSWERS_KEPT_HOURS,
  sweepCommands,
  sweepLongAnswers,
} from '../storage/hub/commands.ts'
import { isDatabaseAway } from '../storage/hub/database-faults.ts'
import { FEED_KEPT_DAYS, sweepFeed } from '../storage/hub/feed.ts'
import { sweepJoinCodes } from '../storage/hub/join-codes.ts'
import { forgetOldNews } from '../storage/seats/forgotten-news.ts'
import { leavePraiseOut } from '../storage/tickets/ticket-search.ts'

const EVERY_MS = 3_600_000
const DAY_MS = 24 * EVERY_MS

/** Forgets what nobody will ask for any more, every hour until the answer is called, which resolves when nothing of it goes on. Any number of hubs may do it. */
export function startSweeping({
  engine,
  clock,
  log,
}: {
  engine: PostgresEngine
  clock: Clock
  log: Log
}): () => Promise<void> {
  const daysAgo = (days: number) => addMs(clock.now(), -days * DAY_MS)
  let isStopped = false
  const each = (): (() => Query<unknown>)[] => [
    () => sweepCommands(daysAgo(COMMANDS_KEPT_DAYS)),
    () => sweepLongAnswers(addMs(clock.now(), -LONG_ANSWERS_KEPT_HOURS * EVERY_MS)),
    () => sweepJoinCodes(daysAgo(1)),
    () => sweepFeed(daysAgo(FEED_KEPT_DAYS)),
    () => keepAgentKeys(clock.now()),
    () => forgetOldNews(clock.now()),
  ]
  const sweep = async (isFirst = false) => {
    try {
      for (const work of [...each(), ...(isFirst ? [leavePraiseOut] : [])]) {
        if (isStopped) return
        await engine.transact(work)
      }
    } catch (error) {
      if (!isDatabaseAway(error)) log.error('what is old was not swept', 'SWEEP', error)
    }
  }
  // Desks need the secrets of the days to come before they are away.
  let going = sweep(true)
  const timer = setInterval(() => {
    going = going.then(() => sweep())
  }, EVERY_MS)
  timer.unref()
  return () => {
    isStopped = true
    clearInterval(timer)
    return going
  }
}

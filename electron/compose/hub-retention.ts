import type { Instant } from '../../shared/contract/values.ts'
import { addMs } from '../../shared/domain/instants.ts'
import { keepsAll, NOTICE_DAYS } from '../../shared/domain/retention/what-goes.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import { deleteDue, isDoubtful } from '../services/retention/deleting.ts'
import { readToday } from '../services/retention/facts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import { forgetQuotingAnswers } from '../storage/hub/commands.ts'
import { isDatabaseAway } from '../storage/hub/database-faults.ts'
import { takeOverOfSentAway } from '../storage/hub/late-words.ts'
import { seeDay } from '../storage/retention/clock-runs.ts'
import { retentionRules } from '../storage/retention/rules.ts'

const DAY_MS = 86_400_000
const BEGIN_AFTER_MS = 60_000
const LOOK_EVERY_MS = 3_600_000

export interface HubRetention {
  /** Deletes what is due; resolves when that is done. */
  run(): Promise<void>
  /** When the last deletion came to grief; null: it did not, or one got through since. */
  failedAt(): Instant | null
  /** Resolves when nothing is deleted any more. */
  stop(): Promise<void>
}

/**
 * A hub deletes what is due for all its desks, which then let go of theirs. Any number of hubs may do it: each session is decided in its own
 * transaction, and found without words by whoever comes second.
 */
export function hubRetention(parts: { engine: PostgresEngine; clock: Clock; log: Log; changed(): void }): HubRetention {
  const { engine, clock, log, changed } = parts
  let isStopped = false
  let running: Promise<void> | null = null
  let failedAt: Instant | null = null
  const forget = () => engine.transact(() => forgetQuotingAnswers(clock.now()))
  /** Where words go at all. A clock that jumped is no week for a desk to come back. */
  const takeOver = () =>
    engine.transact(function* () {
      const at = clock.now()
      const { rules } = yield* retentionRules.now()
      if (keepsAll(rules)) return
      yield* seeDay(at)
      if ((yield* readToday(at)).waits === null) yield* takeOverOfSentAway(addMs(at, -NOTICE_DAYS * DAY_MS), at)
    })
  const all = async () => {
    // What was answered to commands quotes what it was asked of. First, what a hub left that was killed, or whose last minutes are over by now.
    await forget()
    await takeOver()
    const count = await deleteDue(parts, { isHeldOff: () => isStopped })
    const failedBefore = failedAt
    if (!isStopped && !(await isDoubtful(parts))) failedAt = null
    if (count > 0) {
      await forget()
      log.info(`retention: ${count} went`)
    }
    if (count > 0 || failedAt !== failedBefore) changed()
  }
  const run = (): Promise<void> => {
    running ??= all()
      .catch((error: unknown) => {
        if (isStopped || isDatabaseAway(error)) return
        failedAt = clock.now()
        log.error('not all that is due was deleted', 'RETENTION', error)
        // Some of it may have gone.
        changed()
      })
      .finally(() => {
        running = null
      })
    return running
  }
  const isTimed = clock.goesOn === true
  // Before the first desk brings anything: it counts from when it arrived. The clock of sample data tells no days.
  if (clock.goesOn !== false)
    void isDoubtful(parts).catch((error: unknown) => {
      if (!isStopped && !isDatabaseAway(error)) log.error('this day was not written down', 'RETENTION', error)
    })
  const first = isTimed ? setTimeout(() => void run(), BEGIN_AFTER_MS).unref() : undefined
  // What is not due costs a look; a day of the room begins at any hour.
  const timer = isTimed ? setInterval(() => void run(), LOOK_EVERY_MS).unref() : undefined
  return {
    run,
    failedAt: () => failedAt,
    stop: async () => {
      isStopped = true
      clearTimeout(first)
      clearInterval(timer)
      await running
    },
  }
}

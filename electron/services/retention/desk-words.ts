import { setImmediate as nextTurn } from 'node:timers/promises'
import { AHEAD_DAYS } from '../../../shared/contract/retention/retention.ts'
import type { RetentionRule } from '../../../shared/contract/retention/rules.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { keepsAll } from '../../../shared/domain/retention/what-goes.ts'
import { daysAfter } from '../../../shared/domain/wall-clock.ts'
import { dropCopy } from '../../adapters/backup/old-copies.ts'
import type { Query } from '../../storage/engine/query.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { openSession } from '../../storage/listening/sessions.ts'
import { seeDay } from '../../storage/retention/clock-runs.ts'
import { type HalfDoneWords, halfDoneWords } from '../../storage/retention/due.ts'
import { enterInLedger, ledgerLines } from '../../storage/retention/gone.ts'
import { retentionRules } from '../../storage/retention/rules.ts'
import { emptyLog, mergeSearch } from '../../storage/retention/wiped.ts'
import { halfDoneUntold } from '../agents/agents.ts'
import type { ServiceParts } from '../parts.ts'
import { accept } from '../refuse.ts'
import { type Deleting, deleteDue, isDoubtful } from './deleting.ts'
import { copiesToGo, countCopies, deskCopies, holdsUntil } from './desk-copies.ts'
import { dueHalfDone, readToday } from './facts.ts'
import { letGoHere } from './let-go-here.ts'
import { told } from './retention.ts'

/** The start has better things to do. */
const BEGIN_AFTER_MS = 20_000
const LOOK_EVERY_MS = 3_600_000
/** What the hub tells comes in pieces. */
const SOON_MS = 2_000

export interface DeskWords {
  readonly here: Service<'retention'>['here']
  /** Deletes what is due at this desk; resolves when that is done, or put off because somebody listens. Who asks meanwhile gets the same. */
  run(): Promise<void>
  /** The hub told of the rules, or of what it deleted. */
  soon(): void
  /** Resolves when nothing is deleted any more. */
  stop(): Promise<void>
}

/** What lies at a desk goes at its start and once a day, never while somebody listens. `isMember`: the hub says what of what was heard goes. */
export function deskWords(parts: ServiceParts, { isMember }: { readonly isMember: boolean }): DeskWords {
  const { db, engine, clock, log, emit, dataFolder } = parts
  let running: { promise: Promise<void>; done: number } | null = null
  let isStopped = false
  let failedAt: Instant | null = null
  let ranOn = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const isHeldOff = () => isStopped || !db.open || runOn(db, openSession(null)) !== null
  const progress = () => {
    if (running !== null) running.done += 1
    if (running !== null && running.done % 25 === 0) emit({ kind: 'changed', topics: ['retention'] })
  }

  const now = () => runOn(db, readToday(clock.now()))

  async function dropCopies(rule: RetentionRule, isHeldOff: () => boolean): Promise<number> {
    const today = now()
    let dropped = 0
    const copies = await engine.read(() => deskCopies(dataFolder, today))
    for (const copy of copiesToGo(copies, rule, today)) {
      await nextTurn()
      if (isHeldOff()) break
      if (!dropCopy(copy)) continue
      await engine.transact(() =>
        enterInLedger({ kind: 'copies', days: rule.days, items: 1, words: 1 }, today.date, today.now),
      )
      dropped += 1
      progress()
    }
    return dropped
  }
  /** The bytes go, too: of the index, of the pages, of the log. Also after a kill that came before it. */
  async function wipe(): Promise<void> {
    for (const _ of mergeSearch(db)) {
      await nextTurn()
      if (isStopped || !db.open) return
    }
    if (!emptyLog(db)) parts.forgetDrafts.veiled()
  }
  /** Whether it came to its end: what is due is gone. */
  async function all(): Promise<boolean> {
    let wasHeldOff = false
    const isHeldOffOnce = () => {
      wasHeldOff ||= isHeldOff()
      return wasHeldOff
    }
    await nextTurn()
    if (isHeldOffOnce()) return false
    const { rules } = runOn(db, retentionRules.now())
    if (!isMember && keepsAll(rules)) return true
    await see()
    const isDoubted = await isDoubtful(parts)
    if (isDoubted && !keepsAll(rules)) log.warn('retention: nothing goes as yet, as the clock jumped')
    // Also where whoever listened ended meanwhile: what was left aside for them is there still.
    const deleting: Deleting = { isHeldOff: isHeldOffOnce, progress, halfDoneAlone: isMember }
    let count = await deleteDue(parts, deleting)
    if (isMember) count += await letGoHere(db, deleting)
    if (rules.copies !== null && !isDoubted) await dropCopies(rules.copies, isHeldOffOnce)
    if (isHeldOffOnce()) return false
    await wipe()
    if (count > 0) log.info(`retention: ${count} went`)
    if (!isDoubted) ranOn = now().date
    return !isDoubted
  }
  const run = (): Promise<void> => {
    if (running !== null) return running.promise
    const failedBefore = failedAt
    const promise = all()
      .then((isDone) => {
        if (isDone) failedAt = null
      })
      .catch((error: unknown) => {
        if (isStopped) return
        failedAt = clock.now()
        log.error('not all that is due was deleted', 'RETENTION', error)
      })
      .finally(() => {
        const hasDone = (running?.done ?? 0) > 0
        running = null
        if (hasDone || failedAt !== failedBefore)
          emit({
            kind: 'changed',
            topics: [
              'retention',
              'sessions',
              'notes',
              'conversations',
              'meetings',
              'agents',
              'lifeChannel',
              'workspace',
            ],
          })
      })
    running = { promise, done: 0 }
    return promise
  }
  /** Also while everything is kept, and while somebody listens: what is heard counts from the days that were seen. */
  const see = async () => {
    try {
      await engine.transact(function* () {
        yield* seeDay(clock.now())
        yield* countCopies(dataFolder)
      })
    } catch (error) {
      log.error('this day was not written down', 'RETENTION', error)
    }
  }
  void see()
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = isStopped ? undefined : setTimeout(() => void look(), ms).unref()
  }
  const look = async () => {
    if (isStopped || !db.open) return
    await see()
    if (ranOn !== now().date) await run()
    later(LOOK_EVERY_MS)
  }
  // A clock that is handed in runs by hand.
  if (clock.goesOn) later(BEGIN_AFTER_MS)

  /** Without what is half done of praise that is not told to whoever asks, and of sealed calls. */
  function* toldHalfDone(asker: Asker): Query<HalfDoneWords[]> {
    const untold = new Set((yield* halfDoneUntold(asker)).map(({ draftId }) => draftId))
    return (yield* halfDoneWords()).filter(({ draftId, isSealed }) => isSealed === 0 && !untold.has(draftId))
  }

  return {
    run,
    soon: () => {
      ranOn = ''
      if (clock.goesOn) later(SOON_MS)
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running?.promise
    },
    here: (_, asker) =>
      engine.read(function* () {
        const { rules } = yield* retentionRules.now()
        const today = yield* readToday(clock.now())
        const { drafts: rule } = rules
        const ahead = daysAfter(today.date, AHEAD_DAYS)
        const found = rule === null ? [] : yield* toldHalfDone(asker)
        const items =
          rule === null
            ? []
            : found.map((words) => dueHalfDone(words, rule, today).item).filter(({ goesOn: day }) => day <= ahead)
        const copies = yield* deskCopies(dataFolder, today)
        const newest = copies.at(-1)
        return accept({
          today: today.date,
          drafts: told('drafts', items),
          copies: {
            count: copies.length,
            toGo: rules.copies === null ? 0 : copiesToGo(copies, rules.copies, today).length,
            oldestAt: copies[0]?.madeAt ?? null,
          },
          copiesHoldUntil:
            newest === undefined || rules.copies === null ? null : holdsUntil(newest, rules.copies, today),
          waits: today.waits,
          running: running === null ? null : { done: running.done },
          failedAt,
          ledger: yield* ledgerLines(),
        })
      }),
  }
}

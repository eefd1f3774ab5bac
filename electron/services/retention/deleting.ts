import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RetentionKind, RetentionRule } from '../../../shared/contract/retention/rules.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { mayTellOfAgents } from '../../../shared/domain/agents/least-agents.ts'
import { isDue, keepsAll, lastEnd } from '../../../shared/domain/retention/what-goes.ts'
import { daysAfter } from '../../../shared/domain/wall-clock.ts'
import { namedInSession } from '../../storage/agents/call-agents.ts'
import type { Query } from '../../storage/engine/query.ts'
import { caseToChange } from '../../storage/life-channel/cases.ts'
import { sessionToChange } from '../../storage/listening/sessions.ts'
import { seeDay } from '../../storage/retention/clock-runs.ts'
import {
  type HalfDoneWords,
  halfDoneWords,
  type PageOfEnds,
  type PraiseThatGoes,
  praiseThatGoes,
  type SessionKind,
  type SessionWords,
  sessionsWithWords,
  sessionWithWords,
} from '../../storage/retention/due.ts'
import { eraseConversations, eraseHalfDone, eraseNotes, eraseSealed } from '../../storage/retention/erase.ts'
import { enterInLedger, type GoneFigures, NO_FIGURES, rememberGone } from '../../storage/retention/gone.ts'
import { retentionRules } from '../../storage/retention/rules.ts'
import { handedOver, sealedWords } from '../../storage/retention/sealed-due.ts'
import type { HouseParts } from '../parts.ts'
import { dueHalfDone, dueSealed, dueSession, readToday } from './facts.ts'
import { endOf } from './retention.ts'

/** So many are looked for at once; each goes in a transaction of its own, so that a kill leaves it whole or gone. */
const AT_ONCE = 50

export interface Deleting {
  /** Whether something more important goes on: then nothing is begun, and the rest goes the next time. */
  isHeldOff(): boolean | Promise<boolean>
  /** A desk that belongs to a hub: what is heard goes when the hub says so, and what is half done by the hub's rule. */
  readonly halfDoneAlone?: boolean
  progress?(done: number): void
}

/** The program runs today, which is written down. Answers whether its clock may be wrong: then nothing is deleted, and it is looked at again. */
export const isDoubtful = async ({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Promise<boolean> =>
  engine.transact(function* () {
    yield* seeDay(clock.now())
    return (yield* readToday(clock.now())).waits !== null
  })

/** Deletes what is due by the rules of this database. Answers how many went. Throws what the database throws; what went by then is gone, and written down. */
export async function deleteDue(
  { engine, clock }: Pick<HouseParts, 'engine' | 'clock'>,
  { isHeldOff, halfDoneAlone = false, progress = () => {} }: Deleting,
): Promise<number> {
  const isWaiting = await isDoubtful({ engine, clock })
  const { rules } = await engine.read(retentionRules.now)
  if (isWaiting || keepsAll(rules)) return 0
  let done = 0
  const one = async (work: () => Query<boolean>) => {
    await nextTurn()
    if (await isHeldOff()) return 'held_off'
    if (await engine.transact(work)) {
      done += 1
      progress(done)
    }
    return 'on'
  }
  const all = async (works: readonly (() => Query<boolean>)[]) => {
    for (const work of works) if ((await one(work)) === 'held_off') return 'held_off'
    return 'on'
  }
  const passes = [
    halfDone,
    ...(halfDoneAlone ? [] : [() => sessions('conversations'), () => sessions('notes'), sealed]),
  ]
  for (const pass of passes) if ((await pass()) === 'held_off') break
  return done

  /** As it is where it is acted on: whoever takes a rule back while words go by it keeps the rest. */
  function* ruleNow(kind: RetentionKind): Query<RetentionRule | null> {
    return (yield* retentionRules.now()).rules[kind]
  }

  async function sessions(kind: SessionKind) {
    let after: PageOfEnds['after'] = null
    for (;;) {
      const page: SessionWords[] = await engine.read(() => pageOf(kind, after))
      const works = page.map(
        ({ sessionId }) =>
          () =>
            deleteSession(kind, sessionId),
      )
      if ((await all(works)) === 'held_off') return 'held_off'
      after = page.at(-1) ?? null
      if (page.length < AT_ONCE) return 'on'
    }
  }
  function* pageOf(kind: SessionKind, after: PageOfEnds['after']): Query<SessionWords[]> {
    const today = yield* readToday(clock.now())
    const last = lastEnd(yield* ruleNow(kind), today.date)
    if (last === null) return []
    return yield* sessionsWithWords(kind, { ...endOf(last, today), after, most: AT_ONCE })
  }

  /** Decided once more where nobody else comes between. */
  function* deleteSession(kind: SessionKind, sessionId: Id): Query<boolean> {
    if ((yield* sessionToChange(sessionId)) === null) return false
    const rule = yield* ruleNow(kind)
    const words = yield* sessionWithWords(kind, sessionId)
    if (rule === null || words === null) return false
    const today = yield* readToday(clock.now())
    const { facts, item } = dueSession(kind, words, rule, today)
    if (today.waits !== null || !isDue(facts, rule, today.date, today.now)) return false
    const untold = kind === 'notes' ? yield* untoldPraise(sessionId) : null
    const figures = yield* (kind === 'notes' ? eraseNotes : eraseConversations)(sessionId)
    const told = {
      kind,
      subjectId: sessionId,
      sessionId,
      goesOn: item.goesOn,
      words: words.wordCount - (untold?.count ?? 0),
      rule,
    }
    yield* written(told, figures, today, untold?.isAll === 1 ? 0 : 1)
    return true
  }

  async function sealed() {
    if ((await engine.read(sealedWords)).length === 0) return 'on'
    const ids = (await engine.read(dueCases)).map(({ words }) => words.caseId)
    return all(ids.map((caseId) => () => deleteCase(caseId)))
  }
  function* dueCases() {
    const rule = yield* ruleNow('sealed')
    const today = yield* readToday(clock.now())
    if (rule === null || today.waits !== null) return []
    const up = yield* handedOver()
    const due = yield* dueSealed(rule, today, ({ sessionId }) => sessionId === null || up === null || up.has(sessionId))
    return due.filter(({ facts }) => isDue(facts, rule, today.date, today.now)).map((one) => ({ ...one, rule, today }))
  }
  function* deleteCase(caseId: Id): Query<boolean> {
    if (!(yield* caseToChange(caseId))) return false
    const due = (yield* dueCases()).find(({ words }) => words.caseId === caseId)
    if (due === undefined) return false
    const { rule, today } = due
    const words = yield* eraseSealed(caseId)
    const told = {
      kind: 'sealed',
      subjectId: caseId,
      sessionId: due.words.sessionId,
      goesOn: due.item.goesOn,
      words,
      rule,
    } as const
    yield* written(told, NO_FIGURES, today)
    return true
  }

  async function halfDone() {
    const found = await engine.read(dueHalfDoneNow)
    return all(
      found.map(
        ({ words }) =>
          () =>
            deleteHalfDone(words),
      ),
    )
  }
  function* dueHalfDoneNow() {
    const rule = yield* ruleNow('drafts')
    const today = yield* readToday(clock.now())
    if (rule === null || today.waits !== null) return []
    const found = yield* halfDoneWords()
    return (
      found
        // What nobody looked at yet is not old.
        .filter((words) => words.countedDay !== null)
        .filter((words) => isDue(dueHalfDone(words, rule, today).facts, rule, today.date, today.now))
        .map((words) => ({ words, rule, today }))
    )
  }
  function* deleteHalfDone({ draftId }: HalfDoneWords): Query<boolean> {
    const due = (yield* dueHalfDoneNow()).find(({ words }) => words.draftId === draftId)
    if (due === undefined) return false
    const isTold = due.words.isPraise === 0 || mayTellOfAgents(yield* namedInSession(due.words.sessionId))
    if ((yield* eraseHalfDone(due.words)) === 0) return false
    if (isTold)
      yield* enterInLedger({ kind: 'drafts', days: due.rule.days, items: 1, words: 1 }, due.today.date, due.today.now)
    return true
  }
}

/** Praise that is told to whoever heard it alone. The ledger is read by everybody: less what was listed before, it would tell how much there was, and in how many sessions nothing else. */
function* untoldPraise(sessionId: Id): Query<PraiseThatGoes | null> {
  if (mayTellOfAgents(yield* namedInSession(sessionId))) return null
  return (yield* praiseThatGoes([sessionId])).get(sessionId) ?? null
}

interface Went {
  readonly kind: 'notes' | 'conversations' | 'sealed'
  readonly subjectId: Id
  readonly sessionId: Id | null
  readonly goesOn: string
  readonly words: number
  readonly rule: RetentionRule
}

function* written(
  { kind, subjectId, sessionId, goesOn, words, rule }: Went,
  figures: GoneFigures,
  today: { date: string; now: Instant },
  items: 0 | 1 = 1,
): Query<void> {
  yield* rememberGone({ kind, subjectId, sessionId, keptUntil: daysAfter(goesOn, -1), at: today.now }, figures)
  if (items > 0) yield* enterInLedger({ kind, days: rule.days, items, words }, today.date, today.now)
}

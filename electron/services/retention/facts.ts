import type { ClockWait, DueItem } from '../../../shared/contract/retention/retention.ts'
import type { RetentionRule } from '../../../shared/contract/retention/rules.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { clockToday } from '../../../shared/domain/retention/clock-runs.ts'
import { type DueFacts, goesOn, staysBecause } from '../../../shared/domain/retention/what-goes.ts'
import { dateOf, daysAfter } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readRoom } from '../../storage/house/room.ts'
import { allCases } from '../../storage/life-channel/cases.ts'
import { clockRuns } from '../../storage/retention/clock-runs.ts'
import type { HalfDoneWords, SessionKind, SessionWords } from '../../storage/retention/due.ts'
import { keptSessions } from '../../storage/retention/kept-sessions.ts'
import { type SealedWords, sealedWords } from '../../storage/retention/sealed-due.ts'

/** The day by which things go: of the room, now. */
export interface Today {
  readonly date: string
  readonly now: Instant
  readonly timeZone: string
  /** From a day of the clock to the counted one; 0 in a house whose clock never jumped. */
  readonly offsetDays: number
  /** Nothing goes as long as the clock is not believed. */
  readonly waits: ClockWait | null
  /** Sessions with a case that is not closed, with how many. */
  readonly openCases: ReadonlyMap<Id, number>
}

export function* readToday(now: Instant): Query<Today> {
  const { timeZone } = yield* readRoom()
  const openCases = new Map<Id, number>()
  for (const { sessionId, state } of yield* allCases(null))
    if (sessionId !== null && isOpen(state)) openCases.set(sessionId, (openCases.get(sessionId) ?? 0) + 1)
  const date = dateOf(now, timeZone)
  return { date, now, timeZone, openCases, ...clockToday(yield* clockRuns(), date) }
}

/** What was dated and never counted is younger where counted days stand behind those of the clock, and never older than its date. */
export const datedOffset = ({ offsetDays }: Pick<Today, 'offsetDays'>): number => Math.min(0, offsetDays)

/** By the clock of today: what was counted, or where that was not done yet what was dated. */
export const dayOf = (countedDay: string | null, at: Instant, today: Today): string =>
  countedDay === null
    ? daysAfter(dateOf(at, today.timeZone), -datedOffset(today))
    : daysAfter(countedDay, -today.offsetDays)

const isOpen = (state: string): boolean => state === 'open' || state === 'handed_over'

/** One thing that may go, as the rules see it, and as it is told. */
export interface Due {
  readonly facts: DueFacts
  readonly item: DueItem
  readonly endedOn: string
}

const keptUntilOf = ({ isKept, keptUntil }: { isKept: number; keptUntil: string | null }) =>
  isKept === 1 ? keptUntil : undefined

function dueOf(
  facts: DueFacts & { endedOn: string },
  rule: RetentionRule,
  told: Omit<DueItem, 'goesOn' | 'stays'>,
  { date, now }: Today,
): Due {
  const day = goesOn(facts.endedOn, rule)
  // By a day that is still to come whoever changed it last may take nothing back any more.
  const stays =
    day > date ? staysBecause({ ...facts, touchedAt: null, touchedOn: null }, day, now) : staysBecause(facts, date, now)
  return { facts, item: { ...told, goesOn: day, stays }, endedOn: facts.endedOn }
}

export function dueSession(kind: SessionKind, words: SessionWords, rule: RetentionRule, today: Today): Due {
  const { sessionId, startedAt, listenerName, callCount, wordCount, halfDone, touchedAt, touchedDay } = words
  const facts = {
    ...{ endedOn: dayOf(words.countedDay, words.endedAt, today), touchedAt, halfDone, isUp: words.isUp === 1 },
    touchedOn: touchedDay === null ? null : daysAfter(touchedDay, -today.offsetDays),
    ...{ openCases: today.openCases.get(sessionId) ?? 0, keptUntil: keptUntilOf(words) },
  }
  return dueOf(facts, rule, { kind, sessionId, caseId: null, startedAt, listenerName, callCount, wordCount }, today)
}

export function dueHalfDone(words: HalfDoneWords, rule: RetentionRule, today: Today): Due {
  const { sessionId, startedAt, listenerName } = words
  const facts = {
    ...{ endedOn: dayOf(words.countedDay, words.storedAt, today), touchedAt: words.storedAt, touchedOn: null },
    ...{ halfDone: 0, isUp: true },
    ...{ openCases: today.openCases.get(sessionId) ?? 0, keptUntil: keptUntilOf(words) },
  }
  const told = { kind: 'drafts' as const, sessionId, caseId: null, startedAt, listenerName, callCount: 1, wordCount: 1 }
  const due = dueOf(facts, rule, told, today)
  return words.endedAt === null
    ? { ...due, facts: { ...facts, endedOn: null }, item: { ...due.item, stays: 'open' } }
    : due
}

/** What is sealed of every case, with whether another case of its call is still open. */
export function* dueSealed(
  rule: RetentionRule,
  today: Today,
  isUp: (words: SealedWords) => boolean,
): Query<(Due & { words: SealedWords })[]> {
  const all = yield* sealedWords()
  if (all.length === 0) return []
  const cases = yield* allCases(null)
  const kept = new Map((yield* keptSessions()).map(({ sessionId, until }) => [sessionId, until]))
  return all.map((words) => {
    const { caseId, sessionId, callId, raisedAt, lastAt, sealedCount } = words
    const openCases = cases.filter(
      (one) => isOpen(one.state) && (one.id === caseId || (callId !== null && one.callId === callId)),
    ).length
    const facts = {
      ...{ endedOn: dayOf(words.countedDay, lastAt, today), touchedAt: lastAt, touchedOn: null },
      ...{ halfDone: 0, isUp: isUp(words), openCases },
      keptUntil: sessionId === null ? undefined : kept.get(sessionId),
    }
    // Nothing of the caller, and not who listened.
    const told = { kind: 'sealed' as const, sessionId, caseId, startedAt: raisedAt, listenerName: null, callCount: 1 }
    return { ...dueOf(facts, rule, { ...told, wordCount: sealedCount }, today), words }
  })
}

import { AHEAD_DAYS, type DueItem, type DueOfKind, MOST_TOLD } from '../../../shared/contract/retention/retention.ts'
import type { RetentionRule } from '../../../shared/contract/retention/rules.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { lastEnd, settledRules, stricterKinds } from '../../../shared/domain/retention/what-goes.ts'
import { daysAfter, instantAt } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { hearingsOf, sessionToChange } from '../../storage/listening/sessions.ts'
import {
  hasWords,
  type PraiseThatGoes,
  praiseThatGoes,
  type SessionKind,
  type SessionWords,
  sessionsWithWords,
} from '../../storage/retention/due.ts'
import { type GoneRow, goneOfCalls, ledgerLines, whatWent } from '../../storage/retention/gone.ts'
import { keepSession, keptSessions, letSessionGo } from '../../storage/retention/kept-sessions.ts'
import { retentionRules } from '../../storage/retention/rules.ts'
import { halfDoneUntold, isPraiseTold, wherePraiseIsTold } from '../agents/agents.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { datedOffset, dueSealed, dueSession, readToday, type Today } from './facts.ts'

type Shared = Omit<Service<'retention'>, 'here'>

/** The rules and what they come to, where the truth is; what lies at a desk alone is `desk-words.ts`. `failedAt`: of a hub that deletes. */
export function retentionService(
  { engine, clock }: Pick<HouseParts, 'engine' | 'clock'>,
  failedAt: () => Instant | null = () => null,
): Shared {
  return {
    rules: () =>
      engine.read(function* () {
        return accept(yield* retentionRules.now())
      }),

    saveRules: ({ rules: wanted, isUnderstood, seenVersion }, { personId: actorId }) =>
      engine.transact(function* () {
        const before = yield* retentionRules.toChange(seenVersion)
        const at = clock.now()
        const { date } = yield* readToday(at)
        const rules = settledRules(before.rules, wanted, date)
        const kinds = stricterKinds(before.rules, wanted)
        if (kinds.length > 0 && !isUnderstood) {
          const firstOn = kinds.map((kind) => rules[kind]?.startsOn ?? date).sort()[0] ?? date
          return { ok: false, code: 'must_be_understood', detail: { kinds, firstOn } } as const
        }
        yield* retentionRules.save(before, { rules }, { at, actorId })
        return accept(yield* retentionRules.now())
      }),

    due: (_, asker) =>
      engine.read(function* () {
        const { rules } = yield* retentionRules.now()
        const today = yield* readToday(clock.now())
        const kinds: DueOfKind[] = []
        if (rules.notes !== null) kinds.push(yield* sessionsAhead('notes', rules.notes, today, asker))
        if (rules.conversations !== null)
          kinds.push(yield* sessionsAhead('conversations', rules.conversations, today, asker))
        if (rules.sealed !== null) kinds.push(yield* casesAhead(rules.sealed, today))
        return accept({
          today: today.date,
          kinds,
          kept: yield* keptSessions(),
          waits: today.waits,
          failedAt: failedAt(),
        })
      }),

    keep: ({ sessionId, reason: given, until }, asker) =>
      engine.transact(function* () {
        if ((yield* sessionToChange(sessionId)) === null) return refuse('not_found')
        if ((yield* isToldGone(sessionId, asker)) && !(yield* hasWords(sessionId))) return refuse('gone')
        const { date: today } = yield* readToday(clock.now())
        if (until !== null && until < today) return { ok: false, code: 'from_the_past', detail: { today } } as const
        const reason = maskText(given).text
        yield* keepSession({ sessionId, reason, until }, { at: clock.now(), actorId: asker.personId })
        return accept({ reason })
      }),

    letGo: ({ sessionId }) =>
      engine.transact(function* () {
        return (yield* letSessionGo(sessionId)) === 0 ? refuse('not_found') : accept({})
      }),

    ledger: () =>
      engine.read(function* () {
        return accept({ lines: yield* ledgerLines() })
      }),

    ofCalls: ({ callIds }, asker) =>
      engine.read(function* () {
        const gone = yield* goneOfCalls(callIds)
        // Where praise is not told, it is not told either that nothing else went.
        const unsaid = gone.filter(({ kind, toldCount }) => kind === 'notes' && toldCount === 0)
        const sessionIds = [...new Set(unsaid.map(({ sessionId }) => sessionId))]
        const told = yield* wherePraiseIsTold(yield* hearingsOf(sessionIds), asker)
        const isTold = (one: GoneRow) => !unsaid.includes(one) || told.has(one.sessionId)
        return accept(gone.filter(isTold).map(({ toldCount: _, ...one }) => one))
      }),
  }
}

/** Of whom praise is not told, it is not told either that nothing else went. */
function* isToldGone(sessionId: Id, asker: Asker): Query<boolean> {
  const went = yield* whatWent(sessionId)
  return went === 'more' || (went === 'praise' && (yield* isPraiseTold(sessionId, asker)))
}

/** What ended by that day: counted, and where days were not counted yet, before the end of it in the room. */
export const endOf = (date: string, today: Today): { lastDay: string; before: Instant } => ({
  lastDay: daysAfter(date, today.offsetDays),
  before: instantAt(daysAfter(date, datedOffset(today)), '24:00', today.timeZone),
})

function* sessionsAhead(kind: SessionKind, rule: RetentionRule, today: Today, asker: Asker): Query<DueOfKind> {
  const until = daysAfter(today.date, AHEAD_DAYS)
  const last = lastEnd(rule, until)
  if (last === null) return { kind, count: 0, items: [] }
  // A page of a year of one desk at most.
  const found = yield* sessionsWithWords(kind, { ...endOf(last, today), after: null, most: 10_000 })
  return told(
    kind,
    (yield* asTold(kind, found, asker)).map((words) => dueSession(kind, words, rule, today).item),
  )
}

/** As they are without praise that is not told, done and half done: neither it nor its count is, and no session that has nothing else. */
function* asTold(kind: SessionKind, found: readonly SessionWords[], asker: Asker): Query<SessionWords[]> {
  const praise = kind === 'notes' ? yield* praiseThatGoes(found.map(({ sessionId }) => sessionId)) : NO_PRAISE
  const told = yield* wherePraiseIsTold(yield* hearingsOf([...praise.keys()]), asker)
  const halfDone = yield* halfDoneUntold(asker)
  return found.flatMap((words) => {
    const { sessionId, wordCount } = words
    const untold = told.has(sessionId) ? undefined : praise.get(sessionId)
    if (untold?.isAll === 1) return []
    const begun = halfDone.filter((half) => half.sessionId === sessionId).length
    return { ...words, wordCount: wordCount - (untold?.count ?? 0), halfDone: words.halfDone - begun }
  })
}
const NO_PRAISE: ReadonlyMap<Id, PraiseThatGoes> = new Map()

function* casesAhead(rule: RetentionRule, today: Today): Query<DueOfKind> {
  const last = lastEnd(rule, daysAfter(today.date, AHEAD_DAYS))
  if (last === null) return { kind: 'sealed', count: 0, items: [] }
  const due = yield* dueSealed(rule, today, () => true)
  return told(
    'sealed',
    due.filter(({ endedOn }) => endedOn <= last).map(({ item }) => item),
  )
}

/** Counted are those that go; told are those, and what stays though it is old enough. */
export function told(kind: DueOfKind['kind'], items: readonly DueItem[]): DueOfKind {
  const sorted = [...items].sort((one, other) => (one.goesOn < other.goesOn ? -1 : one.goesOn > other.goesOn ? 1 : 0))
  return { kind, count: items.filter(({ stays }) => stays === null).length, items: sorted.slice(0, MOST_TOLD) }
}

import type { CaseAct } from '../../../shared/contract/life-channel/case-acts.ts'
import type { LifeCase, Reading } from '../../../shared/contract/life-channel/life-channel.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { type CaseEvent, caseStory } from '../../../shared/domain/life-channel/case-story.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import { nowOf, recordsOf } from '../house/same-person.ts'
import type { By } from '../versions.ts'

/** A case as it was raised. */
export type RaisedCase = Pick<LifeCase, 'id' | 'sessionId' | 'callId' | 'origin' | 'grade' | 'raisedAt'> & {
  readonly raisedBy: Id | null
}

/** `namedCallId`: the call that it is about where this desk does not have it. */
export type NewCase = RaisedCase & { readonly namedCallId: Id | null }

interface CaseRow extends RaisedCase {
  readonly callNumber: number | null
  readonly raisedByName: string | null
  /** Whose session it was raised in. */
  readonly listenerId: Id | null
  /** Of what was sealed and went by rule; null: nothing did. */
  readonly keptUntil: string | null
  readonly goneAt: Instant | null
  readonly sealedCount: number
}

const SELECT = `SELECT life_case.id, life_case.session_id AS sessionId, call_id AS callId, call.number AS callNumber, origin, grade,
    raised_at AS raisedAt, ${nowOf('raised_by')} AS raisedBy, person.name AS raisedByName,
    (SELECT ${nowOf('listener_id')} FROM session WHERE session.id = life_case.session_id) AS listenerId,
    words_gone.kept_until AS keptUntil, words_gone.gone_at AS goneAt,
    (SELECT count(*) FROM life_sealed WHERE life_sealed.case_id = life_case.id) AS sealedCount
  FROM life_case LEFT JOIN call ON call.id = call_id LEFT JOIN person ON person.id = raised_by
  LEFT JOIN words_gone ON words_gone.id = 'sealed:' || life_case.id`
const BY_ID = `${SELECT} WHERE life_case.id = ?`
const NEWEST = `${SELECT} WHERE (CAST(:personId AS TEXT) IS NULL OR raised_by IN ${recordsOf(':personId')}) ORDER BY raised_at DESC, life_case.id DESC`
const SINCE = `${SELECT} WHERE raised_at >= ? ORDER BY raised_at, life_case.id`

const RAISE = `INSERT INTO life_case (id, session_id, call_id, origin, grade, raised_at, raised_by, named_call_id)
  VALUES (:id, :sessionId, :callId, :origin, :grade, :raisedAt, :raisedBy, :namedCallId) ON CONFLICT (id) DO NOTHING`

/** False: it was raised already. */
export function* insertCase(raised: NewCase): Query<boolean> {
  return (yield* write(RAISE, { ...raised })) === 1
}

const JOIN = 'UPDATE life_case SET session_id = :sessionId, call_id = :callId WHERE id = :caseId AND call_id IS NULL'

/** A case that was raised without a call is of this one. False: it has one already, or there is no such case. */
export function* joinCall(
  caseId: Id,
  { sessionId, id: callId }: { readonly id: Id; readonly sessionId: Id },
): Query<boolean> {
  return (yield* write(JOIN, { caseId, sessionId, callId })) === 1
}

export const findCase = (caseId: Id): Query<CaseRow | null> => row<CaseRow>(BY_ID, [caseId])

const HOLD = inEach(
  (say) =>
    `SELECT id FROM life_case WHERE ${say(among('id'))} ORDER BY id ${say({ sqlite: '', postgres: 'FOR NO KEY UPDATE' })}`,
)

/**
 * Whoever else asks for them waits until the transaction that asked is over; whoever does something about one asks for it first, before a call of it is held. Two who took
 * both the other way round would wait for each other. Answers those that are there.
 */
export function* casesToChange(ids: readonly Id[]): Query<Id[]> {
  return (yield* rows<{ id: Id }>(HOLD, [JSON.stringify(ids)])).map(({ id }) => id)
}

/** False: there is none. */
export function* caseToChange(caseId: Id): Query<boolean> {
  return (yield* casesToChange([caseId])).length > 0
}

interface EventRow {
  readonly caseId: Id
  readonly at: Instant
  readonly what: CaseEvent['what']
  readonly which: string | null
  readonly name: string | null
  readonly byName: string | null
}

const EVENTS = inEach(
  (say) => `SELECT case_id AS caseId, at, what, which, remark AS name, person.name AS byName FROM life_event
    LEFT JOIN person ON person.id = actor_id WHERE ${say(among('case_id'))} ORDER BY life_event.id`,
)

/** With all that was done about them. */
function* told(cases: readonly CaseRow[]): Query<LifeCase[]> {
  const events = yield* rows<EventRow>(EVENTS, [JSON.stringify(cases.map(({ id }) => id))])
  return cases.map(({ raisedBy: _, listenerId: __, keptUntil, goneAt, sealedCount, ...one }) => {
    const own = events.filter(({ caseId }) => caseId === one.id)
    const wordsGone =
      keptUntil === null || goneAt === null ? null : { keptUntil, goneAt, isMoreSealed: sealedCount > 0 }
    return { ...one, ...caseStory(one, own as CaseEvent[]), wordsGone }
  })
}

/** Of everybody (null) or of one person, newest first. A house has few in a year. */
export function* allCases(personId: Id | null): Query<LifeCase[]> {
  return yield* told(yield* rows<CaseRow>(NEWEST, { personId }))
}

const OF_CALL = `${SELECT} WHERE call_id = ? ORDER BY raised_at, life_case.id`

/** A call may be raised more than once. */
export function* casesOfCall(callId: Id): Query<LifeCase[]> {
  return yield* told(yield* rows<CaseRow>(OF_CALL, [callId]))
}

/** Raised then or later, oldest first. */
export function* casesSince(at: Instant): Query<LifeCase[]> {
  return yield* told(yield* rows<CaseRow>(SINCE, [at]))
}

export function* caseAsItIs(caseId: Id): Query<LifeCase | null> {
  const found = yield* findCase(caseId)
  return found === null ? null : ((yield* told([found]))[0] ?? null)
}

const APPEND = `INSERT INTO life_event (id, case_id, at, actor_id, what, which, remark)
  VALUES (:id, :caseId, :at, :actorId, :what, :which, :remark) ON CONFLICT (id) DO NOTHING`

type NewEvent = By & {
  readonly id: Id
  readonly caseId: Id
  readonly what: CaseEvent['what']
  readonly which?: string | null
  readonly remark?: string | null
}

/** Append-only. False: it stands there already. */
export function* appendCaseEvent({ which = null, remark = null, ...event }: NewEvent): Query<boolean> {
  return (yield* write(APPEND, { ...event, which, remark })) === 1
}

const CLOSED = `SELECT ${nowOf('actor_id')} AS actorId, which FROM life_event WHERE case_id = ? AND what = 'closed' ORDER BY at, id`

/** Who said what became of it, since it was last open. */
export function* closersOf(caseId: Id): Query<(Id | null)[]> {
  const closed = yield* rows<{ readonly actorId: Id | null; readonly which: string | null }>(CLOSED, [caseId])
  return closed.slice(closed.findLastIndex(({ which }) => which === null) + 1).map(({ actorId }) => actorId)
}

const LAST_VERDICT = `SELECT max(at) AS value FROM life_event WHERE case_id = ? AND what IN ('dismissed', 'restored')`

/** When a verdict that is given now counts as given: after each that is known here, whatever the clock of whoever gave that showed. */
export function* afterVerdicts(caseId: Id, at: Instant): Query<Instant> {
  const last = yield* value<Instant>(LAST_VERDICT, [caseId])
  return last === null || last < at ? at : addMs(last, 1)
}

/** How an act of the card is written down. */
export function eventOf(act: CaseAct): Pick<NewEvent, 'what' | 'which' | 'remark'> {
  if (act.what === 'handed_over') return { what: act.what, which: act.to, remark: act.name }
  if (act.what === 'heard') return { what: act.what, which: act.evidence.grade }
  return 'step' in act ? { what: act.what, which: act.step } : { what: act.what }
}

const READINGS = `SELECT at, person.name AS byName, coalesce(remark, '') AS reason FROM life_event
  LEFT JOIN person ON person.id = actor_id WHERE case_id = ? AND what = 'read' ORDER BY life_event.id DESC`

export const readingsOf = (caseId: Id): Query<Reading[]> => rows<Reading>(READINGS, [caseId])

/** That somebody read what is sealed of a case, and why. */
export interface ReadEvent extends By {
  readonly id: Id
  readonly caseId: Id
  readonly remark: string
}

const SAME_READING = `SELECT 1 AS value FROM life_event WHERE id = :id AND case_id = :caseId AND what = 'read' AND remark = :remark
  AND coalesce(actor_id, '') = coalesce(CAST(:actorId AS TEXT), '') AND at >= :since`

/** Whether this very reading is written down already, then or later. */
export function* wasReadSince(since: Instant, reading: Omit<ReadEvent, 'at'>): Query<boolean> {
  return (yield* value<number>(SAME_READING, { ...reading, since })) !== null
}

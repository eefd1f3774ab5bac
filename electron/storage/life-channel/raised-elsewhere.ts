import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows } from '../engine/query.ts'
import type { RaisedCase } from './cases.ts'

const NAMED = `SELECT named_call_id AS callId, EXISTS (SELECT 1 FROM raised_elsewhere WHERE case_id = life_case.id) AS isSealed
  FROM life_case WHERE id = ? AND call_id IS NULL AND named_call_id IS NOT NULL`

/** The call that a case named and that is not here, and whether the hub told this desk that it is sealed. Null: there is none. */
export function* namedElsewhere(caseId: Id): Query<{ readonly callId: Id; readonly isSealed: boolean } | null> {
  const found = yield* row<{ readonly callId: Id; readonly isSealed: 0 | 1 }>(NAMED, [caseId])
  return found && { callId: found.callId, isSealed: found.isSealed === 1 }
}

/** A case about a call of this desk that another desk raised, with what was said of it last. */
export interface RaisedElsewhere extends Omit<RaisedCase, 'sessionId' | 'callId'> {
  readonly sessionId: Id
  readonly callId: Id
  readonly isHere: 0 | 1
  readonly verdictId: Id | null
  readonly verdict: 'dismissed' | 'restored' | null
  readonly verdictAt: Instant | null
  readonly verdictBy: Id | null
}

/** A case of this desk's own, that named its call before that began, is done by whoever does something about it. */
const NOT_FOLLOWED = `SELECT case_id AS id, call.session_id AS sessionId, call.id AS callId, told.origin, told.grade, told.raised_at AS raisedAt,
    told.raised_by AS raisedBy, own.id IS NOT NULL AS isHere, verdict_id AS verdictId, verdict, verdict_at AS verdictAt, verdict_by AS verdictBy
  FROM raised_elsewhere told JOIN call ON call.id = told.call_id LEFT JOIN life_case own ON own.id = case_id
  WHERE CASE WHEN own.id IS NULL THEN verdict IS NULL OR verdict <> 'dismissed'
    ELSE own.named_call_id IS NULL AND verdict_id IS NOT NULL AND verdict_id NOT IN (SELECT id FROM life_event) END
  ORDER BY told.raised_at, case_id`

/** Of which something is still to be done here, oldest first. At a desk. */
export const notFollowed = (): Query<RaisedElsewhere[]> =>
  rows<RaisedElsewhere>({ sqlite: NOT_FOLLOWED, postgres: null })

/** What was said of a case that this desk raised about a call of another one, and not here. */
export interface SaidElsewhere {
  readonly caseId: Id
  readonly verdictId: Id
  readonly verdict: 'dismissed' | 'restored'
  readonly verdictAt: Instant
  readonly verdictBy: Id | null
}

const NOT_KNOWN = `SELECT case_id AS caseId, verdict_id AS verdictId, verdict, verdict_at AS verdictAt, verdict_by AS verdictBy
  FROM raised_elsewhere JOIN life_case own ON own.id = case_id
  WHERE own.named_call_id IS NOT NULL AND own.call_id IS NULL AND verdict_id IS NOT NULL AND verdict_id NOT IN (SELECT id FROM life_event)
  ORDER BY verdict_at, case_id`

/** At a desk. */
export const notKnown = (): Query<SaidElsewhere[]> => rows<SaidElsewhere>({ sqlite: NOT_KNOWN, postgres: null })

import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows } from '../engine/query.ts'

/** A case of which something is still sealed or remarked, with when something was done about it last. */
export interface SealedWords {
  readonly caseId: Id
  readonly sessionId: Id | null
  readonly callId: Id | null
  readonly raisedAt: Instant
  readonly lastAt: Instant
  /** The counted day of that; null: it was here before days were counted. */
  readonly countedDay: string | null
  readonly sealedCount: number
}

const ALL = `SELECT life_case.id AS caseId, life_case.session_id AS sessionId, life_case.call_id AS callId, raised_at AS raisedAt,
    coalesce((SELECT max(at) FROM life_event WHERE case_id = life_case.id), raised_at) AS lastAt,
    (SELECT count(*) FROM life_sealed WHERE case_id = life_case.id) AS sealedCount,
    counted.day AS countedDay
  FROM life_case LEFT JOIN counted_day counted ON counted.id = 'case:' || life_case.id WHERE EXISTS (SELECT 1 FROM life_sealed WHERE case_id = life_case.id)
    OR EXISTS (SELECT 1 FROM life_event WHERE case_id = life_case.id AND remark IS NOT NULL) ORDER BY raised_at, life_case.id`

/** Oldest first. A house has few in a year. */
export const sealedWords = (): Query<SealedWords[]> => rows<SealedWords>(ALL)

const HANDED_OVER = {
  sqlite: null,
  postgres: `SELECT DISTINCT session.id FROM life_case JOIN session ON session.id = life_case.session_id
    WHERE session.handed_over_at IS NOT NULL OR session.desk_id IS NULL`,
}

/** At a hub: the sessions with a case whose desks say nothing more of them. Null at a desk, where all is its own. */
export function* handedOver(): Query<ReadonlySet<Id> | null> {
  const isDesk = (yield* rows<{ isDesk: number }>({ sqlite: 'SELECT 1 AS isDesk', postgres: null })).length === 1
  return isDesk ? null : new Set((yield* rows<{ id: Id }>(HANDED_OVER)).map(({ id }) => id))
}

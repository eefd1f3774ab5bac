import type { KeptSession } from '../../../shared/contract/retention/retention.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type Query, rows, write } from '../engine/query.ts'
import type { By } from '../versions.ts'

const KEEP = `INSERT INTO retention_keep (session_id, reason, until, at, actor_id) VALUES (:sessionId, :reason, :until, :at, :actorId)
  ON CONFLICT (session_id) DO UPDATE SET reason = excluded.reason, until = excluded.until, at = excluded.at, actor_id = excluded.actor_id`
const LET_GO = 'DELETE FROM retention_keep WHERE session_id = ?'
const ALL = `SELECT retention_keep.session_id AS sessionId, session.started_at AS startedAt, listener.name AS listenerName, reason, until,
    retention_keep.at, person.name AS byName
  FROM retention_keep JOIN session ON session.id = session_id LEFT JOIN person listener ON listener.id = session.listener_id
  LEFT JOIN person ON person.id = actor_id ORDER BY session.started_at, session.id`

interface Kept {
  readonly sessionId: Id
  readonly reason: string
  /** The last day; null: for good. */
  readonly until: string | null
}

export const keepSession = (kept: Kept, by: By): Query<number> => write(KEEP, { ...kept, ...by })

/** None: it was not kept. */
export const letSessionGo = (sessionId: Id): Query<number> => write(LET_GO, [sessionId])

export const keptSessions = (): Query<KeptSession[]> => rows<KeptSession>(ALL)

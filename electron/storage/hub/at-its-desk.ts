import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, write } from '../engine/query.ts'

/** What a call is about, where it is about something that is heard. */
export interface Heard {
  readonly sessionId?: Id | undefined
  readonly callId?: Id | undefined
  readonly noteId?: Id | undefined
}

const OF_SESSION = 'SELECT CAST(:sessionId AS text) AS id'
const OF_CALL = 'SELECT session_id AS id FROM call WHERE id = :callId'
const OF_NOTE = 'SELECT call.session_id AS id FROM note JOIN call ON call.id = note.call_id WHERE note.id = :noteId'

const whose = (heard: Heard): string => {
  if (heard.sessionId !== undefined) return OF_SESSION
  return heard.callId === undefined ? OF_NOTE : OF_CALL
}

/**
 * Who listens, where the session goes on at its desk or has not been handed over whole; null where it has, where its desk was sent away and will not
 * come back, or where there is none. What was once handed
 * over stays so: whoever was told null may decide on it.
 */
export function stillListening(heard: Heard): Query<{ listenerName: string | null } | null> {
  const sql = `SELECT person.name AS listenerName FROM session LEFT JOIN person ON person.id = session.listener_id
    LEFT JOIN desk ON desk.id = session.desk_id WHERE session.id = (${whose(heard)}) AND desk.revoked_at IS NULL
      AND (session.ended_at IS NULL OR (session.desk_id IS NOT NULL AND session.handed_over_at IS NULL))`
  const { sessionId = null, callId = null, noteId = null } = heard
  return row(sql, { sessionId, callId, noteId })
}

/** The hub's from now on: whoever heard it may add to it, and changes nothing of what stands here. */
export function takeOver(heard: Heard, at: Instant): Query<number> {
  const { sessionId = null, callId = null, noteId = null } = heard
  return write(
    `UPDATE session SET handed_over_at = :at WHERE id = (${whose(heard)}) AND handed_over_at IS NULL AND desk_id IS NOT NULL`,
    { sessionId, callId, noteId, at },
  )
}

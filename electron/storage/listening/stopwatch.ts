import type { CallGap } from '../../../shared/contract/listening/sessions.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { countAsUnimportant, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { type Query, rows } from '../engine/query.ts'

/** How far a session had got, and what the wall clock said then. */
export interface StopwatchReading {
  readonly elapsedMs: number
  readonly at: Instant
}

/** A gap on the session's stopwatch. */
export type SessionGap = CallGap

const READ = 'SELECT elapsed_ms AS elapsedMs, at FROM stopwatch WHERE session_id = ?'

const STORE = `INSERT INTO stopwatch (session_id, elapsed_ms, at) VALUES (?, ?, ?)
  ON CONFLICT (session_id) DO UPDATE SET elapsed_ms = excluded.elapsed_ms, at = excluded.at`

const INSERT_GAP =
  'INSERT INTO listening_gap (session_id, from_ms, to_ms, reason) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'

const GAPS = `SELECT from_ms AS fromMs, to_ms AS toMs, reason FROM listening_gap WHERE session_id = ? ORDER BY from_ms`

const FURTHEST_MARK = `SELECT max(call.session_ms + mark.offset_ms) AS furthest FROM call
  JOIN (SELECT call_id, offset_ms FROM note UNION ALL SELECT call_id, offset_ms FROM draft) mark ON mark.call_id = call.id
  WHERE call.session_id = ?`

/** Null for a session begun before there were stopwatches. */
export const readStopwatch = (db: ReadableDb, sessionId: Id): StopwatchReading | null =>
  (statement(db, READ).get(sessionId) as StopwatchReading | undefined) ?? null

/** Written every ten seconds of a session, so it counts as no change: an idle night shall not fill the folder of copies. */
export function storeStopwatch(db: WritableDb, sessionId: Id, { elapsedMs, at }: StopwatchReading): void {
  statement(db, STORE).run(sessionId, elapsedMs, at)
  countAsUnimportant(db)
}

export function insertGap(db: WritableDb, sessionId: Id, { fromMs, toMs, reason }: SessionGap): void {
  statement(db, INSERT_GAP).run(sessionId, fromMs, toMs, reason)
}

/** First to last. */
export const gapsOfSession = (sessionId: Id): Query<SessionGap[]> => rows<SessionGap>(GAPS, [sessionId])

/** The latest mark of a note or draft of this session; 0 without any. */
export function furthestMark(db: ReadableDb, sessionId: Id): number {
  const row = statement(db, FURTHEST_MARK).get(sessionId) as { furthest: number | null }
  return row.furthest ?? 0
}

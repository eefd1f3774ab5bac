import type { Call } from '../../../shared/contract/listening/sessions.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'

/** A call as it is stored; what it measures now is the stopwatch's to say. */
export type StoredCall = Omit<Call, 'elapsedMs' | 'gaps'> & {
  /** Where on its session's stopwatch it began. */
  readonly sessionMs: number
}

interface CallRow {
  id: string
  session_id: string
  number: number
  reference: string | null
  started_at: string
  ended_at: string | null
  session_ms: number
}

const fromRow = (row: CallRow): StoredCall => ({
  id: row.id,
  sessionId: row.session_id,
  number: row.number,
  reference: row.reference,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  sessionMs: row.session_ms,
})

const COLUMNS = 'id, session_id, number, reference, started_at, ended_at, session_ms FROM call'
const BY_ID = `SELECT ${COLUMNS} WHERE id = ?`
const OF_SESSION = `SELECT ${COLUMNS} WHERE session_id = ? ORDER BY number`
const BY_REFERENCE = `SELECT ${COLUMNS} WHERE reference = ? AND session_id = ? ORDER BY number DESC LIMIT 1`
const OPEN = `SELECT ${COLUMNS} WHERE session_id = ? AND ended_at IS NULL`
const LAST_NUMBER = 'SELECT max(number) AS last FROM call WHERE session_id = ?'
const INSERT = 'INSERT INTO call (id, session_id, number, reference, started_at, session_ms) VALUES (?, ?, ?, ?, ?, ?)'
const END = 'UPDATE call SET ended_at = ? WHERE id = ? AND ended_at IS NULL'
const SET_REFERENCE = 'UPDATE call SET reference = ? WHERE id = ?'

const one = (row: unknown): StoredCall | null => (row === undefined ? null : fromRow(row as CallRow))

export const findCall = (db: ReadableDb, callId: Id): StoredCall | null => one(statement(db, BY_ID).get(callId))

/** First to last. */
export const callsOfSession = (db: ReadableDb, sessionId: Id): StoredCall[] =>
  (statement(db, OF_SESSION).all(sessionId) as CallRow[]).map(fromRow)

/** The newest call of the session with this reference. */
export const findCallByReference = (db: ReadableDb, sessionId: Id, reference: string): StoredCall | null =>
  one(statement(db, BY_REFERENCE).get(reference, sessionId))

/** The call of the session that is on; at most one. */
export const openCall = (db: ReadableDb, sessionId: Id): StoredCall | null => one(statement(db, OPEN).get(sessionId))

/** 0 before the first call. */
export function lastCallNumber(db: ReadableDb, sessionId: Id): number {
  const row = statement(db, LAST_NUMBER).get(sessionId) as { last: number | null }
  return row.last ?? 0
}

/** Throws when another call of the session is on: `call_only_one_open` is the referee. */
export function insertCall(db: WritableDb, call: StoredCall): void {
  statement(db, INSERT).run(call.id, call.sessionId, call.number, call.reference, call.startedAt, call.sessionMs)
}

/** A call that has ended keeps its first end. Throws for an end before the start: `call_ends_after_start` is the referee. */
export function endCall(db: WritableDb, callId: Id, endedAt: Instant): void {
  statement(db, END).run(endedAt, callId)
}

export function setReference(db: WritableDb, callId: Id, reference: string | null): void {
  statement(db, SET_REFERENCE).run(reference, callId)
}

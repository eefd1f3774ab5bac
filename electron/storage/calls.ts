import type { Call } from '../../shared/contract/sessions.ts'
import type { Id, Instant } from '../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from './database.ts'

interface CallRow {
  id: string
  session_id: string
  number: number
  reference: string | null
  started_at: string
  ended_at: string | null
}

const fromRow = (row: CallRow): Call => ({
  id: row.id,
  sessionId: row.session_id,
  number: row.number,
  reference: row.reference,
  startedAt: row.started_at,
  endedAt: row.ended_at,
})

const COLUMNS = 'id, session_id, number, reference, started_at, ended_at FROM call'
const BY_ID = `SELECT ${COLUMNS} WHERE id = ?`
const OF_SESSION = `SELECT ${COLUMNS} WHERE session_id = ? ORDER BY number`
const BY_REFERENCE = `SELECT ${COLUMNS} WHERE reference = ? AND session_id = ? ORDER BY number DESC LIMIT 1`
const LAST_NUMBER = 'SELECT max(number) AS last FROM call WHERE session_id = ?'
const INSERT = 'INSERT INTO call (id, session_id, number, reference, started_at) VALUES (?, ?, ?, ?, ?)'
const END_OPEN = 'UPDATE call SET ended_at = ? WHERE session_id = ? AND ended_at IS NULL'
const END = 'UPDATE call SET ended_at = ? WHERE id = ? AND ended_at IS NULL'
const SET_REFERENCE = 'UPDATE call SET reference = ? WHERE id = ?'

const one = (row: unknown): Call | null => (row === undefined ? null : fromRow(row as CallRow))

export const findCall = (db: ReadableDb, callId: Id): Call | null => one(statement(db, BY_ID).get(callId))

/** First to last. */
export const callsOfSession = (db: ReadableDb, sessionId: Id): Call[] =>
  (statement(db, OF_SESSION).all(sessionId) as CallRow[]).map(fromRow)

/** The newest call of the session with this reference. */
export const findCallByReference = (db: ReadableDb, sessionId: Id, reference: string): Call | null =>
  one(statement(db, BY_REFERENCE).get(reference, sessionId))

/** 0 before the first call. */
export function lastCallNumber(db: ReadableDb, sessionId: Id): number {
  const row = statement(db, LAST_NUMBER).get(sessionId) as { last: number | null }
  return row.last ?? 0
}

/** Throws when another call of the session is on: `call_only_one_open` is the referee. */
export function insertCall(db: WritableDb, call: Call): void {
  statement(db, INSERT).run(call.id, call.sessionId, call.number, call.reference, call.startedAt)
}

/** Ends whichever call of the session is on; none is fine. */
export function endOpenCall(db: WritableDb, sessionId: Id, endedAt: Instant): void {
  statement(db, END_OPEN).run(endedAt, sessionId)
}

/** A call that has ended keeps its first end. */
export function endCall(db: WritableDb, callId: Id, endedAt: Instant): void {
  statement(db, END).run(endedAt, callId)
}

export function setReference(db: WritableDb, callId: Id, reference: string | null): void {
  statement(db, SET_REFERENCE).run(reference, callId)
}

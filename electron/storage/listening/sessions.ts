import type { Session } from '../../../shared/contract/listening/sessions.ts'
import type { Purpose } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'
import { isRefusedBy } from '../engine/refused-by.ts'

export interface SessionRow {
  id: string
  booking_id: string | null
  seat_number: number | null
  listener_id: string | null
  listener_name: string | null
  purpose: Purpose
  started_at: string
  ended_at: string | null
  call_count: number
  note_count: number
}

export const sessionFromRow = (row: SessionRow): Session => ({
  id: row.id,
  bookingId: row.booking_id,
  seatNumber: row.seat_number,
  listenerId: row.listener_id,
  listenerName: row.listener_name,
  purpose: row.purpose,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  callCount: row.call_count,
  noteCount: row.note_count,
})

/** What a `SessionRow` is read from. */
export const SESSION_COLUMNS = `session.id, session.booking_id, session.seat_number, session.listener_id, person.name AS listener_name,
  session.purpose, session.started_at, session.ended_at,
  (SELECT count(*) FROM call WHERE call.session_id = session.id) AS call_count,
  (SELECT count(*) FROM call JOIN note ON note.call_id = call.id
    WHERE call.session_id = session.id AND note.removed_at IS NULL) AS note_count
  FROM session LEFT JOIN person ON person.id = session.listener_id`

const BY_ID = `SELECT ${SESSION_COLUMNS} WHERE session.id = ?`
const OPEN = `SELECT ${SESSION_COLUMNS} WHERE session.ended_at IS NULL`
const INSERT = `INSERT INTO session (id, booking_id, seat_number, listener_id, purpose, started_at) VALUES (?, ?, ?, ?, ?, ?)`
const END = 'UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL'

const one = (row: unknown): Session | null => (row === undefined ? null : sessionFromRow(row as SessionRow))

export const findSession = (db: ReadableDb, sessionId: Id): Session | null => one(statement(db, BY_ID).get(sessionId))

/** The session that has not ended; at most one a console. */
export const openSession = (db: ReadableDb): Session | null => one(statement(db, OPEN).get())

/** `already_open`: the unique index says that somebody sits at this console. */
export function insertSession(
  db: WritableDb,
  session: Omit<Session, 'listenerName' | 'endedAt' | 'callCount' | 'noteCount'>,
): 'saved' | 'already_open' {
  try {
    statement(db, INSERT).run(
      session.id,
      session.bookingId,
      session.seatNumber,
      session.listenerId,
      session.purpose,
      session.startedAt,
    )
    return 'saved'
  } catch (error) {
    if (isRefusedBy(error, 'session_only_one_open')) return 'already_open'
    throw error
  }
}

/** A session that has ended keeps its first end; true when it ended now. */
export const endSession = (db: WritableDb, sessionId: Id, endedAt: Instant): boolean =>
  statement(db, END).run(endedAt, sessionId).changes === 1

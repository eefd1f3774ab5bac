import type { Session } from '../../../shared/contract/listening/sessions.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, step, write } from '../engine/query.ts'
import { isRefusedBy } from '../engine/refused-by.ts'
import { GONE_NOTES } from './gone-notes.ts'
import { notSealed } from './sealed-calls.ts'

/** What a `Session` is read from. */
export const SESSION_COLUMNS = `session.id, session.booking_id AS bookingId, session.seat_number AS seatNumber,
  (SELECT seat.room_id FROM booking JOIN seat ON seat.id = booking.seat_id WHERE booking.id = session.booking_id) AS roomId,
  session.listener_id AS listenerId, person.name AS listenerName, session.purpose, session.started_at AS startedAt,
  session.ended_at AS endedAt, (SELECT count(*) FROM call WHERE call.session_id = session.id AND ${notSealed('call.id')}) AS callCount,
  (SELECT count(*) FROM call JOIN note ON note.call_id = call.id
    WHERE call.session_id = session.id AND note.removed_at IS NULL AND ${notSealed('call.id')}) + ${GONE_NOTES} AS noteCount
  FROM session LEFT JOIN person ON person.id = session.listener_id`

const BY_ID = `SELECT ${SESSION_COLUMNS} WHERE session.id = ?`
const OPEN = `SELECT ${SESSION_COLUMNS} WHERE session.ended_at IS NULL`
/** A company's database holds the open sessions of many desks. */
const OPEN_HERE = { sqlite: OPEN, postgres: `${OPEN} AND session.id = :measuredId` }
const INSERT = `INSERT INTO session (id, booking_id, seat_number, listener_id, purpose, started_at)
  VALUES (:id, :bookingId, :seatNumber, :listenerId, :purpose, :startedAt)`
const END = 'UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL'

const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM session WHERE id = ? FOR NO KEY UPDATE' }

/** What tells who heard a session. */
export type Hearing = Pick<Session, 'id' | 'listenerId' | 'endedAt'>

const HEARINGS = inEach(
  (say) => `SELECT id, listener_id AS listenerId, ended_at AS endedAt FROM session WHERE ${say(among('id'))}`,
)

export const hearingsOf = (sessionIds: readonly Id[]): Query<Hearing[]> =>
  rows<Hearing>(HEARINGS, [JSON.stringify(sessionIds)])

export const findSession = (sessionId: Id): Query<Session | null> => row<Session>(BY_ID, [sessionId])

/** The session, which nobody else ends or gives a call before the transaction that asked is over. */
export function* sessionToChange(sessionId: Id): Query<Session | null> {
  yield* rows(HOLD, [sessionId])
  return yield* findSession(sessionId)
}

/**
 * The session of this console that has not ended; at most one. The console's own file holds no other, whatever is measured; in a
 * company's database it is the one that this console's stopwatch measures.
 */
export const openSession = (measuredId: Id | null): Query<Session | null> => row<Session>(OPEN_HERE, { measuredId })

/** `already_open`: the unique index of the console's own file says that somebody sits at it. */
export function* insertSession(
  session: Omit<Session, 'roomId' | 'listenerName' | 'endedAt' | 'callCount' | 'noteCount'>,
): Query<'saved' | 'already_open'> {
  try {
    yield* step(write(INSERT, { ...session }))
    return 'saved'
  } catch (error) {
    if (isRefusedBy(error, 'session_only_one_open')) return 'already_open'
    throw error
  }
}

/** A session that has ended keeps its first end; true when it ended now. */
export function* endSession(sessionId: Id, endedAt: Instant): Query<boolean> {
  return (yield* write(END, [endedAt, sessionId])) === 1
}

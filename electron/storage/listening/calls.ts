import type { Call } from '../../../shared/contract/listening/sessions.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'

/** A call as it is stored; what it measures now is the stopwatch's to say. */
export type StoredCall = Omit<Call, 'elapsedMs' | 'gaps'> & {
  /** Where on its session's stopwatch it began. */
  readonly sessionMs: number
}

const SELECT = `SELECT id, session_id AS sessionId, number, reference, started_at AS startedAt, ended_at AS endedAt,
  session_ms AS sessionMs FROM call`
const BY_ID = `${SELECT} WHERE id = ?`
const OF_SESSION = `${SELECT} WHERE session_id = ? ORDER BY number`
const BY_REFERENCE = `${SELECT} WHERE reference = ? AND session_id = ? ORDER BY number DESC LIMIT 1`
const OPEN = `${SELECT} WHERE session_id = ? AND ended_at IS NULL`
const LAST_NUMBER = 'SELECT max(number) AS value FROM call WHERE session_id = ?'
const INSERT = `INSERT INTO call (id, session_id, number, reference, started_at, session_ms)
  VALUES (:id, :sessionId, :number, :reference, :startedAt, :sessionMs)`
const END = 'UPDATE call SET ended_at = ? WHERE id = ? AND ended_at IS NULL'
const SET_REFERENCE = 'UPDATE call SET reference = ? WHERE id = ?'

/** New notes do not wait for it. */
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM call WHERE id = ? FOR NO KEY UPDATE' }

export const findCall = (callId: Id): Query<StoredCall | null> => row<StoredCall>(BY_ID, [callId])

/** Nobody else changes the call, nor anything that was noted in it, before the transaction that asked is over. */
export const holdCall = (callId: Id): Query<unknown> => rows(HOLD, [callId])

/** The call, held. */
export function* callToChange(callId: Id): Query<StoredCall | null> {
  yield* holdCall(callId)
  return yield* findCall(callId)
}

/** First to last. */
export const callsOfSession = (sessionId: Id): Query<StoredCall[]> => rows<StoredCall>(OF_SESSION, [sessionId])

/** The newest call of the session with this reference. */
export const findCallByReference = (sessionId: Id, reference: string): Query<StoredCall | null> =>
  row<StoredCall>(BY_REFERENCE, [reference, sessionId])

/** The call of the session that is on; at most one. */
export const openCall = (sessionId: Id): Query<StoredCall | null> => row<StoredCall>(OPEN, [sessionId])

/** 0 before the first call. */
export function* lastCallNumber(sessionId: Id): Query<number> {
  return (yield* value<number>(LAST_NUMBER, [sessionId])) ?? 0
}

/** Throws when another call of the session is on: `call_only_one_open` is the referee. */
export const insertCall = ({ id, sessionId, number, reference, startedAt, sessionMs }: StoredCall): Query<number> =>
  write(INSERT, { id, sessionId, number, reference, startedAt, sessionMs })

/** A call that has ended keeps its first end. Throws for an end before the start: the database is the referee. */
export const endCall = (callId: Id, endedAt: Instant): Query<number> => write(END, [endedAt, callId])

export const setReference = (callId: Id, reference: string | null): Query<number> =>
  write(SET_REFERENCE, [reference, callId])

/** For a statement that has `call`: the clock in the room where it was heard; null: no seat says which. */
export const HEARD_ZONE = `(SELECT room.time_zone FROM session heard JOIN booking ON booking.id = heard.booking_id
  JOIN seat ON seat.id = booking.seat_id JOIN room ON room.id = seat.room_id WHERE heard.id = call.session_id) AS heardZone`

const ZONE = `SELECT room.time_zone AS value FROM call JOIN session ON session.id = call.session_id
  JOIN booking ON booking.id = session.booking_id JOIN seat ON seat.id = booking.seat_id JOIN room ON room.id = seat.room_id WHERE call.id = ?`

/** Of the clock in the room where it was heard; null: no seat says which. */
export const zoneOfCall = (callId: Id): Query<string | null> => value<string>(ZONE, [callId])

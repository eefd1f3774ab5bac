import type { Purpose } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, rows } from '../engine/query.ts'
import { nowOf, recordsOf } from '../house/same-person.ts'
import { GONE_NOTES, GONE_PRAISE } from '../listening/gone-notes.ts'
import { isSealed } from '../listening/sealed-calls.ts'

/** A session that has ended, with what a passport asks of it. */
export interface EndedSession {
  readonly id: Id
  readonly personId: Id
  readonly purpose: Purpose
  readonly seatNumber: number | null
  readonly roomId: Id | null
  /** On the wall of the room it was in; null: no seat says which. */
  readonly timeZone: string | null
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly heardMs: number
  readonly noteCount: number
  /** How many of them are told to nobody by their count: praise, and what stands in a call that is sealed. */
  readonly untoldCount: number
  /** Whose seat it was, where somebody sat on it whom the booking does not name. */
  readonly standsInFor: string | null
  /** Who sat there instead, where the seat was the listener's own. */
  readonly satInBy: string | null
}

/** Start plus length is how a call ends: the difference is what the stopwatch measured, and never negative. */
const LENGTH_MS = {
  sqlite: `CAST(round((julianday(call.ended_at) - julianday(call.started_at)) * 86400000) AS INTEGER)`,
  postgres: `CAST(extract(epoch FROM CAST(call.ended_at AS timestamptz) - CAST(call.started_at AS timestamptz)) * 1000 AS bigint)`,
}

const STANDING_NOTES = `FROM call JOIN note ON note.call_id = call.id
        WHERE call.session_id = session.id AND (note.removed_at IS NULL OR ${isSealed('call.id')})`

const SESSIONS = inEach(
  (
    say,
  ) => `SELECT session.id, coalesce(listener.merged_into, listener.id) AS personId, session.purpose, session.seat_number AS seatNumber,
      seat.room_id AS roomId, room.time_zone AS timeZone, session.started_at AS startedAt, session.ended_at AS endedAt, whose.name AS standsInFor,
      CASE WHEN coalesce(listener.merged_into, listener.id) = coalesce(whose.merged_into, whose.id) THEN sitter.name END AS satInBy,
      (SELECT coalesce(CAST(sum(${say(LENGTH_MS)}) AS bigint), 0) FROM call WHERE call.session_id = session.id) AS heardMs,
      (SELECT count(*) ${STANDING_NOTES}) + ${GONE_NOTES} AS noteCount,
      (SELECT count(*) ${STANDING_NOTES} AND (note.kind = 'praise' OR ${isSealed('call.id')})) + ${GONE_PRAISE} AS untoldCount
    FROM session JOIN person listener ON listener.id = session.listener_id
    LEFT JOIN booking ON booking.id = session.booking_id
    LEFT JOIN seat ON seat.id = booking.seat_id
    LEFT JOIN room ON room.id = seat.room_id
    LEFT JOIN person companion ON companion.id = booking.companion_id
    LEFT JOIN person sitter ON sitter.id = booking.sat_by_id
    LEFT JOIN person whose ON whose.id = booking.person_id
      AND coalesce(listener.merged_into, listener.id)
        <> coalesce(nullif(coalesce(companion.merged_into, companion.id), coalesce(whose.merged_into, whose.id)), '')
      AND (coalesce(listener.merged_into, listener.id) <> coalesce(whose.merged_into, whose.id)
        OR coalesce(sitter.merged_into, sitter.id, '') NOT IN ('', coalesce(whose.merged_into, whose.id)))
    WHERE session.started_at >= :from AND session.started_at < :before AND session.ended_at IS NOT NULL`,
)

/** With what they did under another record, where they were entered twice. */
const OF_ONE = inEach(
  (say) =>
    `${say(SESSIONS)} AND session.listener_id IN (SELECT id FROM person WHERE id = :personId OR merged_into = :personId)`,
)

/** Sessions of a span of time that have ended, of one person or (null) of everybody; in no order. */
export const endedSessions = (
  { from, before }: { readonly from: Instant; readonly before: Instant },
  personId: Id | null,
): Query<EndedSession[]> => rows<EndedSession>(personId === null ? SESSIONS : OF_ONE, { from, before, personId })

/** A session on somebody's seat that another held in their stead: how much was heard there is not theirs to read here. */
export type StoodInFor = Pick<EndedSession, 'id' | 'purpose' | 'seatNumber' | 'timeZone' | 'startedAt'> & {
  readonly satInBy: string
}

const STOOD_IN_FOR = `SELECT session.id, session.purpose, session.seat_number AS seatNumber, room.time_zone AS timeZone, session.started_at AS startedAt, sitter.name AS satInBy
  FROM session JOIN booking ON booking.id = session.booking_id JOIN seat ON seat.id = booking.seat_id JOIN room ON room.id = seat.room_id
  JOIN person sitter ON sitter.id = ${nowOf('session.listener_id')}
  WHERE session.started_at >= :from AND session.started_at < :before AND session.ended_at IS NOT NULL
    AND booking.person_id IN ${recordsOf(':personId')} AND sitter.id <> :personId
    AND sitter.id <> coalesce(${nowOf('booking.companion_id')}, '')`

/** Of one person, who may have been entered twice; in no order. */
export const sessionsStoodInFor = (
  { from, before }: { readonly from: Instant; readonly before: Instant },
  personId: Id,
): Query<StoodInFor[]> => rows<StoodInFor>(STOOD_IN_FOR, { from, before, personId })

import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, value, write } from '../engine/query.ts'

/** A condition: the call of this row is sealed. */
export const isSealed = (callId: string): string =>
  `EXISTS (SELECT 1 FROM sealed_call WHERE sealed_call.call_id = ${callId})`

/** A condition: no call that is sealed. */
export const notSealed = (callId: string): string => `NOT ${isSealed(callId)}`

const FORGET_IN_SEARCH = {
  sqlite: `DELETE FROM note_search WHERE rowid IN
    (SELECT number FROM searched_note JOIN note ON note.id = searched_note.note_id WHERE note.call_id = ?)`,
  postgres: 'DELETE FROM note_search WHERE number IN (SELECT rowid FROM note WHERE call_id = ?)',
}

/** The notes of a call are found no more; those that come are not taken in while it is sealed. */
export const forgetInSearch = (callId: Id): Query<number> => write(FORGET_IN_SEARCH, [callId])

/** A condition: nobody hears it any more and its words went to what is sealed, or are about to. */
export const isEmptied = (callId: string): string =>
  `EXISTS (SELECT 1 FROM sealed_call WHERE sealed_call.call_id = ${callId} AND sealed_call.emptied_at IS NOT NULL)`

const IS_SEALED = 'SELECT 1 AS value FROM sealed_call WHERE call_id = ?'

export function* isSealedCall(callId: Id): Query<boolean> {
  return (yield* value<number>(IS_SEALED, [callId])) !== null
}

/** At a desk a call that is heard there goes on with its notes; a company's database tells nothing of it from the seal on. */
const TELLS_NOTHING = {
  sqlite: `SELECT 1 AS value FROM sealed_call JOIN call ON call.id = call_id WHERE call_id = ? AND call.ended_at IS NOT NULL`,
  postgres: IS_SEALED,
}

/** Whether nothing is done to its notes any more that tells what they said. */
export function* areNotesShut(callId: Id): Query<boolean> {
  return (yield* value<number>(TELLS_NOTHING, [callId])) !== null
}

const SEALED_STARTS = `SELECT call.started_at AS startedAt FROM sealed_call JOIN call ON call.id = call_id WHERE call.started_at < ?`

/** When the calls began that are sealed now. */
export function* sealedStarts(before: Instant): Query<Instant[]> {
  return (yield* rows<{ startedAt: Instant }>(SEALED_STARTS, [before])).map(({ startedAt }) => startedAt)
}

const OF_SESSION = `SELECT call_id AS callId, sealed_at AS sealedAt FROM sealed_call JOIN call ON call.id = call_id
  WHERE call.session_id = ? ORDER BY call.number`

export const sealedCallsOf = (sessionId: Id): Query<{ callId: Id; sealedAt: Instant }[]> =>
  rows<{ callId: Id; sealedAt: Instant }>(OF_SESSION, [sessionId])

import type { Id } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement } from '../database.ts'

/** What a call of the contract names of what is heard, where it names something. */
export interface Named {
  readonly sessionId?: string | undefined
  readonly callId?: string | undefined
  readonly noteIds?: readonly string[] | undefined
}

const SESSION = 'SELECT id FROM session WHERE id = ?'
const OF_CALL = 'SELECT session_id FROM call WHERE id = ?'
const OF_NOTE = 'SELECT call.session_id FROM note JOIN call ON call.id = note.call_id WHERE note.id = ?'

/** The sessions of this file that it is about: only what was heard at this desk is in it. */
export function sessionsNamed(db: ReadableDb, { sessionId, callId, noteIds = [] }: Named): string[] {
  const find = (sql: string, id: string | undefined) =>
    id === undefined ? undefined : (statement(db, sql).pluck().get(id) as string | undefined)
  const found = [find(SESSION, sessionId), find(OF_CALL, callId), ...noteIds.map((id) => find(OF_NOTE, id))]
  return [...new Set(found.filter((each) => each !== undefined))]
}

const OF_HERE = `SELECT id FROM session WHERE id NOT IN (SELECT session_id FROM handed_over)
  OR id IN (SELECT group_id FROM journal) ORDER BY rowid`

/** The sessions that go on at this desk, whether or not all of them is up so far, and those that are not up whole. The newest last. */
export const sessionsOfHere = (db: ReadableDb): Id[] => statement(db, OF_HERE).pluck().all() as Id[]

const CALLS = `SELECT journal.group_id AS id, count(DISTINCT coalesce(note.call_id, journal.row_id)) AS calls
  FROM journal LEFT JOIN note ON journal.what = 'note' AND note.id = journal.row_id
  WHERE journal.what IN ('call', 'note', 'conversation') GROUP BY journal.group_id`

/** Of how many calls something waits, by session. */
export const callsWaiting = (db: ReadableDb): ReadonlyMap<string, number> =>
  new Map((statement(db, CALLS).all() as { id: string; calls: number }[]).map(({ id, calls }) => [id, calls]))

const KNOWS = `SELECT (:bookingId IS NULL OR EXISTS (SELECT 1 FROM booking WHERE id = :bookingId))
  AND (:listenerId IS NULL OR EXISTS (SELECT 1 FROM person WHERE id = :listenerId))`

/** Whether the copies hold what a session begins from. */
export const isKnownHere = (db: ReadableDb, names: { bookingId: string | null; listenerId: string | null }): boolean =>
  statement(db, KNOWS).pluck().get(names) === 1

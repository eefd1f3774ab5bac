import type { ListedSession } from '../../../shared/contract/listening/sessions.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { inList } from '../engine/in-list.ts'
import { type Query, rows, type Value, value } from '../engine/query.ts'
import { SESSION_COLUMNS } from './sessions.ts'

/** Which sessions: null leaves a side open. */
export interface SessionFilter {
  readonly listenerIds: readonly Id[] | null
  /** Begun then or later… */
  readonly startedFrom: Instant | null
  /** …and before then. */
  readonly startedBefore: Instant | null
}

export const everySession: SessionFilter = { listenerIds: null, startedFrom: null, startedBefore: null }

const TICKETS = `(SELECT count(DISTINCT ticket_quote.ticket_id) FROM call JOIN note ON note.call_id = call.id
    JOIN ticket_quote ON ticket_quote.note_id = note.id WHERE call.session_id = session.id) AS ticketCount`

/** What is half done stays on the desk where it is typed. */
const HALF_DONE = {
  sqlite: `(SELECT count(*) FROM call JOIN draft ON draft.call_id = call.id WHERE call.session_id = session.id) AS halfDoneCount`,
  postgres: '0 AS halfDoneCount',
}

/** Newest first: by rowid, so that the order of happening survives a clock that is set back. Counts are made for this page alone. */
export function listSessions(filter: SessionFilter, limit: number, offset: number): Query<ListedSession[]> {
  const { where, values } = conditions(filter)
  const page = (engine: keyof typeof where) =>
    `SELECT ${TICKETS}, ${HALF_DONE[engine]}, ${SESSION_COLUMNS} WHERE session.rowid IN (
      SELECT rowid FROM session WHERE ${where[engine]} ORDER BY rowid DESC LIMIT ? OFFSET ?) ORDER BY session.rowid DESC`
  return rows<ListedSession>({ sqlite: page('sqlite'), postgres: page('postgres') }, [...values, limit, offset])
}

/** On the desk all of them, and those of a person, are kept in a tally; those of a span of time are counted. */
export function* countSessions(filter: SessionFilter): Query<number> {
  const { where, values } = conditions(filter)
  const isTallied = filter.startedFrom === null && filter.startedBefore === null
  const counted = {
    sqlite: isTallied ? 'coalesce(sum(sessions), 0) AS value FROM session_tally' : 'count(*) AS value FROM session',
    postgres: 'count(*) AS value FROM session',
  }
  const count = (engine: keyof typeof where) => `SELECT ${counted[engine]} WHERE ${where[engine]}`
  return (yield* value<number>({ sqlite: count('sqlite'), postgres: count('postgres') }, values)) ?? 0
}

function conditions({ listenerIds, startedFrom, startedBefore }: SessionFilter) {
  const given: { sql: { sqlite: string; postgres: string }; value: Value }[] = []
  const started = (sql: string, value: Value) => given.push({ sql: { sqlite: sql, postgres: sql }, value })
  if (listenerIds !== null) given.push({ sql: inList('listener_id'), value: JSON.stringify(listenerIds) })
  if (startedFrom !== null) started('started_at >= ?', startedFrom)
  if (startedBefore !== null) started('started_at < ?', startedBefore)
  const where = (engine: 'sqlite' | 'postgres') => given.map(({ sql }) => sql[engine]).join(' AND ') || 'true'
  return { where: { sqlite: where('sqlite'), postgres: where('postgres') }, values: given.map(({ value }) => value) }
}

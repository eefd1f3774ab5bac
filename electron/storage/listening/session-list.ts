import type { ListedSession } from '../../../shared/contract/listening/sessions.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement } from '../database.ts'
import { SESSION_COLUMNS, type SessionRow, sessionFromRow } from './sessions.ts'

/** Which sessions: null leaves a side open. */
export interface SessionFilter {
  readonly listenerIds: readonly Id[] | null
  /** Begun then or later… */
  readonly startedFrom: Instant | null
  /** …and before then. */
  readonly startedBefore: Instant | null
}

export const everySession: SessionFilter = { listenerIds: null, startedFrom: null, startedBefore: null }

type ListedRow = SessionRow & { ticket_count: number; half_done_count: number }

const COUNTS = `(SELECT count(DISTINCT ticket_quote.ticket_id) FROM call JOIN note ON note.call_id = call.id
      JOIN ticket_quote ON ticket_quote.note_id = note.id WHERE call.session_id = session.id) AS ticket_count,
    (SELECT count(*) FROM call JOIN draft ON draft.call_id = call.id WHERE call.session_id = session.id) AS half_done_count`

/** Newest first: by rowid, so that the order of happening survives a clock that is set back. Counts are made for this page alone. */
export function listSessions(db: ReadableDb, filter: SessionFilter, limit: number, offset: number): ListedSession[] {
  const { where, values } = conditions(filter)
  const page = `SELECT ${COUNTS}, ${SESSION_COLUMNS} WHERE session.rowid IN (
    SELECT rowid FROM session WHERE ${where} ORDER BY rowid DESC LIMIT ? OFFSET ?) ORDER BY session.rowid DESC`
  return (statement(db, page).all(...values, limit, offset) as ListedRow[]).map((row) => ({
    ...sessionFromRow(row),
    ticketCount: row.ticket_count,
    halfDoneCount: row.half_done_count,
  }))
}

/** All of them, and those of a person, are kept in a tally; those of a span of time are counted. */
export function countSessions(db: ReadableDb, filter: SessionFilter): number {
  const { where, values } = conditions(filter)
  const isTallied = filter.startedFrom === null && filter.startedBefore === null
  const count = isTallied
    ? `SELECT coalesce(sum(sessions), 0) FROM session_tally WHERE ${where}`
    : `SELECT count(*) FROM session WHERE ${where}`
  return Number(
    statement(db, count)
      .pluck()
      .get(...values),
  )
}

function conditions({ listenerIds, startedFrom, startedBefore }: SessionFilter): { where: string; values: unknown[] } {
  const given: [string, unknown][] = []
  if (listenerIds !== null) given.push(['listener_id IN (SELECT value FROM json_each(?))', JSON.stringify(listenerIds)])
  if (startedFrom !== null) given.push(['started_at >= ?', startedFrom])
  if (startedBefore !== null) given.push(['started_at < ?', startedBefore])
  return { where: given.map(([sql]) => sql).join(' AND ') || '1', values: given.map(([, value]) => value) }
}

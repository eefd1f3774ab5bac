import type { ListedSession } from '../../../shared/contract/listening/sessions.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, type Sql, type Value, value } from '../engine/query.ts'
import { GONE_PRAISE } from './gone-notes.ts'
import { notSealed } from './sealed-calls.ts'
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

/** A line that is left empty says nothing. */
const FIRST_VOICE = `(SELECT substr(note.text, 1, 200) FROM call JOIN note ON note.call_id = call.id
    WHERE call.session_id = session.id AND note.kind = 'voice' AND note.removed_at IS NULL AND trim(note.text) <> ''
      AND ${notSealed('call.id')} ORDER BY call.number, note.offset_ms, note.id LIMIT 1) AS firstVoice`

/** What is half done stays on the desk where it is typed. */
const HALF_DONE = {
  sqlite: `(SELECT count(*) FROM call JOIN draft ON draft.call_id = call.id
    WHERE call.session_id = session.id AND ${notSealed('call.id')}) AS halfDoneCount`,
  postgres: '0 AS halfDoneCount',
}

/** Newest first: by rowid, so that the order of happening survives a clock that is set back. Counts are made for this page alone. */
export function listSessions(filter: SessionFilter, limit: number, offset: number): Query<ListedSession[]> {
  const { where, values } = conditions(filter)
  const page = inEach(
    (
      say,
    ) => `SELECT ${TICKETS}, ${FIRST_VOICE}, person.department AS listenerDepartment, ${say(HALF_DONE)}, ${SESSION_COLUMNS} WHERE session.rowid IN (
      SELECT rowid FROM session WHERE ${say(where)} ORDER BY rowid DESC LIMIT ? OFFSET ?) ORDER BY session.rowid DESC`,
  )
  return rows<ListedSession>(page, [...values, limit, offset])
}

const PRAISE = inEach(
  (say) => `SELECT session.id AS sessionId, (SELECT count(*) FROM call JOIN note ON note.call_id = call.id
      WHERE call.session_id = session.id AND note.kind = 'praise' AND note.removed_at IS NULL AND ${notSealed('call.id')})
      + ${GONE_PRAISE} AS count
    FROM session WHERE ${say(among('session.id'))}`,
)

/** How many of the notes that are counted of each of these sessions are praise. */
export function* praiseInSessions(sessionIds: readonly Id[]): Query<ReadonlyMap<Id, number>> {
  const found = yield* rows<{ sessionId: Id; count: number }>(PRAISE, [JSON.stringify(sessionIds)])
  return new Map(found.map(({ sessionId, count }) => [sessionId, count]))
}

const COUNT = 'count(*) AS value FROM session'

/** Only the desk keeps one. */
const TALLY = { sqlite: 'coalesce(sum(sessions), 0) AS value FROM session_tally', postgres: COUNT }

/** All of them, and those of a person, are kept in a tally; those of a span of time are counted. */
export function* countSessions(filter: SessionFilter): Query<number> {
  const { where, values } = conditions(filter)
  const counted = filter.startedFrom === null && filter.startedBefore === null ? TALLY : COUNT
  return (
    (yield* value<number>(
      inEach((say) => `SELECT ${say(counted)} WHERE ${say(where)}`),
      values,
    )) ?? 0
  )
}

function conditions({ listenerIds, startedFrom, startedBefore }: SessionFilter) {
  const given: [Sql, Value][] = []
  if (listenerIds !== null) given.push([among('listener_id'), JSON.stringify(listenerIds)])
  if (startedFrom !== null) given.push(['started_at >= ?', startedFrom])
  if (startedBefore !== null) given.push(['started_at < ?', startedBefore])
  const where = inEach((say) => given.map(([text]) => say(text)).join(' AND ') || 'true')
  return { where, values: given.map(([, one]) => one) }
}

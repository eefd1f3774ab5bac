import type { ListedMeeting } from '../../../shared/contract/meetings/meetings.ts'
import type { TicketState } from '../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, value } from '../engine/query.ts'
import { HEARD_ZONE } from '../listening/calls.ts'
import { notSealed } from '../listening/sealed-calls.ts'
import { GONE, type GoneColumns, goneOf, JOIN_GONE } from './gone-meetings.ts'

/** A meeting with what says whether it solved its call. */
export interface MeetingFacts extends Omit<ListedMeeting, 'openCount' | 'isSolvedOnTheSpot' | 'attendees'> {
  readonly attendees: readonly string[]
  /** When the call ended; null while it is heard. */
  readonly hungUpAt: Instant | null
  readonly openLines: number
  readonly tickets: readonly { readonly state: TicketState; readonly closedAt: Instant | null }[]
}

type FactsRow = Omit<MeetingFacts, 'attendees' | 'tickets' | 'wordsGone'> & GoneColumns & { attendees: string }

const CLOSE = `(SELECT last.id FROM meeting_close last WHERE last.meeting_id = meeting.id ORDER BY last.closed_at DESC, last.id DESC LIMIT 1)`
const LINES = `(SELECT count(*) FROM meeting_line WHERE meeting_line.meeting_id = meeting.id AND meeting_line.removed_at IS NULL`
const SELECT = `SELECT meeting.id, meeting.call_id AS callId, call.session_id AS sessionId, call.number AS callNumber,
    call.reference AS callReference, meeting.started_at AS startedAt, meeting_close.closed_at AS closedAt, meeting_close.ran_ms AS ranMs,
    attendees_json AS attendees, solved_at AS solvedAt, meeting.version, call.ended_at AS hungUpAt, ${LINES}) AS lineCount,
    ${LINES} AND NOT EXISTS (SELECT 1 FROM meeting_outcome WHERE meeting_outcome.line_id = meeting_line.id)) AS openLines,
    ${HEARD_ZONE}, ${GONE}
  FROM meeting JOIN call ON call.id = meeting.call_id ${JOIN_GONE} LEFT JOIN meeting_close ON meeting_close.id = ${CLOSE}
  WHERE ${notSealed('meeting.call_id')}`
const PAGE = `${SELECT} ORDER BY meeting.started_at DESC, meeting.id DESC LIMIT :limit OFFSET :offset`
const SINCE = `${SELECT} AND meeting.started_at >= :since ORDER BY meeting.started_at DESC, meeting.id DESC`
const TOTAL = `SELECT count(*) AS value FROM meeting WHERE ${notSealed('meeting.call_id')}`
const TICKETS = `SELECT meeting_close.meeting_id AS meetingId, ticket.state, ticket.closed_at AS closedAt
  FROM meeting_close JOIN meeting_outcome ON meeting_outcome.close_id = meeting_close.id
  JOIN ticket ON ticket.id = meeting_outcome.ticket_id
  JOIN meeting ON meeting.id = meeting_close.meeting_id
  WHERE ticket.withdrawn_at IS NULL AND meeting.started_at BETWEEN :from AND :to`

/** Newest first. */
export const meetingPage = (page: { limit: number; offset: number }): Query<MeetingFacts[]> => facts(PAGE, page)

/** All that began since then, newest first. */
export const meetingsSince = (since: Instant): Query<MeetingFacts[]> => facts(SINCE, { since })

export function* countMeetings(): Query<number> {
  return (yield* value<number>(TOTAL)) ?? 0
}

function* facts(sql: string, parameters: Readonly<Record<string, string | number>>): Query<MeetingFacts[]> {
  const found = yield* rows<FactsRow>(sql, parameters)
  const [to, from] = [found[0]?.startedAt ?? '', found.at(-1)?.startedAt ?? '']
  const tickets = yield* rows<{ meetingId: Id; state: TicketState; closedAt: Instant | null }>(TICKETS, { from, to })
  return found.map(({ keptUntil, goneAt, ...one }) => ({
    ...one,
    wordsGone: goneOf({ keptUntil, goneAt }),
    attendees: JSON.parse(one.attendees) as string[],
    tickets: tickets.filter(({ meetingId }) => meetingId === one.id),
  }))
}

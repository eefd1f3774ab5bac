import type { MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import type { TicketState } from '../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant, PlainDate } from '../../../shared/contract/values.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import { MOST_BESIDE, type WordsBeside, wordsAround } from '../listening/words-beside.ts'
import { type By, guarded } from '../versions.ts'

export interface LineWords {
  readonly ownerName: string | null
  readonly text: string
  readonly dueOn: PlainDate | null
}

export interface StoredLine extends LineWords {
  readonly id: Id
  readonly meetingId: Id
  readonly removedAt: Instant | null
  readonly version: number
}

interface LineRow extends StoredLine {
  what: 'ticket' | 'decision' | null
  ticketId: Id | null
  ticketNumber: number | null
  ticketState: TicketState | null
  ticketDueAt: Instant | null
}

const COLUMNS = `meeting_line.id, meeting_line.meeting_id AS meetingId, meeting_line.owner_name AS ownerName, meeting_line.text,
  meeting_line.due_on AS dueOn, meeting_line.removed_at AS removedAt, meeting_line.version`
const OF_MEETING = `SELECT ${COLUMNS}, meeting_outcome.what, ticket.id AS ticketId, ticket.number AS ticketNumber,
    ticket.state AS ticketState, ticket.due_at AS ticketDueAt
  FROM meeting_line LEFT JOIN meeting_outcome ON meeting_outcome.line_id = meeting_line.id
  LEFT JOIN ticket ON ticket.id = meeting_outcome.ticket_id AND ticket.withdrawn_at IS NULL
  WHERE meeting_line.meeting_id = ? AND meeting_line.removed_at IS NULL ORDER BY meeting_line.id`
const BY_ID = `SELECT ${COLUMNS} FROM meeting_line WHERE id = ? AND meeting_id = ?`
const COUNT = 'SELECT count(*) AS value FROM meeting_line WHERE meeting_id = ? AND removed_at IS NULL'
const INSERT = `INSERT INTO meeting_line (id, meeting_id, owner_name, text, due_on, created_at)
  VALUES (:id, :meetingId, :ownerName, :text, :dueOn, :createdAt) ON CONFLICT (id) DO NOTHING`
const UPDATE = `UPDATE meeting_line SET owner_name = ?, text = ?, due_on = ?, removed_at = ?, version = version + 1
  WHERE id = ? AND version = ?`

/** In the order in which they were begun, without those taken out; each with what became of it. */
export function* linesOfMeeting(meetingId: Id): Query<MeetingLine[]> {
  return (yield* rows<LineRow>(OF_MEETING, [meetingId])).map(({ id, ownerName, text, dueOn, version, ...of }) => ({
    ...{ id, ownerName, text, dueOn, version },
    outcome: of.what === null ? null : { what: of.what, ticket: ticketOf(of) },
  }))
}

function ticketOf({ ticketId: id, ticketNumber: number, ticketState: state, ticketDueAt: dueAt }: TicketOf) {
  return id === null || number === null || state === null || dueAt === null ? null : { id, number, state, dueAt }
}
type TicketOf = Pick<LineRow, 'ticketId' | 'ticketNumber' | 'ticketState' | 'ticketDueAt'>

/** Removed ones too. */
export const findLine = (lineId: Id, meetingId: Id): Query<StoredLine | null> =>
  row<StoredLine>(BY_ID, [lineId, meetingId])

export function* countLines(meetingId: Id): Query<number> {
  return (yield* value<number>(COUNT, [meetingId])) ?? 0
}

const STANDING = 'SELECT text AS value FROM meeting_line WHERE meeting_id = ? AND removed_at IS NULL'
const BEFORE = `${STANDING} AND id < ? ORDER BY id DESC LIMIT ${MOST_BESIDE}`
const AFTER = `${STANDING} AND id > ? ORDER BY id LIMIT ${MOST_BESIDE}`

/** Behind every id. */
const AT_THE_END = '~'

/** What stands in its meeting right before a line (null: one that is still to come) and right after. */
export const linesBeside = (lineId: Id | null, meetingId: Id): Query<WordsBeside> =>
  wordsAround(BEFORE, AFTER, [meetingId, lineId ?? AT_THE_END])

/** The same line again changes nothing. */
export const insertLine = (line: LineWords & { id: Id; meetingId: Id; createdAt: Instant }): Query<number> =>
  write(INSERT, { ...line })

/** Inside a transaction. Throws `StaleChange`. */
export function* updateLine(
  before: StoredLine,
  change: Partial<LineWords & Pick<StoredLine, 'removedAt'>>,
  by: By,
): Query<void> {
  const { ownerName, text, dueOn, removedAt } = { ...before, ...change }
  const update = write(UPDATE, [ownerName, text, dueOn, removedAt, before.id, before.version])
  yield* guarded(before.id, [before, change], by, update)
}

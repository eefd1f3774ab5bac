import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, write } from '../engine/query.ts'

export interface MeetingClose {
  readonly id: Id
  readonly meetingId: Id
  readonly closedAt: Instant
  readonly closedBy: Id | null
  readonly ranMs: number
}

const COLUMNS = `id, meeting_id AS meetingId, closed_at AS closedAt, closed_by AS closedBy, ran_ms AS ranMs FROM meeting_close`
const LAST = `SELECT ${COLUMNS} WHERE meeting_id = ? ORDER BY closed_at DESC, id DESC LIMIT 1`
const BY_ID = `SELECT ${COLUMNS} WHERE id = ?`
const INSERT = `INSERT INTO meeting_close (id, meeting_id, closed_at, closed_by, ran_ms)
  VALUES (:id, :meetingId, :closedAt, :closedBy, :ranMs) ON CONFLICT (id) DO NOTHING`
const DELETE = 'DELETE FROM meeting_close WHERE id = ?'
const OUTCOME = `INSERT INTO meeting_outcome (line_id, close_id, what, ticket_id, ticket_version)
  VALUES (:lineId, :closeId, :what, :ticketId, :ticketVersion) ON CONFLICT (line_id) DO NOTHING`
const TAKE_BACK = 'DELETE FROM meeting_outcome WHERE close_id = ?'
const TICKETS = `SELECT ticket_id AS ticketId, ticket_version AS ticketVersion FROM meeting_outcome
  WHERE close_id = ? AND ticket_id IS NOT NULL ORDER BY line_id`

/** The last time it was closed; null while it runs. */
export const lastClose = (meetingId: Id): Query<MeetingClose | null> => row<MeetingClose>(LAST, [meetingId])

export const findClose = (closeId: Id): Query<MeetingClose | null> => row<MeetingClose>(BY_ID, [closeId])

export const insertClose = (close: MeetingClose): Query<number> => write(INSERT, { ...close })

export interface NewOutcome {
  readonly lineId: Id
  readonly closeId: Id
  readonly what: 'ticket' | 'decision'
  readonly ticketId: Id | null
  /** As the meeting left it. */
  readonly ticketVersion: number | null
}

export const insertOutcome = (outcome: NewOutcome): Query<number> => write(OUTCOME, { ...outcome })

/** As if it had never been closed that time. */
export function* takeCloseBack(closeId: Id): Query<void> {
  yield* write(TAKE_BACK, [closeId])
  yield* write(DELETE, [closeId])
}

export interface TicketOfClose {
  readonly ticketId: Id
  readonly ticketVersion: number
}

export const ticketsOfClose = (closeId: Id): Query<TicketOfClose[]> => rows<TicketOfClose>(TICKETS, [closeId])

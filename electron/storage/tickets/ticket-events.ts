import type { TicketAction, TicketEvent, TicketState } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'
import type { StoredTicket } from './tickets.ts'

/** A ticket as it was; its version is gone for good, and was not kept before there were versions. */
export type EarlierTicket = Omit<StoredTicket, 'version'>

/** An event with the ticket as it was before, where the event can be taken back. */
export type NewTicketEvent = TicketEvent & { readonly before: EarlierTicket | null }

interface EventRow {
  id: string
  at: string
  actor_name: string | null
  what: TicketEvent['what']
  action: TicketAction | null
  from_state: TicketState | null
  to_state: TicketState | null
  remark: string | null
  undoes_event_id: string | null
}

const INSERT = `INSERT INTO ticket_event (id, ticket_id, at, actor_name, what, action, from_state, to_state, remark, undoes_event_id, before_json)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// By rowid: the order of happening must survive a clock that is set back.
const OF_TICKET = `SELECT id, at, actor_name, what, action, from_state, to_state, remark, undoes_event_id
  FROM ticket_event WHERE ticket_id = ? ORDER BY rowid`

const LAST_CHANGE = `SELECT id, what, before_json FROM ticket_event
  WHERE ticket_id = ? AND what IN ('moved', 'edited') ORDER BY rowid DESC LIMIT 1`

const WAS_TOUCHED = `SELECT EXISTS (SELECT 1 FROM ticket_event WHERE ticket_id = ? AND what NOT IN ('opened', 'recounted')) AS touched`

const RECOUNTED_SINCE = `SELECT EXISTS (SELECT 1 FROM ticket_event WHERE ticket_id = :ticketId AND what = 'recounted'
  AND rowid > (SELECT rowid FROM ticket_event WHERE id = :eventId)) AS recounted`

/** Append-only: an event is never changed or deleted. */
export function appendTicketEvent(db: WritableDb, ticketId: Id, event: NewTicketEvent): void {
  const { id, at, actorName, what, action, from, to, remark, undoesEventId } = event
  const before = event.before === null ? null : JSON.stringify(event.before)
  statement(db, INSERT).run(id, ticketId, at, actorName, what, action, from, to, remark, undoesEventId, before)
}

/** The last move or edit of the ticket, and the ticket before it; null before the first, or where that was not kept. */
export function lastChange(
  db: ReadableDb,
  ticketId: Id,
): { id: Id; what: 'moved' | 'edited'; before: EarlierTicket } | null {
  const row = statement(db, LAST_CHANGE).get(ticketId) as
    | { id: Id; what: 'moved' | 'edited'; before_json: string | null }
    | undefined
  if (row === undefined || row.before_json === null) return null
  return { id: row.id, what: row.what, before: JSON.parse(row.before_json) as EarlierTicket }
}

/** In the order in which they happened. */
export const eventsOfTicket = (db: ReadableDb, ticketId: Id): TicketEvent[] =>
  (statement(db, OF_TICKET).all(ticketId) as EventRow[]).map((row) => ({
    id: row.id,
    at: row.at,
    actorName: row.actor_name,
    what: row.what,
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    remark: row.remark,
    undoesEventId: row.undoes_event_id,
  }))

/** Whether another work calendar moved the deadline after this event. */
export const wasRecountedSince = (db: ReadableDb, ticketId: Id, eventId: Id): boolean =>
  statement(db, RECOUNTED_SINCE).pluck().get({ ticketId, eventId }) === 1

/** Whether anybody did anything to the ticket since it was opened. */
export const wasTouched = (db: ReadableDb, ticketId: Id): boolean =>
  (statement(db, WAS_TOUCHED).get(ticketId) as { touched: number }).touched === 1

import type { TicketAction, TicketEvent, TicketState } from '../../shared/contract/tickets.ts'
import type { Id } from '../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from './database.ts'

interface EventRow {
  id: string
  at: string
  actor_name: string | null
  what: TicketEvent['what']
  action: TicketAction | null
  from_state: TicketState | null
  to_state: TicketState | null
  remark: string | null
}

const INSERT = `INSERT INTO ticket_event (id, ticket_id, at, actor_name, what, action, from_state, to_state, remark)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

// By rowid: the order of happening must survive a clock that is set back.
const OF_TICKET = `SELECT id, at, actor_name, what, action, from_state, to_state, remark
  FROM ticket_event WHERE ticket_id = ? ORDER BY rowid`

const WAS_TOUCHED = `SELECT EXISTS (SELECT 1 FROM ticket_event WHERE ticket_id = ? AND what <> 'opened') AS touched`

/** Append-only: an event is never changed or deleted. */
export function appendTicketEvent(db: WritableDb, ticketId: Id, event: TicketEvent): void {
  const { id, at, actorName, what, action, from, to, remark } = event
  statement(db, INSERT).run(id, ticketId, at, actorName, what, action, from, to, remark)
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
  }))

/** Whether anything happened to the ticket since it was opened. */
export const wasTouched = (db: ReadableDb, ticketId: Id): boolean =>
  (statement(db, WAS_TOUCHED).get(ticketId) as { touched: number }).touched === 1

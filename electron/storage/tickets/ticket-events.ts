import type { TicketAction, TicketEvent, TicketState } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type Query, rows, value, write } from '../engine/query.ts'
import type { StoredTicket } from './tickets.ts'

/** A ticket as it was; its version is gone for good, and was not kept before there were versions. */
export type EarlierTicket = Omit<StoredTicket, 'version'>

/** An event with the ticket as it was before, where the event can be taken back. */
export type NewTicketEvent = Omit<TicketEvent, 'canGoBack'> & { readonly before: EarlierTicket | null }

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
  can_go_back: number
}

const INSERT = `INSERT INTO ticket_event (id, ticket_id, at, actor_name, what, action, from_state, to_state, remark, undoes_event_id, before_json)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// By rowid: the order of happening must survive a clock that is set back.
const OF_TICKET = `SELECT id, at, actor_name, what, action, from_state, to_state, remark, undoes_event_id,
  before_json IS NOT NULL AS can_go_back FROM ticket_event WHERE ticket_id = ? ORDER BY rowid`

const CHANGES = `SELECT id, what, undoes_event_id AS undoesEventId, before_json IS NOT NULL AS canGoBack FROM ticket_event
  WHERE ticket_id = ? AND what IN ('moved', 'edited') ORDER BY rowid`

const BEFORE_CHANGE = 'SELECT before_json AS value FROM ticket_event WHERE id = ?'

const WAS_TOUCHED = `SELECT EXISTS (SELECT 1 FROM ticket_event WHERE ticket_id = ? AND what NOT IN ('opened', 'recounted')) AS value`

const RECOUNTED_SINCE = `SELECT EXISTS (SELECT 1 FROM ticket_event WHERE ticket_id = :ticketId AND what = 'recounted'
  AND rowid > (SELECT rowid FROM ticket_event WHERE id = :eventId)) AS value`

/** Append-only: an event is never changed or deleted. */
export function* appendTicketEvent(ticketId: Id, event: NewTicketEvent): Query<void> {
  const { id, at, actorName, what, action, from, to, remark, undoesEventId } = event
  const before = event.before === null ? null : JSON.stringify(event.before)
  yield* write(INSERT, [id, ticketId, at, actorName, what, action, from, to, remark, undoesEventId, before])
}

type Change = Pick<TicketEvent, 'id' | 'undoesEventId' | 'canGoBack'> & { readonly what: 'moved' | 'edited' }

/** Moves and edits of the ticket, in the order in which they happened. */
export function* changesOfTicket(ticketId: Id): Query<Change[]> {
  const found = yield* rows<Omit<Change, 'canGoBack'> & { canGoBack: number }>(CHANGES, [ticketId])
  return found.map((change) => ({ ...change, canGoBack: change.canGoBack === 1 }))
}

/** The ticket before a change; null where that was not kept. */
export function* ticketBefore(eventId: Id): Query<EarlierTicket | null> {
  const kept = yield* value<string | null>(BEFORE_CHANGE, [eventId])
  return kept === null ? null : (JSON.parse(kept) as EarlierTicket)
}

/** In the order in which they happened. That a seal withdrew it which was a wrong alarm is told to nobody: it is as it was. */
export function* eventsOfTicket(ticketId: Id): Query<TicketEvent[]> {
  const all = yield* rows<EventRow>(OF_TICKET, [ticketId])
  const withdrawn = new Set(all.filter(({ what }) => what === 'withdrawn').map(({ id }) => id))
  const isBack = ({ undoes_event_id: undone }: EventRow) => undone !== null && withdrawn.has(undone)
  const takenBack = new Set(all.filter(isBack).flatMap(({ id, undoes_event_id: undone }) => [id, undone]))
  return all
    .filter(({ id }) => !takenBack.has(id))
    .map((event) => ({
      id: event.id,
      at: event.at,
      actorName: event.actor_name,
      what: event.what,
      action: event.action,
      from: event.from_state,
      to: event.to_state,
      remark: event.remark,
      undoesEventId: event.undoes_event_id,
      canGoBack: event.can_go_back === 1,
    }))
}

/** Whether another work calendar moved the deadline after this event. */
export function* wasRecountedSince(ticketId: Id, eventId: Id): Query<boolean> {
  return (yield* value<number>(RECOUNTED_SINCE, { ticketId, eventId })) === 1
}

/** Whether anybody did anything to the ticket since it was opened. */
export function* wasTouched(ticketId: Id): Query<boolean> {
  return (yield* value<number>(WAS_TOUCHED, [ticketId])) === 1
}

import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { runOn } from '../engine/sqlite.ts'
import { NO_WORDS } from '../no-words.ts'
import { refreshTicketSearch, removeFromTicketSearch } from '../tickets/ticket-search.ts'

/** The time limit is never counted with here. */
const KEEP = `INSERT INTO ticket (id, number, title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name,
    opened_at, due_at, answer_by, paused_at, paused_working_ms, closed_at, version)
  VALUES (:id, :number, :title, :issueTypeId, 1, 'days', :priority, :state, :department, :ownerName, :openedAt, :dueAt, :answerBy,
    :pausedAt, :pausedWorkingMs, :closedAt, :version)
  ON CONFLICT (id) DO UPDATE SET title = excluded.title, state = excluded.state, version = excluded.version, withdrawn_at = NULL`
const QUOTE = `INSERT INTO ticket_quote (ticket_id, note_id, position)
  SELECT ?, id, ? FROM note WHERE id = ? ON CONFLICT (note_id) DO UPDATE SET ticket_id = excluded.ticket_id`

const OTHER = 'SELECT id FROM ticket WHERE number = :number AND id <> :id'
/** What stood on it names it no more. */
const LET_GO = [
  'DELETE FROM ticket_quote WHERE ticket_id = ?',
  'DELETE FROM ticket_event WHERE ticket_id = ?',
  'UPDATE meeting_outcome SET ticket_id = NULL WHERE ticket_id = ?',
  'DELETE FROM ticket WHERE id = ?',
]

/** The hub gave its number to another one: it has lost it, as it was put back from a copy. */
function makeWay(db: WritableDb, ticket: Pick<Ticket, 'id' | 'number'>): void {
  const lostId = statement(db, OTHER).pluck().get({ id: ticket.id, number: ticket.number }) as Id | undefined
  if (lostId === undefined) return
  runOn(db, removeFromTicketSearch(ticket.number))
  for (const sql of LET_GO) statement(db, sql).run(lostId)
}

/**
 * The notes of a session that goes on are this desk's, and the ticket that quotes them is the hub's: as much of it is kept here as the rules of notes need,
 * so that none goes that a ticket stands on. Notes that are not here are left out.
 */
export function keepQuoted(db: WritableDb, { quoteCount: _, ...ticket }: Ticket, noteIds: readonly Id[]): void {
  inTransaction(db, () => {
    makeWay(db, ticket)
    statement(db, KEEP).run(ticket)
    for (const [position, noteId] of noteIds.entries()) statement(db, QUOTE).run(ticket.id, position, noteId)
    runOn(db, refreshTicketSearch(ticket.id))
  })
}

const FREE = 'DELETE FROM ticket_quote WHERE ticket_id = ?'
/** Its words go as they went at the hub. */
const WITHDRAW = `UPDATE ticket SET withdrawn_at = ?, title = '${NO_WORDS}', owner_name = NULL WHERE id = ? AND withdrawn_at IS NULL RETURNING number`

/** The ticket quotes nothing any more. */
export function freeQuoted(db: WritableDb, ticketId: Id, at: Instant): void {
  inTransaction(db, () => {
    statement(db, FREE).run(ticketId)
    const number = statement(db, WITHDRAW).pluck().get(at, ticketId) as number | undefined
    if (number !== undefined) runOn(db, removeFromTicketSearch(number))
  })
}

const OWN = `SELECT session.id FROM session WHERE NOT EXISTS (SELECT 1 FROM handed_over WHERE session_id = session.id) ORDER BY rowid`

/** Sessions that this desk alone changes. */
export const sessionsOfHere = (db: ReadableDb): Id[] => statement(db, OWN).pluck().all() as Id[]

const QUOTES = `SELECT note.id, ticket_quote.ticket_id AS ticketId FROM ticket_quote JOIN note ON note.id = note_id
  JOIN call ON call.id = note.call_id WHERE call.session_id = ?`

/** Of the notes of a session: those that are quoted, as far as is known here, with their tickets. */
export const quotesOfHere = (db: ReadableDb, sessionId: Id): ReadonlyMap<Id, Id> =>
  new Map(
    (statement(db, QUOTES).all(sessionId) as { id: Id; ticketId: Id }[]).map(({ id, ticketId }) => [id, ticketId]),
  )

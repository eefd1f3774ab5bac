import type { Priority, Ticket, TicketState, TimeLimit } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'
import { write } from '../engine/query.ts'
import { isRefusedBy } from '../engine/refused-by.ts'
import { runOn } from '../engine/sqlite.ts'
import { type By, guarded } from '../versions.ts'

/** A ticket with the time limit it was given, which stays when the list of issue types changes. */
export type StoredTicket = Ticket & { readonly limit: TimeLimit }

/** What `insertTicket` needs; the number is given by the database. */
export type NewTicket = Omit<StoredTicket, 'number' | 'quoteCount' | 'version'> & { readonly openedBy: Id | null }

interface TicketRow {
  id: string
  number: number
  title: string
  issue_type_id: string
  limit_amount: number
  limit_unit: TimeLimit['unit']
  priority: Priority
  state: TicketState
  department: string
  owner_name: string | null
  opened_at: string
  due_at: string
  answer_by: string | null
  paused_at: string | null
  paused_working_ms: number
  closed_at: string | null
  version: number
  quote_count: number
}

const fromRow = (row: TicketRow): StoredTicket => ({
  id: row.id,
  number: row.number,
  title: row.title,
  issueTypeId: row.issue_type_id,
  priority: row.priority,
  state: row.state,
  department: row.department,
  ownerName: row.owner_name,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  answerBy: row.answer_by,
  pausedAt: row.paused_at,
  pausedWorkingMs: row.paused_working_ms,
  closedAt: row.closed_at,
  quoteCount: row.quote_count,
  version: row.version,
  limit: { amount: row.limit_amount, unit: row.limit_unit },
})

const COLUMNS = `ticket.id, ticket.number, ticket.title, ticket.issue_type_id, ticket.limit_amount, ticket.limit_unit,
  ticket.priority, ticket.state, ticket.department, ticket.owner_name, ticket.opened_at, ticket.due_at, ticket.answer_by,
  ticket.paused_at, ticket.paused_working_ms, ticket.closed_at, ticket.version,
  (SELECT count(*) FROM ticket_quote WHERE ticket_quote.ticket_id = ticket.id) AS quote_count`

const BY_ID = `SELECT ${COLUMNS} FROM ticket WHERE id = ? AND withdrawn_at IS NULL`

const BY_NUMBERS = `SELECT ${COLUMNS} FROM json_each(?) wanted JOIN ticket ON ticket.number = wanted.value ORDER BY wanted.key`

const INSERT = `INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name,
  opened_by, opened_at, due_at, answer_by, paused_at, paused_working_ms, closed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const UPDATE = `UPDATE ticket SET title = ?, issue_type_id = ?, limit_amount = ?, limit_unit = ?, priority = ?, state = ?,
  department = ?, owner_name = ?, due_at = ?, answer_by = ?, paused_at = ?, paused_working_ms = ?, closed_at = ?, version = version + 1
  WHERE id = ? AND version = ?`

const QUOTE = 'INSERT INTO ticket_quote (ticket_id, note_id, position) VALUES (?, ?, ?)'
const FREE_QUOTES = 'DELETE FROM ticket_quote WHERE ticket_id = ?'
const WITHDRAW = 'UPDATE ticket SET withdrawn_at = ?, version = version + 1 WHERE id = ? AND version = ?'
const NUMBER_OF = 'SELECT number FROM ticket WHERE id = ?'

// In the tally each stands a few times, however many tickets there are.
const DEPARTMENTS = `SELECT department FROM issue_type WHERE department <> ''
  UNION SELECT department FROM ticket_tally WHERE tickets > 0 ORDER BY department`

/** Withdrawn tickets are not found. */
export function findTicket(db: ReadableDb, ticketId: Id): StoredTicket | null {
  const row = statement(db, BY_ID).get(ticketId) as TicketRow | undefined
  return row === undefined ? null : fromRow(row)
}

/** In the order of the numbers. */
export const ticketsByNumbers = (db: ReadableDb, numbers: readonly number[]): StoredTicket[] =>
  (statement(db, BY_NUMBERS).all(JSON.stringify(numbers)) as TicketRow[]).map(fromRow)

/** Returns the number given; a number is never given twice, also after a ticket was withdrawn. */
export function insertTicket(db: WritableDb, ticket: NewTicket): number {
  const { lastInsertRowid } = statement(db, INSERT).run(
    ticket.id,
    ticket.title,
    ticket.issueTypeId,
    ticket.limit.amount,
    ticket.limit.unit,
    ticket.priority,
    ticket.state,
    ticket.department,
    ticket.ownerName,
    ticket.openedBy,
    ticket.openedAt,
    ticket.dueAt,
    ticket.answerBy,
    ticket.pausedAt,
    ticket.pausedWorkingMs,
    ticket.closedAt,
  )
  return Number(lastInsertRowid)
}

/** Stores what the ticket became and answers it. Inside a transaction. Throws `StaleChange`. */
export function updateTicket(
  db: WritableDb,
  before: StoredTicket,
  ticket: Omit<StoredTicket, 'version'>,
  by: By,
): StoredTicket {
  const update = write(UPDATE, [
    ticket.title,
    ticket.issueTypeId,
    ticket.limit.amount,
    ticket.limit.unit,
    ticket.priority,
    ticket.state,
    ticket.department,
    ticket.ownerName,
    ticket.dueAt,
    ticket.answerBy,
    ticket.pausedAt,
    ticket.pausedWorkingMs,
    ticket.closedAt,
    before.id,
    before.version,
  ])
  runOn(db, guarded(before.id, [before, { ...ticket, version: before.version + 1 }], by, update))
  return { ...ticket, version: before.version + 1 }
}

/** The unique index on the note is the referee of «one voice counts once». */
export function quoteNotes(db: WritableDb, ticketId: Id, noteIds: readonly Id[]): 'saved' | 'already_quoted' {
  try {
    for (const [position, noteId] of noteIds.entries()) statement(db, QUOTE).run(ticketId, noteId, position)
    return 'saved'
  } catch (error) {
    if (isRefusedBy(error, 'ticket_quote.note_id')) return 'already_quoted'
    throw error
  }
}

/** Takes the ticket out of every list and lets its notes go; the row stays, and with it the number. */
export function withdrawTicket(db: WritableDb, ticket: StoredTicket, by: By): void {
  statement(db, FREE_QUOTES).run(ticket.id)
  runOn(db, guarded(ticket.id, [ticket, {}], by, write(WITHDRAW, [by.at, ticket.id, ticket.version])))
}

export function ticketNumber(db: ReadableDb, ticketId: Id): number {
  const row = statement(db, NUMBER_OF).get(ticketId) as { number: number } | undefined
  if (row === undefined) throw new Error('no such ticket')
  return row.number
}

/** Departments of issue types and of tickets, each once. */
export const departments = (db: ReadableDb): string[] =>
  (statement(db, DEPARTMENTS).all() as { department: string }[]).map((row) => row.department)

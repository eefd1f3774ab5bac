import type { Priority, Ticket, TicketState, TimeLimit } from '../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, type Sql, step, type Value, value, write } from '../engine/query.ts'
import { isRefusedBy } from '../engine/refused-by.ts'
import { NO_WORDS } from '../no-words.ts'
import { type By, guarded } from '../versions.ts'

/** A ticket with the time limit it was given, which stays when the list of issue types changes. */
export type StoredTicket = Ticket & {
  readonly limit: TimeLimit
  /** The deadline on which a meeting agreed; null: the limit gives it. */
  readonly agreedDueAt: Instant | null
}

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
  agreed_due_at: string | null
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
  agreedDueAt: row.agreed_due_at,
})

const COLUMNS = `ticket.id, ticket.number, ticket.title, ticket.issue_type_id, ticket.limit_amount, ticket.limit_unit,
  ticket.priority, ticket.state, ticket.department, ticket.owner_name, ticket.opened_at, ticket.due_at, ticket.answer_by,
  ticket.paused_at, ticket.paused_working_ms, ticket.closed_at, ticket.agreed_due_at, ticket.version,
  (SELECT count(*) FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id AND note.kind <> 'praise'
    WHERE ticket_quote.ticket_id = ticket.id) AS quote_count`

const BY_ID = `SELECT ${COLUMNS} FROM ticket WHERE id = ? AND withdrawn_at IS NULL`

/** Each waits for whoever is changing it; in one order for all, so that no two wait for each other. */
const TO_CHANGE = inEach(
  (say) => `SELECT ${COLUMNS} FROM ticket WHERE ${say(among('ticket.id'))} AND withdrawn_at IS NULL ORDER BY ticket.id
  ${say({ sqlite: '', postgres: 'FOR NO KEY UPDATE OF ticket' })}`,
)

const WANTED: Sql = {
  sqlite: 'json_each(?) wanted JOIN ticket ON ticket.number = wanted.value',
  postgres: `jsonb_array_elements_text(CAST(? AS jsonb)) WITH ORDINALITY AS wanted (value, key)
  JOIN ticket ON ticket.number = CAST(wanted.value AS bigint)`,
}
const BY_NUMBERS = inEach((say) => `SELECT ${COLUMNS} FROM ${say(WANTED)} ORDER BY wanted.key`)

const INSERT = `INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name,
  opened_by, opened_at, due_at, answer_by, paused_at, paused_working_ms, closed_at,
  agreed_due_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number AS value`

const UPDATE = `UPDATE ticket SET title = ?, issue_type_id = ?, limit_amount = ?, limit_unit = ?, priority = ?, state = ?,
  department = ?, owner_name = ?, due_at = ?, answer_by = ?, paused_at = ?, paused_working_ms = ?, closed_at = ?, version = version + 1
  WHERE id = ? AND version = ?`

const QUOTE = 'INSERT INTO ticket_quote (ticket_id, note_id, position) VALUES (?, ?, ?)'
const FREE_QUOTES = 'DELETE FROM ticket_quote WHERE ticket_id = ?'
const WITHDRAW =
  'UPDATE ticket SET withdrawn_at = ?, title = ?, owner_name = NULL, version = version + 1 WHERE id = ? AND version = ?'
const FORGET_SAID = 'UPDATE ticket_event SET remark = NULL, before_json = NULL WHERE ticket_id = ?'
const NUMBER_OF = 'SELECT number AS value FROM ticket WHERE id = ?'

// In the tally each stands a few times, however many tickets there are.
const DEPARTMENTS = `SELECT department FROM issue_type WHERE department <> ''
  UNION SELECT department FROM ticket_tally GROUP BY department HAVING sum(tickets) > 0 ORDER BY department`

/** Withdrawn tickets are not found. */
export function* findTicket(ticketId: Id): Query<StoredTicket | null> {
  const found = yield* row<TicketRow>(BY_ID, [ticketId])
  return found === null ? null : fromRow(found)
}

/** The ticket, which nobody else changes before the transaction that asked is over. */
export function* ticketToChange(ticketId: Id): Query<StoredTicket | null> {
  return (yield* ticketsToChange([ticketId]))[0] ?? null
}

/** Those of the tickets that are there, in no order; nobody else changes them before the transaction that asked is over. */
export function* ticketsToChange(ticketIds: readonly Id[]): Query<StoredTicket[]> {
  return (yield* rows<TicketRow>(TO_CHANGE, [JSON.stringify(ticketIds)])).map(fromRow)
}

/** In the order of the numbers. */
export function* ticketsByNumbers(numbers: readonly number[]): Query<StoredTicket[]> {
  return (yield* rows<TicketRow>(BY_NUMBERS, [JSON.stringify(numbers)])).map(fromRow)
}

/**
 * Stores the ticket with the notes it quotes and answers the number given; a number is never given twice, also after a ticket was
 * withdrawn. The unique index on the note is the referee of «one voice counts once»: where it refuses, nothing is stored.
 */
export function* insertTicket(ticket: NewTicket, noteIds: readonly Id[]): Query<number | 'already_quoted'> {
  try {
    return yield* step(inserted(ticket, noteIds))
  } catch (error) {
    if (isRefusedBy(error, 'ticket_quote.note_id') || isRefusedBy(error, 'ticket_quote_note_id'))
      return 'already_quoted'
    throw error
  }
}

function* inserted(ticket: NewTicket, noteIds: readonly Id[]): Query<number> {
  const number = yield* value<number>(INSERT, [
    ...[ticket.id, ticket.title, ticket.issueTypeId, ticket.limit.amount, ticket.limit.unit, ticket.priority],
    ...[ticket.state, ticket.department, ticket.ownerName, ticket.openedBy, ticket.openedAt, ticket.dueAt],
    ...[ticket.answerBy, ticket.pausedAt, ticket.pausedWorkingMs, ticket.closedAt, ticket.agreedDueAt],
  ])
  if (number === null) throw new Error('a ticket was stored without a number')
  for (const [position, noteId] of noteIds.entries()) yield* write(QUOTE, [ticket.id, noteId, position])
  return number
}

/** Stores what the ticket became and answers it. Inside a transaction. Throws `StaleChange`. */
export function* updateTicket(
  before: StoredTicket,
  ticket: Omit<StoredTicket, 'version'>,
  by: By,
): Query<StoredTicket> {
  const after = { ...ticket, version: before.version + 1 }
  const values: Value[] = [
    ...[ticket.title, ticket.issueTypeId, ticket.limit.amount, ticket.limit.unit, ticket.priority, ticket.state],
    ...[ticket.department, ticket.ownerName, ticket.dueAt, ticket.answerBy, ticket.pausedAt, ticket.pausedWorkingMs],
    ...[ticket.closedAt, before.id, before.version],
  ]
  yield* guarded(before.id, [before, after], by, write(UPDATE, values))
  return after
}

/**
 * Takes the ticket out of every list and lets its notes go; the row stays, and with it the number. Its words go: nothing tells of which call they were once it
 * quotes none, so a call that is sealed later could not take them along.
 */
export function* withdrawTicket(ticket: StoredTicket, by: By): Query<void> {
  yield* write(FREE_QUOTES, [ticket.id])
  yield* forgetSaid(ticket.id)
  yield* guarded(ticket.id, [ticket, {}], by, write(WITHDRAW, [by.at, NO_WORDS, ticket.id, ticket.version]))
}

/** What was remarked on it, and how it was before each change. */
export const forgetSaid = (ticketId: Id): Query<number> => write(FORGET_SAID, [ticketId])

export function* ticketNumber(ticketId: Id): Query<number> {
  const number = yield* value<number>(NUMBER_OF, [ticketId])
  if (number === null) throw new Error('no such ticket')
  return number
}

/** Departments of issue types and of tickets, each once. */
export function* departments(): Query<string[]> {
  return (yield* rows<{ department: string }>(DEPARTMENTS)).map(({ department }) => department)
}

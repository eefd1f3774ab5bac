import type { Id } from '../../shared/contract/values.ts'
import { indexedCharacters } from '../../shared/domain/search-characters.ts'
import { statement, type WritableDb } from './database.ts'

const DELETE = 'DELETE FROM ticket_search WHERE rowid = ?'
const INSERT = 'INSERT INTO ticket_search (rowid, characters) VALUES (?, ?)'

const WORDS = `SELECT ticket.number, ticket.title, (SELECT json_group_array(note.text) FROM ticket_quote
    JOIN note ON note.id = ticket_quote.note_id WHERE ticket_quote.ticket_id = ticket.id) AS quotes
  FROM ticket WHERE ticket.id = ? AND ticket.withdrawn_at IS NULL`

/** Makes a ticket be found by its title and quotes as they are now, and no longer by what they were. */
export function refreshTicketSearch(db: WritableDb, ticketId: Id): void {
  const row = statement(db, WORDS).get(ticketId) as { number: number; title: string; quotes: string } | undefined
  if (row === undefined) return
  statement(db, DELETE).run(row.number)
  statement(db, INSERT).run(row.number, indexedCharacters([row.title, ...(JSON.parse(row.quotes) as string[])]))
}

export function removeFromTicketSearch(db: WritableDb, number: number): void {
  statement(db, DELETE).run(number)
}

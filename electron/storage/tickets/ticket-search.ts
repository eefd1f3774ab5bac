import type { Id } from '../../../shared/contract/values.ts'
import { indexedCharacters } from '../../../shared/text/search-characters.ts'
import { isDamage } from '../../system-faults.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'

const DELETE = 'DELETE FROM ticket_search WHERE rowid = ?'
const INSERT = 'INSERT INTO ticket_search (rowid, characters) VALUES (?, ?)'

const ALL_WORDS = `SELECT ticket.number, ticket.title, (SELECT json_group_array(note.text) FROM ticket_quote
    JOIN note ON note.id = ticket_quote.note_id WHERE ticket_quote.ticket_id = ticket.id) AS quotes
  FROM ticket WHERE ticket.withdrawn_at IS NULL`

const WORDS = `${ALL_WORDS} AND ticket.id = ?`

/** As the first migration makes it. */
const DEFINITION = `fts5 (characters, tokenize = "unicode61 remove_diacritics 0", content = '', contentless_delete = 1)`

interface Words {
  number: number
  title: string
  quotes: string
}

const charactersOf = (row: Words): string => indexedCharacters([row.title, ...(JSON.parse(row.quotes) as string[])])

/** Makes a ticket be found by its title and quotes as they are now, and no longer by what they were. */
export function refreshTicketSearch(db: WritableDb, ticketId: Id): void {
  const row = statement(db, WORDS).get(ticketId) as Words | undefined
  if (row === undefined) return
  statement(db, DELETE).run(row.number)
  statement(db, INSERT).run(row.number, charactersOf(row))
}

export function removeFromTicketSearch(db: WritableDb, number: number): void {
  statement(db, DELETE).run(number)
}

const SAME_WORDS = (left: string, right: string) =>
  `SELECT NOT EXISTS (SELECT term, doc, offset FROM temp.${left} EXCEPT SELECT term, doc, offset FROM temp.${right})`

/**
 * Whether the index finds what the tickets say and nothing else. It keeps no text of its own, so SQLite cannot tell: a second one is made
 * from the tickets, in a temporary place, and the two are compared word by word. Takes seconds in a large archive.
 */
export function searchAgrees(db: ReadableDb): boolean {
  db.exec(`CREATE VIRTUAL TABLE temp.expected_search USING ${DEFINITION};
    CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab (temp, expected_search, instance);
    CREATE VIRTUAL TABLE temp.found_words USING fts5vocab (main, ticket_search, instance)`)
  try {
    const insert = db.prepare('INSERT INTO temp.expected_search (rowid, characters) VALUES (?, ?)')
    const rows = db.prepare(ALL_WORDS).all() as Words[]
    for (const row of rows) insert.run(row.number, charactersOf(row))
    const agrees = (left: string, right: string) => db.prepare(SAME_WORDS(left, right)).pluck().get() === 1
    return agrees('expected_words', 'found_words') && agrees('found_words', 'expected_words')
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  } finally {
    db.exec('DROP TABLE temp.expected_words; DROP TABLE temp.found_words; DROP TABLE temp.expected_search')
  }
}

/** Makes the whole index anew from the tickets; one that is damaged cannot even be emptied. */
export function refillTicketSearch(db: WritableDb): void {
  const ids = statement(db, 'SELECT id FROM ticket WHERE withdrawn_at IS NULL').pluck().all() as Id[]
  inTransaction(db, () => {
    db.exec(`DROP TABLE ticket_search; CREATE VIRTUAL TABLE ticket_search USING ${DEFINITION}`)
    for (const id of ids) refreshTicketSearch(db, id)
  })
}

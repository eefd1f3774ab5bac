import { searchQuestion, typedTicketNumber } from '../../../shared/text/search-characters.ts'
import { type ReadableDb, statement } from '../database.ts'

/** SQL that gives ticket numbers, and its values. */
export interface NumbersQuery {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** One character begins half of all references. */
const SHORTEST_REFERENCE = 3
/** A family name alone would be every session of hundreds of people; so short a word is looked for in the owners only. */
const SHORTEST_LISTENER = 2

const BY_TEXT = 'SELECT rowid AS number FROM ticket_search WHERE ticket_search MATCH ? AND rowid >= ?'
/** From one owner to the next in their index, then the tickets of those who fit: LIKE over tickets would read every one. */
const BY_OWNER = `SELECT number FROM ticket INDEXED BY ticket_by_owner WHERE owner_name IN (
  WITH RECURSIVE owner (name) AS (
    SELECT min(owner_name) FROM ticket WHERE owner_name IS NOT NULL
    UNION ALL SELECT (SELECT min(owner_name) FROM ticket WHERE owner_name > owner.name) FROM owner WHERE owner.name IS NOT NULL)
  SELECT name FROM owner WHERE name LIKE ? ESCAPE '\\') AND number >= ?`
// CROSS: in this order. Left to choose, SQLite reads every quote there is and asks of each who heard it.
const QUOTED = `CROSS JOIN note ON note.call_id = call.id CROSS JOIN ticket_quote ON ticket_quote.note_id = note.id
  CROSS JOIN ticket ON ticket.id = ticket_quote.ticket_id`
/** As a range, which the index of references answers; LIKE would read every call. */
const BY_REFERENCE = `SELECT ticket.number FROM call ${QUOTED} WHERE call.reference >= ? AND call.reference < ?`
const BY_LISTENER = `SELECT ticket.number FROM person CROSS JOIN session ON session.listener_id = person.id
  CROSS JOIN call ON call.session_id = session.id ${QUOTED} WHERE person.name LIKE ? ESCAPE '\\' AND ticket.number >= ?`
const BY_PLACE = `SELECT number FROM ticket WHERE department LIKE ? ESCAPE '\\'
  OR issue_type_id IN (SELECT id FROM issue_type WHERE name_zh LIKE ? ESCAPE '\\' OR name_en LIKE ? ESCAPE '\\')`

/** The words of a search, each to be found by itself; «ES 12» is one. */
export const wordsOf = (typed: string): string[] =>
  typedTicketNumber(typed) === null ? typed.split(/\s+/u).filter((word) => word !== '') : [typed.trim()]

/**
 * Numbers of tickets that hold one word: in title or quotes, in the owner's or a listener's name, as the beginning of a call's reference, or as
 * their own number; `from`: in tickets numbered so and above, but for number and reference. Null for a word without a letter or figure.
 */
export function holding(word: string, from = 0): NumbersQuery | null {
  const question = searchQuestion(word)
  if (question === null) return null
  const parts: [sql: string, ...values: unknown[]][] = [
    [BY_TEXT, question, from],
    [BY_OWNER, inside(word), from],
  ]
  const number = typedTicketNumber(word)
  if (number !== null) parts.push(['SELECT ?', number])
  if (word.length >= SHORTEST_REFERENCE) parts.push([BY_REFERENCE, word, `${word}\u{10ffff}`])
  if (word.length >= SHORTEST_LISTENER) parts.push([BY_LISTENER, inside(word), from])
  return { sql: parts.map(([sql]) => sql).join(' UNION ALL '), values: parts.flatMap(([, ...values]) => values) }
}

/** The same with department and issue type, which the ticket list has filters for and the ledger has not. */
export function numbersHolding(db: ReadableDb, word: string): Set<number> {
  const query = holding(word)
  if (query === null) return new Set()
  const like = inside(word)
  const rows = statement(db, `${query.sql} UNION ALL ${BY_PLACE}`)
    .pluck()
    .all(...query.values, like, like, like)
  return new Set(rows as number[])
}

/** For LIKE: anywhere inside, its own signs meant as they stand. */
const inside = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

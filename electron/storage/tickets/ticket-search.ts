import type { Id } from '../../../shared/contract/values.ts'
import { indexedCharacters, SEARCH_RULE } from '../../../shared/text/search-characters.ts'
import { isDamage } from '../../system-faults.ts'
import {
  countAsUnimportant,
  inTransaction,
  type ReadableDb,
  statement,
  type WritableDb,
  writtenRows,
} from '../database.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import { runOn } from '../engine/sqlite.ts'

const DELETE = 'DELETE FROM ticket_search WHERE rowid = ?'
const INSERT = 'INSERT INTO ticket_search (rowid, characters) VALUES (?, ?)'
/** On PostgreSQL two may do it at once, for a title and for a quote. */
const REPLACE = {
  sqlite: INSERT,
  postgres: `${INSERT} ON CONFLICT (rowid) DO UPDATE SET characters = excluded.characters`,
}

/** Praise is about one agent: no ticket is found by it, not even one that quoted it once. */
const wordsWith = (list: string) => `SELECT ticket.number, ticket.title, (SELECT ${list} FROM ticket_quote
    JOIN note ON note.id = ticket_quote.note_id AND note.kind <> 'praise' WHERE ticket_quote.ticket_id = ticket.id) AS quotes
  FROM ticket WHERE ticket.withdrawn_at IS NULL`
const ALL_WORDS = wordsWith('json_group_array(note.text)')

const WORDS = {
  sqlite: `${ALL_WORDS} AND ticket.id = ?`,
  postgres: `${wordsWith(`coalesce(json_agg(note.text), '[]')`)} AND ticket.id = ?`,
}

/** As the first migration makes it. */
const DEFINITION = `fts5 (characters, tokenize = "unicode61 remove_diacritics 0", content = '', contentless_delete = 1)`

interface Words {
  number: number
  title: string
  quotes: string
}

const charactersOf = (row: Words): string => indexedCharacters([row.title, ...(JSON.parse(row.quotes) as string[])])

/** Makes a ticket be found by its title and quotes as they are now, and no longer by what they were. */
export function* refreshTicketSearch(ticketId: Id): Query<void> {
  const words = yield* row<Words>(WORDS, [ticketId])
  if (words === null) return
  yield* removeFromTicketSearch(words.number)
  yield* write(REPLACE, [words.number, charactersOf(words)])
}

const QUOTING_PRAISE = `SELECT DISTINCT ticket_id AS id FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id
  WHERE note.kind = 'praise'`

/** Makes tickets that quoted praise before it was left out of them be found without it. For a hub: a desk makes its whole index anew. */
export function* leavePraiseOut(): Query<void> {
  for (const { id } of yield* rows<{ id: Id }>(QUOTING_PRAISE)) yield* refreshTicketSearch(id)
}

export function* removeFromTicketSearch(number: number): Query<void> {
  yield* write(DELETE, [number])
}

const MARK = 'SELECT rule, to_come_number AS toCome FROM ticket_search_mark'
const SET_MARK = `INSERT INTO ticket_search_mark (only_row, rule, to_come_number) VALUES (1, ?, ?)
  ON CONFLICT (only_row) DO UPDATE SET rule = excluded.rule, to_come_number = excluded.to_come_number`
const LAST_NUMBER = 'SELECT coalesce(max(number), 0) FROM ticket'
const NEXT_DOWN = 'SELECT number, id FROM ticket WHERE number <= ? ORDER BY number DESC LIMIT ?'

/** Tickets numbered so and below are not yet made findable by today's rule; 0: all are. Null: nobody began with it. */
function toComeOf(db: ReadableDb): number | null {
  const mark = statement(db, MARK).get() as { rule: number; toCome: number } | undefined
  return mark?.rule === SEARCH_RULE ? mark.toCome : null
}

/** Whether every ticket is findable by today's rule. */
export const isTicketSearchCurrent = (db: ReadableDb): boolean => toComeOf(db) === 0

/** Notes which tickets are to be made findable by today's rule, when another made the index: none in a new database. */
export function beginTicketSearch(db: WritableDb): void {
  if (toComeOf(db) !== null) return
  statement(db, SET_MARK).run(SEARCH_RULE, statement(db, LAST_NUMBER).pluck().get())
  countAsUnimportant(db)
}

/**
 * Makes the next tickets, at most so many, findable by today's rule, newest first; until then they are found as an earlier one left them.
 * One transaction; no copy of the database is made for it. True when there are no more.
 */
export function advanceTicketSearch(db: WritableDb, tickets: number): boolean {
  beginTicketSearch(db)
  const toCome = toComeOf(db)
  if (toCome === 0) return true
  const before = writtenRows(db)
  inTransaction(db, () => {
    const due = statement(db, NEXT_DOWN).all(toCome, tickets) as { number: number; id: Id }[]
    for (const { id } of due) runOn(db, refreshTicketSearch(id))
    const last = due.length < tickets ? undefined : due.at(-1)
    statement(db, SET_MARK).run(SEARCH_RULE, last === undefined ? 0 : last.number - 1)
  })
  countAsUnimportant(db, writtenRows(db) - before)
  return isTicketSearchCurrent(db)
}

const IS_MARKED = `SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'ticket_search_mark')`
/** A database of an earlier version has no mark: made by an earlier rule. */
const isOfToday = (db: ReadableDb): boolean => statement(db, IS_MARKED).pluck().get() === 1 && isTicketSearchCurrent(db)

const SAME_WORDS = (left: string, right: string) =>
  `SELECT NOT EXISTS (SELECT term, doc, offset FROM temp.${left} EXCEPT SELECT term, doc, offset FROM temp.${right})`

/**
 * Whether the index finds what the tickets say and nothing else. It keeps no text of its own, so SQLite cannot tell: a second one is made
 * from the tickets, in a temporary place, and the two are compared word by word. Takes seconds in a large archive. What an earlier rule made
 * is taken as it is: it is made anew soon.
 */
export function searchAgrees(db: ReadableDb): boolean {
  if (!isOfToday(db)) return true
  db.exec(`CREATE VIRTUAL TABLE temp.expected_search USING ${DEFINITION};
    CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab (temp, expected_search, instance);
    CREATE VIRTUAL TABLE temp.found_words USING fts5vocab (main, ticket_search, instance)`)
  try {
    const insert = db.prepare('INSERT INTO temp.expected_search (rowid, characters) VALUES (?, ?)')
    const all = db.prepare(ALL_WORDS).all() as Words[]
    for (const row of all) insert.run(row.number, charactersOf(row))
    const agrees = (left: string, right: string) => db.prepare(SAME_WORDS(left, right)).pluck().get() === 1
    return agrees('expected_words', 'found_words') && agrees('found_words', 'expected_words')
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  } finally {
    // A full disk took the transaction back, and them with it: that is told, not that they are gone.
    const tables = ['expected_words', 'found_words', 'expected_search']
    db.exec(tables.map((table) => `DROP TABLE IF EXISTS temp.${table}`).join(';'))
  }
}

/** Makes the whole index anew from the tickets; one that is damaged cannot even be emptied. */
export function refillTicketSearch(db: WritableDb): void {
  const ids = statement(db, 'SELECT id FROM ticket WHERE withdrawn_at IS NULL').pluck().all() as Id[]
  inTransaction(db, () => {
    db.exec(`DROP TABLE ticket_search; CREATE VIRTUAL TABLE ticket_search USING ${DEFINITION}`)
    for (const id of ids) runOn(db, refreshTicketSearch(id))
  })
}

import type { NamesAlike } from '../../../shared/contract/tickets/names-alike.ts'
import { searchQuestion, typedTicketNumber } from '../../../shared/text/search-characters.ts'
import { among, inEach } from '../engine/in-each.ts'
import { HOLDS_WORDS } from '../engine/postgres-words.ts'
import { type Query, rows, type Sql, type Value, value } from '../engine/query.ts'
import {
  callsHolding,
  type HeldReferences,
  HOLDS_PART,
  heldReferences,
  IS_COMMON_PART,
  isPartOfReference,
} from '../listening/references.ts'
import { OWNERS } from './ticket-people.ts'

/** SQL that gives ticket numbers, and its values. */
export interface NumbersQuery {
  readonly sql: Sql
  readonly values: readonly Value[]
}

export const LAST_NUMBER = 'SELECT coalesce(max(number), 0) AS value FROM ticket'
const AS_NUMBER = { sqlite: 'CAST(? AS INTEGER)', postgres: '?' }
/** As a whole number: every number is handed to SQLite as a fraction, for which its index does not leave out the rows before it. */
const BY_TEXT = {
  sqlite: 'SELECT rowid AS number FROM ticket_search WHERE ticket_search MATCH ? AND rowid >= CAST(? AS INTEGER)',
  postgres: `SELECT rowid AS number FROM ticket_search, (SELECT CAST(? AS TEXT) AS question) AS asked WHERE ${HOLDS_WORDS} AND rowid >= ?`,
}
/** SQLite's LIKE tells no capitals from small letters. */
const LIKE = { sqlite: 'LIKE', postgres: 'ILIKE' }
/** From one owner to the next in their index, then the tickets of those who fit: LIKE over tickets would read every one. */
const BY_INDEX = { sqlite: 'INDEXED BY ticket_by_owner', postgres: '' }
const BY_OWNER = inEach(
  (say) => `SELECT number FROM ticket ${say(BY_INDEX)} WHERE owner_name IN (
  ${OWNERS} SELECT name FROM owner WHERE name ${say(LIKE)} ? ESCAPE '\\') AND number >= ?`,
)
/** In this order: left to choose, SQLite reads every quote there is and asks of each who heard it. */
const THEN = { sqlite: 'CROSS JOIN', postgres: 'JOIN' }
const QUOTED = inEach(
  (say) => `${say(THEN)} note ON note.call_id = call.id ${say(THEN)} ticket_quote ON ticket_quote.note_id = note.id
  ${say(THEN)} ticket ON ticket.id = ticket_quote.ticket_id`,
)
const BY_REFERENCE = inEach(
  (say) =>
    `SELECT ticket.number FROM ${say(callsHolding())} ${say(QUOTED)} WHERE ticket.number >= ? AND NOT ${say(IS_COMMON_PART)}`,
)
const EACH_OF = {
  sqlite: 'json_each(?)',
  postgres: 'jsonb_array_elements_text(CAST(? AS jsonb)) AS one (value)',
}
/** Of what very many references hold, the latest tickets are asked, which were to be looked through; none is read where few do. */
const BY_COMMON_PART = inEach(
  (say) => `SELECT ticket.number FROM (SELECT 1 AS one WHERE ${say(IS_COMMON_PART)}) AS common
  ${say(THEN)} ticket ON one = 1 ${say(THEN)} ticket_quote ON ticket_quote.ticket_id = ticket.id
  ${say(THEN)} note ON note.id = ticket_quote.note_id ${say(THEN)} call ON call.id = note.call_id
  WHERE ticket.number >= ${say(AS_NUMBER)} AND ${say(HOLDS_PART)}`,
)
/** The same of references that were looked for before. */
const OF_REFERENCES = inEach(
  (say) => `SELECT ticket.number FROM (SELECT DISTINCT value AS held FROM ${say(EACH_OF)}) AS given
  ${say(THEN)} call ON call.reference = held ${say(QUOTED)} WHERE ticket.number >= ?`,
)
const HOLDING_COMMON = inEach(
  (say) => `SELECT DISTINCT ticket.number FROM ticket ${say(THEN)} ticket_quote ON ticket_quote.ticket_id = ticket.id
  ${say(THEN)} note ON note.id = ticket_quote.note_id ${say(THEN)} call ON call.id = note.call_id
  WHERE ticket.number >= ${say(AS_NUMBER)} AND ticket.number < ${say(AS_NUMBER)} AND ${say(HOLDS_PART)}`,
)
const OF_TICKETS = inEach((say) => `SELECT CAST(value AS BIGINT) AS number FROM ${say(EACH_OF)}`)
/** So many tickets are asked in one go what their calls are called: a few milliseconds, for a note that is being saved waits behind them. */
const ASKED_AT_ONCE = 500
const OF_OWNERS = inEach(
  (say) => `SELECT number FROM ticket ${say(BY_INDEX)} WHERE ${say(among('owner_name'))} AND number >= ?`,
)
const NAMED = inEach((say) => `person.name ${say(LIKE)} ? ESCAPE '\\'`)
/** Reading one session to its tickets takes about as long as reading so many tickets to their sessions. */
const TICKETS_A_SESSION = 4
/**
 * A family name is hundreds of people and most of all sessions: where they heard more than there are tickets to look through, these are asked
 * who heard them. SQLite counts no further than that.
 */
const HEARD_BY_MANY = inEach(
  (
    say,
  ) => `(SELECT count(*) FROM (SELECT 1 FROM person ${say(THEN)} session ON session.listener_id = person.id WHERE ${say(NAMED)}
    LIMIT (SELECT CAST((coalesce(max(number), 0) - ?) / ${TICKETS_A_SESSION} AS INTEGER) + 1 FROM ticket)) AS heard)
  > (SELECT CAST((coalesce(max(number), 0) - ?) / ${TICKETS_A_SESSION} AS INTEGER) FROM ticket)`,
)
const BY_LISTENER = inEach(
  (
    say,
  ) => `SELECT ticket.number FROM (SELECT 1 AS one WHERE NOT ${say(HEARD_BY_MANY)}) AS few ${say(THEN)} person ON one = 1
  ${say(THEN)} session ON session.listener_id = person.id ${say(THEN)} call ON call.session_id = session.id ${say(QUOTED)}
  WHERE ${say(NAMED)} AND ticket.number >= ?`,
)
const HEARD_BY = inEach(
  (
    say,
  ) => `SELECT ticket.number FROM (SELECT 1 AS one WHERE ${say(HEARD_BY_MANY)}) AS many ${say(THEN)} ticket ON one = 1
  ${say(THEN)} ticket_quote ON ticket_quote.ticket_id = ticket.id ${say(THEN)} note ON note.id = ticket_quote.note_id
  ${say(THEN)} call ON call.id = note.call_id ${say(THEN)} session ON session.id = call.session_id
  WHERE ticket.number >= ${say(AS_NUMBER)} AND session.listener_id IN (SELECT id FROM person WHERE ${say(NAMED)})`,
)
const OF_LISTENERS = inEach(
  (say) => `SELECT ticket.number FROM person ${say(THEN)} session ON session.listener_id = person.id
  ${say(THEN)} call ON call.session_id = session.id ${say(QUOTED)} WHERE ${say(among('person.name'))} AND ticket.number >= ?`,
)
/** Its last word whole, as it stands in the list: «物流» is said in many quotes, «物流部» is meant. The tally knows the departments there are. */
const PLACES = inEach((say) => `SELECT department FROM ticket_tally WHERE department || ' ' ${say(LIKE)} ? ESCAPE '\\'`)
/** No ticket is read where no department is called so. */
const OF_DEPARTMENT = inEach(
  (say) => `SELECT ticket.number FROM (SELECT 1 AS one WHERE EXISTS (${say(PLACES)})) AS any_place
  ${say(THEN)} ticket ON one = 1 WHERE ticket.number >= ${say(AS_NUMBER)} AND ticket.department IN (${say(PLACES)})`,
)
const BY_PLACE = inEach(
  (say) => `SELECT number FROM ticket WHERE department ${say(LIKE)} ? ESCAPE '\\'
  OR issue_type_id IN (SELECT id FROM issue_type WHERE name_zh ${say(LIKE)} ? ESCAPE '\\' OR name_en ${say(LIKE)} ? ESCAPE '\\')`,
)

/** The words of a search, each to be found by itself; «ES 12» is one. */
export const wordsOf = (typed: string): string[] =>
  typedTicketNumber(typed) === null ? typed.split(/\s+/u).filter((word) => word !== '') : [typed.trim()]

/**
 * Numbers of tickets that hold one word: in title or quotes, in the owner's or a listener's name, as their department, in a call's reference (from three
 * signs on), or as their own number; `from`: in tickets numbered so and above, but for that number; `alike`: in these names too; `known`: what
 * it is part of. Null for a word without a letter or figure.
 */
export function holding(word: string, from = 0, alike?: NamesAlike, known?: KnownPart): NumbersQuery | null {
  const question = searchQuestion(word)
  if (question === null) return null
  const parts: [sql: Sql, ...values: Value[]][] = [
    [BY_TEXT, question, from],
    [BY_OWNER, inside(word), from],
  ]
  if ([...word].length > 1) parts.push([OF_DEPARTMENT, endingWith(word), from, endingWith(word)])
  if (!isLoneLetter(word)) {
    parts.push([BY_LISTENER, inside(word), from, from, inside(word), from])
    parts.push([HEARD_BY, inside(word), from, from, from, inside(word)])
  }
  const number = typedTicketNumber(word)
  if (number !== null) parts.push(['SELECT CAST(? AS BIGINT)', number])
  if (known !== undefined)
    parts.push(known.of === 'tickets' ? [OF_TICKETS, known.asJson] : [OF_REFERENCES, known.asJson, from])
  else if (isPartOfReference(word)) {
    parts.push([BY_REFERENCE, word, from, word])
    parts.push([BY_COMMON_PART, word, from, word])
  }
  if (alike !== undefined && alike.owners.length > 0) parts.push([OF_OWNERS, JSON.stringify(alike.owners), from])
  if (alike !== undefined && alike.listeners.length > 0)
    parts.push([OF_LISTENERS, JSON.stringify(alike.listeners), from])
  const sql = inEach((say) => parts.map(([part]) => say(part)).join(' UNION ALL '))
  return { sql, values: parts.flatMap(([, ...values]) => values) }
}

/** The references that hold each word of a search. */
export type HeldWords = ReadonlyMap<string, HeldReferences>

/** What a word is part of, as JSON: these references, or those of these tickets. */
interface KnownPart {
  readonly of: 'references' | 'tickets'
  readonly asJson: string
}
export type KnownParts = ReadonlyMap<string, KnownPart>

/** Which references hold each word of a search that may be part of one, looked for once; none at a hub. */
export function* heldBy(text: string): Query<HeldWords> {
  const known = new Map<string, HeldReferences>()
  for (const word of wordsOf(text).filter(isPartOfReference)) {
    const held = yield* heldReferences(word)
    if (held !== null) known.set(word, held)
  }
  return known
}

/**
 * For looks that reach further and further back from the last ticket. Of what very many references hold, the tickets themselves are asked, each once and some
 * at a time.
 */
export function lookingBack(held: HeldWords, lastNumber: number, atOnce = ASKED_AT_ONCE) {
  const gathered = new Map<string, number[]>()
  let reached = lastNumber + 1
  return function* heldFrom(from: number): Query<KnownParts> {
    const common = [...held].filter(([, { isCommon }]) => isCommon).map(([word]) => word)
    for (; reached > from && common.length > 0; reached = Math.max(from, reached - atOnce))
      for (const word of common) {
        const some = yield* rows<{ number: number }>(HOLDING_COMMON, [Math.max(from, reached - atOnce), reached, word])
        gathered.set(word, [...(gathered.get(word) ?? []), ...some.map(({ number }) => number)])
      }
    const known = [...held].map(([word, { asJson, isCommon }]): [string, KnownPart] => [
      word,
      isCommon ? { of: 'tickets', asJson: JSON.stringify(gathered.get(word) ?? []) } : { of: 'references', asJson },
    ])
    return new Map(known)
  }
}

/** The same with department and issue type, which the ticket list has filters for and the ledger has not. */
export function* numbersHolding(word: string): Query<Set<number>> {
  const heldFrom = lookingBack(yield* heldBy(word), (yield* value<number>(LAST_NUMBER)) ?? 0)
  const query = holding(word, 0, undefined, (yield* heldFrom(0)).get(word))
  if (query === null) return new Set()
  const like = inside(word)
  const sql = inEach((say) => `${say(query.sql)} UNION ALL ${say(BY_PLACE)}`)
  const found = yield* rows<{ number: number }>(sql, [...query.values, like, like, like])
  return new Set(found.map(({ number }) => number))
}

/** One character is a Chinese family name; one letter stands in half of all names that are written with letters. */
const isLoneLetter = (word: string): boolean => /^\p{ASCII}$/u.test(word)

/** For LIKE: its own signs meant as they stand. */
const plainly = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
const inside = (text: string): string => `%${plainly(text)}%`
/** Asked of a text with a blank behind it: the end of one of its words. */
const endingWith = (text: string): string => `%${plainly(text)} %`

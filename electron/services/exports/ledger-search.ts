import { setImmediate } from 'node:timers/promises'
import type { FoundExport } from '../../../shared/contract/exports/exports.ts'
import { TicketFilter } from '../../../shared/contract/tickets/tickets.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { foundRanges, indexedCharacters, wantedPhrases } from '../../../shared/text/search-characters.ts'
import type { ReadableDb } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { foundTicket, type LedgerLine, ledgerLines } from '../../storage/exports/ledger.ts'
import { countTickets } from '../../storage/tickets/ticket-list.ts'
import { numbersHolding, wordsOf } from '../../storage/tickets/ticket-words.ts'

/** Lines looked through in one go: a note that is saved meanwhile waits for so many at most. */
const LINES_AT_ONCE = 100
/** And for the tickets of so many files as hold this many: one file may hold a whole archive. */
const TICKETS_AT_ONCE = 20_000

interface Word {
  readonly typed: string
  /** As they stand among the characters of a line. */
  readonly phrases: readonly string[]
  /** Tickets that hold it; looked for once, when a line does not have the word itself. */
  numbers(): ReadonlySet<number>
}

/** Files that hold every word, in their own line or in a ticket inside; newest first. */
export async function searchLedger(
  db: ReadableDb,
  text: string,
  limit: number,
  now: Instant,
): Promise<{ found: FoundExport[]; total: number; ticketTotal: number }> {
  const words = wordsOf(text).flatMap((typed): Word[] => {
    const phrases = wantedPhrases(typed)
    return phrases.length === 0 ? [] : [{ typed, phrases, numbers: once(() => runOn(db, numbersHolding(typed))) }]
  })
  const found: FoundExport[] = []
  let total = 0
  let below = Number.MAX_SAFE_INTEGER
  let lookedThrough = 0
  while (words.length > 0) {
    const lines = ledgerLines(db, below, LINES_AT_ONCE)
    for (const line of lines) {
      if (lookedThrough >= TICKETS_AT_ONCE) {
        lookedThrough = 0
        await setImmediate()
      }
      const ticketsIn = () => {
        const numbers = line.ticketNumbers()
        lookedThrough += numbers.length
        return numbers
      }
      const hit = hitIn({ ...line, ticketNumbers: ticketsIn }, words)
      if (hit === null) continue
      total += 1
      if (found.length < limit) found.push({ record: line.record, ticket: ticketTold(db, hit.number, hit.words) })
    }
    const last = lines.at(-1)
    if (last === undefined) break
    below = last.row
    await setImmediate()
  }
  const ticketTotal = total > 0 ? 0 : runOn(db, countTickets(TicketFilter.parse({ text }), now))
  return { found, total, ticketTotal }
}

/** The ticket that has what the line has not; no number where the line has it all. Null: not every word is there. */
function hitIn(line: LedgerLine, words: readonly Word[]): { number: number | null; words: readonly Word[] } | null {
  const { fileName, folder, exportedBy, format } = line.record
  const characters = ` ${indexedCharacters([fileName, folder, exportedBy ?? '', line.scope, format])} `
  const missing = words.filter((word) => !word.phrases.every((phrase) => characters.includes(` ${phrase} `)))
  if (missing.length === 0) return { number: null, words: [] }
  if (missing.some((word) => word.numbers().size === 0)) return null
  const numbers = line.ticketNumbers()
  const holders = missing.map((word) => numbers.find((number) => word.numbers().has(number)))
  if (holders.includes(undefined)) return null
  const holdsAll = numbers.find((number) => missing.every((word) => word.numbers().has(number)))
  return { number: holdsAll ?? holders[0] ?? null, words: missing }
}

function ticketTold(db: ReadableDb, number: number | null, words: readonly Word[]): FoundExport['ticket'] {
  const ticket = number === null ? null : foundTicket(db, number)
  if (ticket === null) return null
  const { title, owner, department, issueTypes, quotes } = ticket
  type Place = NonNullable<FoundExport['ticket']>['in']
  const places: readonly [Place, string | null][] = [
    ['title', title],
    ...quotes.map(({ text }): [Place, string] => ['quote', text]),
    ...quotes.map(({ reference }): [Place, string | null] => ['reference', reference]),
    ['owner', owner],
    ...quotes.map(({ listener }): [Place, string | null] => ['listener', listener]),
    ['department', department],
    ...issueTypes.map((name): [Place, string] => ['issueType', name]),
  ]
  const place = places.find(([, text]) => words.some(({ typed }) => foundRanges(text ?? '', typed).length > 0))
  const [where, text] = place ?? ['number', null]
  return { number: ticket.number, title, in: where, text: text ?? ticketName(ticket.number) }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

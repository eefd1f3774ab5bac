import { setImmediate } from 'node:timers/promises'
import type { ExportKind, ExportRecord, FoundExport } from '../../../shared/contract/exports/exports.ts'
import { TicketFilter } from '../../../shared/contract/tickets/tickets.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { foundRanges, indexedCharacters, wantedPhrases } from '../../../shared/text/search-characters.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import { foundTicket, type LedgerLine, ledgerLines, numbersOfLine } from '../../storage/exports/ledger.ts'
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
  /** Tickets that hold it; null until a line does not have the word itself. */
  numbers: ReadonlySet<number> | null
}

interface Hit {
  readonly record: ExportRecord
  /** The ticket that has what the line has not; null where the line has it all. */
  readonly number: number | null
  readonly words: readonly Word[]
}

/** Files that hold every word, in their own line or in a ticket inside; newest first. */
export async function searchLedger(
  engine: Engine,
  { text, limit, kind = null }: { text: string; limit: number; kind?: ExportKind | null | undefined },
  now: Instant,
): Promise<{ found: FoundExport[]; total: number; ticketTotal: number }> {
  const words = wordsOf(text).flatMap((typed): Word[] => {
    const phrases = wantedPhrases(typed)
    return phrases.length === 0 ? [] : [{ typed, phrases, numbers: null }]
  })
  const hits = words.length === 0 ? [] : await hitsIn(engine, words, kind)
  return engine.read(function* () {
    const found: FoundExport[] = []
    for (const { record, number, words } of hits.slice(0, limit))
      found.push({ record, ticket: yield* ticketTold(number, words) })
    const ticketTotal =
      hits.length > 0 || (kind ?? 'tickets') !== 'tickets' ? 0 : yield* countTickets(TicketFilter.parse({ text }), now)
    return { found, total: hits.length, ticketTotal }
  })
}

async function hitsIn(engine: Engine, words: readonly Word[], kind: ExportKind | null): Promise<Hit[]> {
  const hits: Hit[] = []
  let below = Number.MAX_SAFE_INTEGER
  for (;;) {
    let lines = await engine.read(() => ledgerLines(below, LINES_AT_ONCE, kind))
    const last = lines.at(-1)
    if (last === undefined) return hits
    while (lines.length > 0) {
      const some = await engine.readInTurns(() => lookThrough(lines, words))
      hits.push(...some.hits)
      lines = some.left
      await setImmediate()
    }
    below = last.row
  }
}

/** Looks through the lines, or the first of them, until it has seen many tickets. */
function* lookThrough(lines: LedgerLine[], words: readonly Word[]): Query<{ hits: Hit[]; left: LedgerLine[] }> {
  const hits: Hit[] = []
  let seen = 0
  for (const [at, line] of lines.entries()) {
    if (seen >= TICKETS_AT_ONCE) return { hits, left: lines.slice(at) }
    const missing = missingIn(line, words)
    if (missing.length === 0) hits.push({ record: line.record, number: null, words: [] })
    else if (line.record.kind === 'tickets' && (yield* isEachHeld(missing))) {
      const numbers = yield* numbersOfLine(line)
      seen += numbers.length
      const number = holderIn(numbers, missing)
      if (number !== null) hits.push({ record: line.record, number, words: missing })
    }
  }
  return { hits, left: [] }
}

/** What somebody calls a file of this kind, whichever language it is in. */
const KIND_WORDS: Readonly<Record<ExportKind, readonly string[]>> = {
  tickets: [],
  minutes: ['会议纪要', 'minutes'],
  thanks: ['谢谢坐席', 'thanks'],
}

/** The words that the line itself has not. */
function missingIn({ record, scope }: LedgerLine, words: readonly Word[]): Word[] {
  const { fileName, folder, exportedBy, format, kind } = record
  const said = [fileName, folder, exportedBy ?? '', scope, format, ...KIND_WORDS[kind]]
  const characters = ` ${indexedCharacters(said)} `
  return words.filter((word) => !word.phrases.every((phrase) => characters.includes(` ${phrase} `)))
}

/** Whether each of the words is in some ticket, exported or not. */
function* isEachHeld(words: readonly Word[]): Query<boolean> {
  for (const word of words) {
    word.numbers ??= yield* numbersHolding(word.typed)
    if (word.numbers.size === 0) return false
  }
  return true
}

/** A ticket with all of the words, else with the first of them where each is in some ticket of the file; null where one is in none. */
function holderIn(numbers: readonly number[], words: readonly Word[]): number | null {
  const holders = words.map((word) => numbers.find((number) => word.numbers?.has(number)))
  if (holders.includes(undefined)) return null
  return numbers.find((number) => words.every((word) => word.numbers?.has(number))) ?? holders[0] ?? null
}

type FoundIn = NonNullable<FoundExport['ticket']>['in']

function* ticketTold(number: number | null, words: readonly Word[]): Query<FoundExport['ticket']> {
  const ticket = number === null ? null : yield* foundTicket(number)
  if (ticket === null) return null
  const { title, owner, department, issueTypes, quotes } = ticket
  const places: readonly [FoundIn, string | null][] = [
    ['title', title],
    ...quotes.map(({ text }): [FoundIn, string] => ['quote', text]),
    ...quotes.map(({ reference }): [FoundIn, string | null] => ['reference', reference]),
    ['owner', owner],
    ...quotes.map(({ listener }): [FoundIn, string | null] => ['listener', listener]),
    ['department', department],
    ...issueTypes.map((name): [FoundIn, string] => ['issueType', name]),
  ]
  const place = places.find(([, text]) => words.some(({ typed }) => foundRanges(text ?? '', typed).length > 0))
  const [where, text] = place ?? ['number', null]
  return { number: ticket.number, title, in: where, text: text ?? ticketName(ticket.number) }
}

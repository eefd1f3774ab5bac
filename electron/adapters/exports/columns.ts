import type { Quote } from '../../../shared/contract/tickets/tickets.ts'
import type { ExportedQuote, ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import type { Instant } from '../../../shared/domain/instants.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { type ColumnKey, exportWords, type FileLanguage } from './export-words.ts'
import type { GoingOut } from './masked-going-out.ts'
import type { WallClock } from './wall-clock.ts'
import { writable } from './writable.ts'

/** A cell is text or a point in time, on the clock of its `timeZone` where it has one; never a number, so that no spreadsheet rounds a reference or drops a zero. */
export type Cell =
  | { readonly text: string }
  | { readonly at: Instant; readonly timeZone?: string | null | undefined }
  | null

export interface Column {
  readonly key: ColumnKey
  /** In characters, as spreadsheets measure. */
  readonly width: number
  /** Long texts with line breaks. */
  readonly isLong: boolean
  cell(row: GoingOut, language: FileLanguage, clock: WallClock): Cell
}

/** Of what can be written as it stands. */
const own = (value: string | null): Cell => (value === null || value === '' ? null : { text: value })
const text = (value: string | null): Cell => own(value === null ? null : writable(value))
const time = (at: Instant | null): Cell => (at === null ? null : { at })

/** The calls a ticket quotes from, each once and by its first quote, in the order of the quotes. */
export function callsOf(row: ExportedTicket): ExportedQuote[] {
  const calls = new Map<string, ExportedQuote>()
  for (const quote of row.quotes) if (!calls.has(quote.callId)) calls.set(quote.callId, quote)
  return [...calls.values()]
}

/** `2026-11-21 第 3 通`: the number alone counts from the morning of a session that no receiver knows. */
export const callName = (quote: ExportedQuote, language: FileLanguage, clock: WallClock): string =>
  exportWords[language].call(
    quote.callNumber,
    clock.in(quote.heardZone).text(quote.heardAt).slice(0, 'yyyy-mm-dd'.length),
  )

/** A quote's words, line breaks as LF. */
export const quoteText = (quote: Quote): string => quote.text.replace(/\r\n?/g, '\n').trim()

/** One line per quote: `02:14 …`; with the call before it when the ticket quotes several calls, with its kind when it is neither voice nor view. */
function quoteLines(
  row: GoingOut,
  isWanted: (quote: Quote) => boolean,
  language: FileLanguage,
  clock: WallClock,
): Cell {
  const { kinds, colon } = exportWords[language]
  const isOneCall = row.quotes.every(({ callId }) => callId === row.quotes[0]?.callId)
  const lines = row.quotes.filter(isWanted).map((quote) => {
    const place = isOneCall
      ? timecode(quote.offsetMs)
      : `${timecode(quote.offsetMs)} ${callName(quote, language, clock)}`
    const kind = quote.kind === 'praise' || quote.kind === 'risk' ? `${kinds[quote.kind]}${colon}` : ''
    return `${place} ${kind}${quoteText(quote)}`
  })
  return own(lines.join('\n'))
}

const column = (key: ColumnKey, width: number, cell: Column['cell'], isLong = false): Column => ({
  key,
  width,
  isLong,
  cell,
})

/** What is meant to be read on paper, from the left; the rest is for whoever sorts and counts. */
const ON_PAPER = [
  column('number', 11, (row) => own(ticketName(row.ticket.number))),
  column('title', 26, (row) => own(row.ticket.title), true),
  column('voice', 56, (row, language, clock) => quoteLines(row, isVoice, language, clock), true),
  column('state', 11, (row, language) => own(exportWords[language].states[row.ticket.state]), true),
  column('priority', 11, (row, language) => own(exportWords[language].priorities[row.ticket.priority]), true),
  column('dueAt', 17, (row) => time(row.ticket.dueAt)),
  column('department', 14, (row) => text(row.ticket.department), true),
  column('owner', 10, (row) => text(row.ticket.ownerName), true),
] as const

/** How many columns from the left a printed page shows: more would be too small to read. */
export const PRINTED_COLUMNS = ON_PAPER.length

/** Every column of a table of tickets, left to right; those that are mostly empty last. */
export const columns: readonly Column[] = [
  ...ON_PAPER,
  column('limit', 14, ({ limit }, language) => own(exportWords[language].limits[limit.unit](limit.amount))),
  column('issueType', 16, (row, language) =>
    text((language === 'zh' ? row.issueTypeNameZh : row.issueTypeNameEn) ?? row.ticket.issueTypeId),
  ),
  column('view', 44, (row, language, clock) => quoteLines(row, (quote) => !isVoice(quote), language, clock), true),
  column('callDate', 17, ({ quotes: [first] }) =>
    first === undefined ? null : { at: first.heardAt, timeZone: first.heardZone },
  ),
  column('heardBy', 12, (row, language) => {
    const names = new Set(row.quotes.flatMap(({ heardBy }) => heardBy ?? []))
    return text([...names].join(exportWords[language].callBetween))
  }),
  column('calls', 22, (row, language, clock) => {
    const calls = callsOf(row).map((quote) => callName(quote, language, clock))
    return own(calls.join(exportWords[language].callBetween))
  }),
  column(
    'references',
    24,
    // Not one per line: LibreOffice draws two lines of digits in a text cell as one long number.
    (row, language) => {
      const references = new Set(callsOf(row).flatMap(({ callReference }) => callReference ?? []))
      return text([...references].join(exportWords[language].callBetween))
    },
    true,
  ),
  column('service', 12, (row, language) => own(row.isSilverHair ? exportWords[language].silverHair : null)),
  column('openedAt', 17, (row) => time(row.ticket.openedAt)),
  column('remark', 30, (row) => own(row.remark), true),
  column('answerBy', 17, (row) => time(row.ticket.answerBy)),
  column('pausedAt', 19, (row) => time(row.ticket.pausedAt)),
  column('closedAt', 17, (row) => time(row.ticket.closedAt)),
]

export const headings = (language: FileLanguage): string[] =>
  columns.map((each) => exportWords[language].columns[each.key])

/** A row as plain text, times on the room's clock. */
export function rowAsText(row: GoingOut, language: FileLanguage, clock: WallClock): string[] {
  return columns.map((each) => cellAsText(each.cell(row, language, clock), clock))
}

export function cellAsText(cell: Cell, clock: WallClock): string {
  if (cell === null) return ''
  return 'at' in cell ? clock.in(cell.timeZone).text(cell.at) : cell.text
}

import type { Quote } from '../../../shared/contract/tickets/tickets.ts'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import type { Instant } from '../../../shared/domain/instants.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { type ColumnKey, exportWords, type FileLanguage } from './export-words.ts'
import type { WallClock } from './wall-clock.ts'

/** A cell is text or a point in time; never a number, so that no spreadsheet rounds a reference or drops a zero. */
export type Cell = { readonly text: string } | { readonly at: Instant } | null

export interface Column {
  readonly key: ColumnKey
  /** In characters, as spreadsheets measure. */
  readonly width: number
  /** Long texts with line breaks. */
  readonly isLong: boolean
  cell(row: ExportedTicket, language: FileLanguage): Cell
}

/**
 * Controls other than tab and line ends, and the two characters that are none: XML cannot hold them, and a spreadsheet stops
 * reading at the first without a word.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu
const writable = (value: string): string => value.toWellFormed().replace(UNWRITABLE, '')

const text = (value: string | null): Cell => (value === null || value === '' ? null : { text: writable(value) })
const time = (at: Instant | null): Cell => (at === null ? null : { at })
/** Masked when stored; once more on the way out, because a file on a share cannot be called back. */
const words = (value: string): string => maskText(writable(value)).text

/** `02:14` from the start of the call; `1:02:14` after an hour. */
export function timeMark(offsetMs: number): string {
  const seconds = Math.floor(offsetMs / 1_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3_600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}

/** The calls a ticket quotes from, each once, in the order of the quotes. */
export function callsOf(row: ExportedTicket): { callId: string; number: number; reference: string | null }[] {
  const calls = new Map<string, { callId: string; number: number; reference: string | null }>()
  for (const { callId, callNumber, callReference } of row.quotes)
    calls.set(callId, { callId, number: callNumber, reference: callReference })
  return [...calls.values()]
}

/** A quote's words, masked, line breaks as LF. */
export const quoteText = (quote: Quote): string => words(quote.text).replace(/\r\n?/g, '\n').trim()

/** One line per quote: `02:14 …`; with the call before it when the ticket quotes several calls, with its kind when it is neither voice nor view. */
function quoteLines(row: ExportedTicket, isWanted: (quote: Quote) => boolean, language: FileLanguage): Cell {
  const { call, kinds, colon } = exportWords[language]
  const isOneCall = callsOf(row).length < 2
  const lines = row.quotes.filter(isWanted).map((quote) => {
    const place = isOneCall ? timeMark(quote.offsetMs) : `${timeMark(quote.offsetMs)} ${call(quote.callNumber)}`
    const kind = quote.kind === 'praise' || quote.kind === 'risk' ? `${kinds[quote.kind]}${colon}` : ''
    return `${place} ${kind}${quoteText(quote)}`
  })
  return text(lines.join('\n'))
}

const column = (key: ColumnKey, width: number, cell: Column['cell'], isLong = false): Column => ({
  key,
  width,
  isLong,
  cell,
})

/** Every column of a table of tickets, left to right. */
export const columns: readonly Column[] = [
  column('number', 12, (row) => text(ticketName(row.ticket.number))),
  column('title', 34, (row) => text(words(row.ticket.title)), true),
  column('issueType', 16, (row, language) =>
    text((language === 'zh' ? row.issueTypeNameZh : row.issueTypeNameEn) ?? row.ticket.issueTypeId),
  ),
  column('priority', 10, (row, language) => text(exportWords[language].priorities[row.ticket.priority])),
  column('state', 20, (row, language) => text(exportWords[language].states[row.ticket.state])),
  column('department', 16, (row) => text(row.ticket.department)),
  column('owner', 10, (row) => text(row.ticket.ownerName)),
  column('openedAt', 17, (row) => time(row.ticket.openedAt)),
  column('dueAt', 17, (row) => time(row.ticket.dueAt)),
  column('answerBy', 17, (row) => time(row.ticket.answerBy)),
  column('pausedAt', 19, (row) => time(row.ticket.pausedAt)),
  column('voice', 60, (row, language) => quoteLines(row, (quote) => quote.kind === 'voice', language), true),
  column('view', 44, (row, language) => quoteLines(row, (quote) => quote.kind !== 'voice', language), true),
  column('calls', 18, (row, language) => {
    const { call, callBetween } = exportWords[language]
    return text(
      callsOf(row)
        .map(({ number }) => call(number))
        .join(callBetween),
    )
  }),
  column(
    'references',
    24,
    // Not one per line: LibreOffice draws two lines of digits in a text cell as one long number.
    (row, language) => {
      const references = new Set(callsOf(row).flatMap((call) => call.reference ?? []))
      return text([...references].join(exportWords[language].callBetween))
    },
    true,
  ),
  column('closedAt', 17, (row) => time(row.ticket.closedAt)),
  column('remark', 30, (row) => text(row.remark === null ? null : words(row.remark)), true),
]

export const headings = (language: FileLanguage): string[] =>
  columns.map((each) => exportWords[language].columns[each.key])

/** A row as plain text, times on the room's clock. */
export function rowAsText(row: ExportedTicket, language: FileLanguage, clock: WallClock): string[] {
  return columns.map((each) => cellAsText(each.cell(row, language), clock))
}

export function cellAsText(cell: Cell, clock: WallClock): string {
  if (cell === null) return ''
  return 'at' in cell ? clock.text(cell.at) : cell.text
}

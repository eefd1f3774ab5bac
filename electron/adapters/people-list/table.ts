import { partedText } from './signs.ts'

/** A row as it stands in the file, before anybody knows what its columns mean. */
export interface TableRow {
  /** From 1, blank rows counted, a cell of several lines once: as a spreadsheet numbers them. */
  row: number
  cells: string[]
  /** A quote that has no partner in its cell: what belongs to the cell is a guess, so nobody guesses. */
  hasStrayQuote: boolean
  /** More or fewer cells than columns that blanks draw up: which cell is which cannot be told. */
  isShifted: boolean
}

const LINE_END = /\r\n|\n|\r/
/** Line ends of other systems and of texts copied from pages and documents. */
const RARE_LINE_END = /[\v\f\u0085\u2028\u2029]/g
const SAMPLE_LINES = 50
/** No cell of a list of people has more; a quote that opens and never closes would reach to the end. */
const MOST_LINES_IN_CELL = 20

/**
 * Rows of cells of a pasted table or a CSV file: line ends of every kind, also mixed; a first line `sep=;` as Excel writes it.
 * By hand, because the reader must not lose a row: libraries take all lines up to the next quote for one cell.
 */
export function rowsOfText(written: string): TableRow[] {
  const whole = written.replace(RARE_LINE_END, '\n')
  const separator = /^"?sep=([^\r\n"])"?(?:\r\n|\n|\r|$)/i.exec(whole)
  const body = whole.slice(separator?.[0].length ?? 0)
  const named = separator?.[1]
  const { text, sign, isAligned } =
    named === undefined ? partedText(body, sampleOf(body)) : { text: body, sign: named, isAligned: false }
  const reader = { text, sign, width: usualWidth(sampleOf(text), sign) }
  const rows: TableRow[] = []
  let at = 0
  for (let row = separator === null ? 1 : 2; at < text.length; row += 1) {
    const { cells, next } = readRow(reader, at)
    const isShifted = isAligned && cells.length !== reader.width
    rows.push({ row, cells, hasStrayQuote: cells.some(isStray), isShifted })
    at = next
  }
  return rows
}

/** The first lines that say something; of a drawn table not its rules. */
const sampleOf = (text: string): string[] =>
  text.split(LINE_END, SAMPLE_LINES).filter((line) => /[\p{L}\p{N}]/u.test(line))

/** How many cells most of the lines have, at least two. */
function usualWidth(sample: readonly string[], sign: string): number {
  const counts = Map.groupBy(sample, (line) => line.split(sign).length)
  const usual = [...counts].reduce((best, each) => (each[1].length > best[1].length ? each : best), [2, [] as string[]])
  return Math.max(2, usual[0])
}

interface Reader {
  text: string
  sign: string
  width: number
}

function readRow(reader: Reader, start: number, mayBreak = true): { cells: string[]; next: number } {
  const { text, sign, width } = reader
  const cells: string[] = []
  let isBroken = false
  for (let at = start; ; at += 1) {
    const cell = quotedCell(reader, at, mayBreak) ?? plainCell(reader, at)
    cells.push(cell.value)
    isBroken ||= LINE_END.test(cell.value)
    at = cell.next
    // Too wide already for one row: not read to an end that may be far.
    if (text[at] === sign && !(isBroken && cells.length > 2 * width)) continue
    // As many signs as two rows have: they were joined by a quote too many, and nobody may be lost inside a cell.
    if (isBroken && text.slice(start, at).split(sign).length > 2 * (width - 1)) return readRow(reader, start, false)
    return { cells, next: at + (text.startsWith('\r\n', at) ? 2 : 1) }
  }
}

const isCellEnd = ({ text, sign }: Reader, at: number): boolean =>
  at >= text.length || text[at] === sign || text[at] === '\n' || text[at] === '\r'

function plainCell(reader: Reader, start: number): { value: string; next: number } {
  let at = start
  while (!isCellEnd(reader, at)) at += 1
  return { value: reader.text.slice(start, at), next: at }
}

const afterBlanks = ({ text }: Reader, start: number): number => {
  let at = start
  while (text[at] === ' ') at += 1
  return at
}

/** Null where no quote opens, or none closes soon: then the quote is a slip. */
function quotedCell(reader: Reader, start: number, mayBreak: boolean): { value: string; next: number } | null {
  const { text } = reader
  const open = afterBlanks(reader, start)
  if (text[open] !== '"') return null
  const mostLines = mayBreak ? MOST_LINES_IN_CELL : 1
  let lines = 1
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines += 1
    if (lines > mostLines) return null
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at += 1
    else if (isCellEnd(reader, afterBlanks(reader, at + 1))) {
      return { value: text.slice(open + 1, at).replaceAll('""', '"'), next: afterBlanks(reader, at + 1) }
    }
  }
  return null
}

const isStray = (cell: string): boolean => (cell.split('"').length - 1) % 2 === 1

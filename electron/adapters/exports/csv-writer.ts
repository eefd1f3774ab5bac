import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvCell } from '../../../shared/domain/exports/csv-cells.ts'
import { fitted } from './cell-limit.ts'
import { cellAsText, columns, headings } from './columns.ts'
import type { FileLanguage } from './export-words.ts'
import type { GoingOut } from './masked-going-out.ts'
import { makeWallClock, type WallClock } from './wall-clock.ts'
import { counted, openForBytes, type WriteExport } from './writing.ts'

const BYTE_ORDER_MARK = '\ufeff'

/** UTF-8 with BOM (Excel shows 乱码 without), CRLF, RFC 4180, texts guarded against formulas and against being taken for values. */
export const writeCsv: WriteExport = async (pages, facts) => {
  const clock = makeWallClock(facts.timeZone)
  const guard = guarding()
  async function* bytes(): AsyncGenerator<string> {
    let lines = BYTE_ORDER_MARK + lineOf(headings(facts.language))
    for await (const page of counted(pages, facts.onProgress)) {
      for (const row of page) lines += lineOf(record(row, guard, facts.language, clock))
      yield lines
      lines = ''
    }
    if (lines !== '') yield lines
  }
  await pipeline(Readable.from(bytes()), openForBytes(facts.path))
}

/** RFC 4180: what holds a comma, a quote or an end of line stands in quotes, its own quotes doubled. */
const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`

/** What states, departments and people are called stands in thousands of cells: each is looked at once. */
const LONGEST_REMEMBERED = 20
const MOST_REMEMBERED = 2_000

function guarding(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return csvCell(text)
    const remembered = known.get(text)
    if (remembered !== undefined) return remembered
    const guarded = csvCell(text)
    if (known.size < MOST_REMEMBERED) known.set(text, guarded)
    return guarded
  }
}

/** Times are meant to be taken for times; everything else is text and stays text. */
function record(row: GoingOut, guard: (text: string) => string, language: FileLanguage, clock: WallClock): string[] {
  return columns.map((column) => {
    const cell = column.cell(row, language, clock)
    return cell !== null && 'text' in cell ? guard(fitted(cell.text, language)) : cellAsText(cell, clock)
  })
}

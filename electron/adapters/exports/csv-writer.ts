import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvCell } from '../../../shared/domain/exports/csv-cells.ts'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { fitted } from './cell-limit.ts'
import { cellAsText, columns, headings } from './columns.ts'
import type { FileLanguage } from './export-words.ts'
import { makeWallClock, type WallClock } from './wall-clock.ts'
import { counted, openForBytes, type WriteExport } from './writing.ts'

const BYTE_ORDER_MARK = '\ufeff'
/** UTF-16 units. */
const WRITTEN_AT_ONCE = 64_000

/** UTF-8 with BOM (Excel shows 乱码 without), CRLF, RFC 4180, texts guarded against formulas and against being taken for values. */
export const writeCsv: WriteExport = async (rows, facts) => {
  const clock = makeWallClock(facts.timeZone)
  async function* bytes(): AsyncGenerator<string> {
    let lines = BYTE_ORDER_MARK + lineOf(headings(facts.language))
    for await (const row of counted(rows, facts.onProgress)) {
      lines += lineOf(record(row, facts.language, clock))
      if (lines.length < WRITTEN_AT_ONCE) continue
      yield lines
      lines = ''
    }
    yield lines
  }
  await pipeline(Readable.from(bytes()), openForBytes(facts.path))
}

/** RFC 4180: what holds a comma, a quote or an end of line stands in quotes, its own quotes doubled. */
const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`

/** Times are meant to be taken for times; everything else is text and stays text. */
function record(row: ExportedTicket, language: FileLanguage, clock: WallClock): string[] {
  return columns.map((column) => {
    const cell = column.cell(row, language, clock)
    return cell !== null && 'text' in cell ? csvCell(fitted(cell.text, language)) : cellAsText(cell, clock)
  })
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { csvCell } from '../../../shared/domain/exports/csv-cells.ts'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { fitted } from './cell-limit.ts'
import { cellAsText, columns, headings } from './columns.ts'
import type { FileLanguage } from './export-words.ts'
import { makeWallClock, type WallClock } from './wall-clock.ts'
import { counted, openForBytes, type WriteExport } from './writing.ts'

/** UTF-8 with BOM (Excel shows 乱码 without), CRLF, RFC 4180, texts guarded against formulas and against being taken for values. */
export const writeCsv: WriteExport = async (rows, facts) => {
  const clock = makeWallClock(facts.timeZone)
  async function* lines(): AsyncGenerator<string[]> {
    yield headings(facts.language)
    for await (const row of counted(rows, facts.onProgress)) yield record(row, facts.language, clock)
  }
  await pipeline(
    Readable.from(lines(), { objectMode: true }),
    stringify({ bom: true, record_delimiter: 'windows', quote_record_delimiter: true }),
    openForBytes(facts.path),
  )
}

/** Times are meant to be taken for times; everything else is text and stays text. */
function record(row: ExportedTicket, language: FileLanguage, clock: WallClock): string[] {
  return columns.map((column) => {
    const cell = column.cell(row, language, clock)
    return cell !== null && 'text' in cell ? csvCell(fitted(cell.text, language)) : cellAsText(cell, clock)
  })
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { csvCell } from '../../../shared/domain/csv-cells.ts'
import { headings, rowAsText } from './columns.ts'
import { makeWallClock } from './wall-clock.ts'
import { counted, openForBytes, type WriteExport } from './writing.ts'

/** UTF-8 with BOM (Excel shows 乱码 without), CRLF, RFC 4180, cells guarded against formulas and rounding. */
export const writeCsv: WriteExport = async (rows, facts) => {
  const clock = makeWallClock(facts.timeZone)
  async function* lines(): AsyncGenerator<string[]> {
    yield headings(facts.language)
    for await (const row of counted(rows, facts.onProgress))
      yield rowAsText(row, facts.language, clock).map((cell) => csvCell(cell))
  }
  await pipeline(
    Readable.from(lines(), { objectMode: true }),
    stringify({ bom: true, record_delimiter: 'windows', quote_record_delimiter: true }),
    openForBytes(facts.path),
  )
}

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { Worker } from 'node:worker_threads'
import { stringify } from 'csv-stringify'
import ExcelJS from 'exceljs'
import { type Cell, columns, headings, rowAsText } from '../../electron/adapters/exports/columns.ts'
import type { ExportJob } from '../../electron/adapters/exports/export-messages.ts'
import { makeWallClock } from '../../electron/adapters/exports/wall-clock.ts'
import { exportRows } from '../../electron/storage/exports/export-rows.ts'
import { openForReading } from '../../electron/storage/open.ts'
import { csvCell } from '../../shared/domain/exports/csv-cells.ts'

/** One export in a process of its own, so that its peak memory is nobody else's. Prints `{tookMs, peakMb}`. */
const [side, format, databasePath = '', path = ''] = process.argv.slice(2)
const timeZone = 'Asia/Shanghai'
const clock = makeWallClock(timeZone)

const db = openForReading(databasePath)
const ticketNumbers = db.prepare('SELECT number FROM ticket ORDER BY number').pluck().all() as number[]
const work = side === 'product' ? byProduct() : format === 'csv' ? csvAlone() : xlsxAlone()
const startedMs = performance.now()
await work()
const tookMs = performance.now() - startedMs
// maxRSS is in kilobytes.
console.log(JSON.stringify({ tookMs, peakMb: process.resourceUsage().maxRSS / 1024 }))

/** The built worker with everything it does: reading, masking, guarding, formatting, flushing, hashing. */
function byProduct(): () => Promise<void> {
  const rows = { databasePath }
  const job = {
    rows,
    path,
    format,
    language: 'zh',
    timeZone,
    ticketNumbers,
    maskingRules: { rules: [], hidesOrders: false },
  } as ExportJob
  const program = join(import.meta.dirname, '..', '..', 'out', 'main', 'export-worker.js')
  return async () => {
    const worker = new Worker(program, { workerData: job, execArgv: [] })
    const [code] = await once(worker, 'exit')
    if (code !== 0) throw new Error(`the export worker ended with ${code}`)
  }
}

/** The library and the same cells, already in memory. */
function csvAlone(): () => Promise<void> {
  const rows = [...exportRows(db, ticketNumbers)].map((row) => rowAsText(row, 'zh', clock).map((cell) => csvCell(cell)))
  return () => pipeline(Readable.from([headings('zh'), ...rows]), stringify({ bom: true }), createWriteStream(path))
}

function xlsxAlone(): () => Promise<void> {
  const cellValue = (cell: Cell) => (cell === null ? null : 'at' in cell ? clock.date(cell.at) : cell.text)
  const rows = [...exportRows(db, ticketNumbers)].map((row) =>
    columns.map((column) => cellValue(column.cell(row, 'zh', clock))),
  )
  return async () => {
    const stream = createWriteStream(path)
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
    const sheet = book.addWorksheet('工单')
    sheet.addRow(headings('zh')).commit()
    for (const row of rows) sheet.addRow(row).commit()
    await book.commit()
    await finished(stream)
  }
}

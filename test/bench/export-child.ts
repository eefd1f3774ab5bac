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
import { type GoingOut, goingOut } from '../../electron/adapters/exports/masked-going-out.ts'
import { makeWallClock } from '../../electron/adapters/exports/wall-clock.ts'
import { exportPages } from '../../electron/storage/exports/export-rows.ts'
import { openForReading } from '../../electron/storage/open.ts'
import { versionOfMasks } from '../../scripts/lib/masks-version.mjs'
import { csvCell } from '../../shared/domain/exports/csv-cells.ts'

/**
 * One export in a process of its own, so that its peak memory is nobody else's. Prints `{tookMs, cpuMs, peakMb}`. `lookedThrough`: a file that
 * tells what need not be masked; `looking` makes it.
 */
const [side, format, databasePath = '', path = '', lookedThrough = ''] = process.argv.slice(2)
const timeZone = 'Asia/Shanghai'
const clock = makeWallClock(timeZone)

const db = openForReading(databasePath)
const ticketNumbers = db.prepare('SELECT number FROM ticket ORDER BY number').pluck().all() as number[]
const maskingRules = { rules: [], hidesOrders: false }
const file = lookedThrough === '' ? null : { path: lookedThrough, version: versionOfMasks() }
const sides: Record<string, () => () => unknown> = {
  product: byProduct,
  alone: () => (format === 'csv' ? csvAlone() : xlsxAlone()),
  reading: () => () => [...exportPages(db, ticketNumbers)],
  looking: () => () => run('look-through-worker', { databasePath, file, maskingRules }),
}
const work = sides[side ?? '']?.()
if (work === undefined) throw new Error(`no such side: ${side}`)
const [startedMs, startedCpu] = [performance.now(), process.cpuUsage()]
await work()
const tookMs = performance.now() - startedMs
const { user, system } = process.cpuUsage(startedCpu)
// maxRSS is in kilobytes.
console.log(JSON.stringify({ tookMs, cpuMs: (user + system) / 1_000, peakMb: process.resourceUsage().maxRSS / 1024 }))

/** The built worker with everything it does: reading, masking, guarding, formatting, flushing, hashing. */
function byProduct(): () => Promise<void> {
  const rows = { databasePath }
  const job = {
    rows,
    path,
    format,
    language: 'zh',
    timeZone,
    writtenAt: new Date().toISOString(),
    ticketNumbers,
    maskingRules,
    lookedThrough: file,
  } as ExportJob
  return () => run('export-worker', job)
}

async function run(program: string, workerData: unknown): Promise<void> {
  const built = join(import.meta.dirname, '..', '..', 'out', 'main', `${program}.js`)
  const [code] = await once(new Worker(built, { workerData, execArgv: [] }), 'exit')
  if (code !== 0) throw new Error(`${program} ended with ${code}`)
}

function rowsInMemory(): GoingOut[] {
  return [...exportPages(db, ticketNumbers)].flat().map((row) => goingOut(row, (text) => text))
}

/** The library and the same cells, already in memory. */
function csvAlone(): () => Promise<void> {
  const rows = rowsInMemory().map((row) => rowAsText(row, 'zh', clock).map((cell) => csvCell(cell)))
  return () => pipeline(Readable.from([headings('zh'), ...rows]), stringify({ bom: true }), createWriteStream(path))
}

function xlsxAlone(): () => Promise<void> {
  const cellValue = (cell: Cell) => (cell === null ? null : 'at' in cell ? clock.date(cell.at) : cell.text)
  const rows = rowsInMemory().map((row) => columns.map((column) => cellValue(column.cell(row, 'zh', clock))))
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

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { aCopy } from './desk.ts'
import { MEDIAN, percentile } from './measure.ts'
import { type Benchmark, type Result, resultOf } from './result.ts'

const run = promisify(execFile)
const child = join(import.meta.dirname, 'export-child.ts')
const ROUNDS = 3

interface Report {
  readonly tookMs: number
  readonly peakMb: number
}

/** 10,000 tickets into a file, against the writer library alone on the same cells in memory. */
export const exporting: Benchmark = {
  names: ['export-csv', 'export-csv-memory', 'export-xlsx', 'export-xlsx-memory'],
  run: async (archive) => {
    const folder = aCopy(archive)
    try {
      return [...(await measure('csv', folder.path)), ...(await measure('xlsx', folder.path))]
    } finally {
      folder.remove()
    }
  },
}

async function measure(format: 'csv' | 'xlsx', folder: string): Promise<Result[]> {
  const reports = { alone: [] as Report[], product: [] as Report[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of ['alone', 'product'] as const) {
      const file = join(folder, `${side}-${round}.${format}`)
      const { stdout } = await run(process.execPath, [child, side, format, join(folder, 'earshot.db'), file])
      reports[side].push(JSON.parse(stdout) as Report)
    }
  }
  const medians = (of: (report: Report) => number) => ({
    value: percentile(reports.product.map(of), MEDIAN),
    baseline: percentile(reports.alone.map(of), MEDIAN),
  })
  return [
    resultOf(
      `export-${format}`,
      'ms',
      medians((report) => report.tookMs),
      null,
    ),
    resultOf(
      `export-${format}-memory`,
      'MB',
      medians((report) => report.peakMb),
      null,
    ),
  ]
}

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { aCopy } from './desk.ts'
import { MEDIAN, percentile } from './measure.ts'
import { type Benchmark, type Result, resultOf } from './result.ts'

const run = promisify(execFile)
const program = join(import.meta.dirname, 'export-child.ts')
const ROUNDS = 3

interface Report {
  readonly tookMs: number
  readonly cpuMs: number
  readonly peakMb: number
}

const SIDES = ['alone', 'reading', 'unseen', 'product'] as const
type Side = (typeof SIDES)[number]

/**
 * 10,000 tickets into a file, against the writer library alone on the same cells in memory. As at a desk that has rested since its last change:
 * what the masks leave as it is was looked through (`-unseen`: it was not). Of each the processor's time too, for a busy machine; and what reading
 * the same rows takes, below which no file can come.
 */
export const exporting: Benchmark = {
  names: (['csv', 'xlsx'] as const).flatMap((format) => [
    ...[`export-${format}`, `export-${format}-cpu`, `export-${format}-memory`],
    ...[`export-${format}-unseen`, `export-${format}-reading`],
  ]),
  run: async (archive, isWanted = () => true) => {
    const folder = aCopy(archive)
    try {
      await child('looking', '-', folder.path, '-')
      const results: Result[] = []
      for (const format of ['csv', 'xlsx'] as const)
        if (exporting.names.some((name) => name.startsWith(`export-${format}`) && isWanted(name)))
          results.push(...(await measure(format, folder.path)))
      return results
    } finally {
      folder.remove()
    }
  },
}

async function child(side: string, format: string, folder: string, file: string): Promise<Report> {
  const lookedThrough = side === 'unseen' ? [] : [join(folder, 'looked-through')]
  const args = [side === 'unseen' ? 'product' : side, format, join(folder, 'earshot.db'), file, ...lookedThrough]
  const { stdout } = await run(process.execPath, [program, ...args])
  return JSON.parse(stdout || '{}') as Report
}

async function measure(format: 'csv' | 'xlsx', folder: string): Promise<Result[]> {
  const reports: Record<Side, Report[]> = { alone: [], reading: [], unseen: [], product: [] }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const side of SIDES)
      reports[side].push(await child(side, format, folder, join(folder, `${side}-${round}.${format}`)))
  const against = (side: Side, of: (report: Report) => number) => ({
    value: percentile(reports[side].map(of), MEDIAN),
    baseline: percentile(reports.alone.map(of), MEDIAN),
  })
  const took = (report: Report) => report.tookMs
  return [
    resultOf(`export-${format}`, 'ms', against('product', took), { of: 'ratio', atMost: 1.5 }),
    resultOf(
      `export-${format}-cpu`,
      'ms',
      against('product', ({ cpuMs }) => cpuMs),
      null,
    ),
    resultOf(
      `export-${format}-memory`,
      'MB',
      against('product', ({ peakMb }) => peakMb),
      null,
    ),
    resultOf(`export-${format}-unseen`, 'ms', against('unseen', took), null),
    resultOf(`export-${format}-reading`, 'ms', against('reading', took), null),
  ]
}

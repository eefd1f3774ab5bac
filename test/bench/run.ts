import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { layArchive } from './archive.ts'
import { seatBoard } from './board.bench.ts'
import { drawing } from './draw.bench.ts'
import { exporting } from './export.bench.ts'
import { finding } from './find.bench.ts'
import { firstJavaScript } from './first-javascript.bench.ts'
import { growth } from './growth.bench.ts'
import { lifeCard } from './life-card.bench.ts'
import { lifeCries } from './life-cries.bench.ts'
import { livePainting } from './live.bench.ts'
import { changingMany } from './many-tickets.bench.ts'
import { reading } from './reading.bench.ts'
import { refereeing } from './referee.bench.ts'
import { chosen, table } from './report.ts'
import type { Benchmark, Result } from './result.ts'
import { saveNote } from './save-note.bench.ts'
import { saveNoteThroughTheDoor } from './save-note-door.bench.ts'
import { screens } from './screens.bench.ts'
import { search } from './search.bench.ts'
import { starting } from './start.bench.ts'
import { team } from './team.bench.ts'
import { LEAST_SCALE } from './team-archive.ts'

const ordinary: readonly Benchmark[] = [
  saveNote,
  saveNoteThroughTheDoor,
  livePainting,
  lifeCard,
  lifeCries,
  reading,
  search,
  finding,
  changingMany,
  exporting,
  starting,
  screens,
  firstJavaScript,
  seatBoard,
  drawing,
  refereeing,
  team,
]

const { values } = parseArgs({
  options: {
    /** Writes the results to this file. */
    json: { type: 'string' },
    /** Only what has this name or begins with it; may be given several times. */
    only: { type: 'string', multiple: true, default: [] },
    /** `large`: how the figures of a large archive stand to those of the ordinary one, instead of everything else. */
    archive: { type: 'string', default: 'full' },
    /** How much of a company `team` measures, its desks and its archive: from 0.1 to 1, which is the whole. */
    scale: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
    /** Exit code 1 when a goal is missed. */
    strict: { type: 'boolean', default: false },
  },
})

const isLarge = values.archive === 'large'
const benchmarks = isLarge ? [growth] : ordinary

async function main(): Promise<number> {
  if (!isLarge && values.archive !== 'full') {
    console.error(`No archive is called ${values.archive}. Known: full, large.`)
    return 1
  }
  if (!(Number(values.scale) >= LEAST_SCALE && Number(values.scale) <= 1)) {
    console.error(`--scale ${values.scale}: give a number from ${LEAST_SCALE} to 1.`)
    return 1
  }
  const names = benchmarks.flatMap((benchmark) => benchmark.names)
  if (values.list) {
    console.log(names.join('\n'))
    return 0
  }
  const isWanted = chosen(values.only)
  if (!names.some(isWanted)) {
    console.error(`No benchmark is called ${values.only.join(' or ')}. Known: ${names.join(', ')}.`)
    return 1
  }
  const results = await measureAll(isWanted)
  console.log(table(results))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
  return values.strict && results.some((result) => !result.ok) ? 1 : 0
}

async function measureAll(isWanted: (name: string) => boolean): Promise<Result[]> {
  const archive = mkdtempSync(join(tmpdir(), 'earshot-bench-archive-'))
  // However it ends: whoever interrupts it hears of no `finally`.
  process.once('exit', () => rmSync(archive, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const wanted = benchmarks.filter(
    ({ names, isApart }) => names.some(isWanted) && (isApart !== true || values.only.length > 0),
  )
  if (!isLarge && wanted.some(({ isApart, needsNoArchive }) => isApart !== true && needsNoArchive !== true)) {
    console.error('Laying 50,000 notes and 10,000 tickets…')
    layArchive(archive)
  }
  const results: Result[] = []
  for (const benchmark of wanted) {
    console.error(`Measuring ${benchmark.names.filter(isWanted).join(', ')}…`)
    results.push(...(await benchmark.run(archive, isWanted, Number(values.scale))))
  }
  return results.filter(({ name }) => isWanted(name))
}

// What is warned of here ends a measurement with some later version of a package: it shall end with this one.
process.throwDeprecation = true
process.exitCode = await main()

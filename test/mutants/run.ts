import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Answer } from './messages.ts'
import { type Mutant, prepare, root } from './mutants.ts'
import { type Fate, report } from './report.ts'
import { PREPARED, REACHED, type Runner, startRunner } from './runner-process.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Which tests may kill; several times. */
    tests: { type: 'string', multiple: true, default: ['{shared,electron,renderer}/**/*.test.ts'] },
    json: { type: 'string', default: join('test-results', 'mutants.json') },
  },
})
const places = positionals.length > 0 ? positionals : ['shared/domain']
const prepared = prepare(places)
const mutants = prepared.flatMap((one) => one.mutants)

interface TestFile {
  readonly path: string
  readonly tookMs: number
  readonly reached: ReadonlySet<number>
  readonly quickTests: readonly string[]
}

/** With all mutants asleep. A test or a machine that fails by itself would take every mutant for noticed. */
async function runAsleep(runner: Runner, testFile: string): Promise<Answer> {
  const answer = await runner.ask({ mutant: 0, testFile }, 600_000)
  if (answer === null || !answer.passed) throw new Error(`${testFile} fails without any mutant: mend it first`)
  return answer
}

/** Runs every test file once with all mutants asleep: what it reaches, how long it takes. */
async function look(runner: Runner, reachedFolder: string): Promise<TestFile[]> {
  const found: TestFile[] = []
  for (const path of runner.testFiles) {
    const answer = await runAsleep(runner, path)
    const [note] = readdirSync(reachedFolder)
    if (note === undefined) continue
    const { reached } = JSON.parse(readFileSync(join(reachedFolder, note), 'utf8')) as { reached: number[] }
    rmSync(join(reachedFolder, note))
    found.push({ path, tookMs: answer.tookMs, reached: new Set(reached), quickTests: answer.quickTests })
  }
  return found.sort((a, b) => a.tookMs - b.tookMs)
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-mutants-'))
  writeFileSync(join(folder, PREPARED), JSON.stringify(prepared))
  const start = () => startRunner(values.tests, folder)
  let runner = await start()
  process.stderr.write(`${mutants.length} mutants, ${runner.testFiles.length} test files\n`)
  const testFiles = await look(runner, join(folder, REACHED))

  const fateOf = async (mutant: Mutant): Promise<Fate> => {
    const judges = testFiles.filter(({ reached }) => reached.has(mutant.number))
    for (const { path, tookMs, quickTests } of judges) {
      const answer = await runner.ask({ mutant: mutant.number, testFile: path, quickTests }, 5_000 + 5 * tookMs)
      if (answer?.passed === true) continue
      if (answer !== null) return 'killed'
      runner.end()
      runner = await start()
      await runAsleep(runner, path)
      return 'endless'
    }
    return judges.length === 0 ? 'not_reached' : 'survived'
  }

  const fates: { mutant: Mutant; fate: Fate }[] = []
  const tell = () => {
    const path = resolve(root, values.json)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(fates, null, 1))
    process.stdout.write(report(fates))
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  }
  // Who cannot wait for the end reads what is known by then.
  process.once('SIGINT', tell).once('SIGTERM', tell)
  for (const mutant of mutants) {
    fates.push({ mutant, fate: await fateOf(mutant) })
    if (fates.length % 50 === 0) process.stderr.write(`${fates.length} of ${mutants.length}\n`)
  }
  tell()
}

await main()

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import quickStarts from '../quick-starts.ts'
import { findJudges, runAsleep, tellSlowApart } from './judges.ts'
import { type Mutant, prepare, root } from './mutants.ts'
import { type Fate, report } from './report.ts'
import { goRounds } from './rounds.ts'
import { PREPARED, REACHED, startRunner, VERDICTS } from './runner-process.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Which tests may kill; several times. */
    tests: { type: 'string', multiple: true, default: ['{shared,electron,renderer}/**/*.test.ts'] },
    json: { type: 'string', default: join('test-results', 'mutants.json') },
    /** Milliseconds that a mutant has beside what its tests take; behind them it is taken for endless, unless the machine was busy. */
    patience: { type: 'string', default: '10000' },
  },
})
const leastPatienceMs = Number(values.patience)
const places = positionals.length > 0 ? positionals : ['shared/domain']
const prepared = prepare(places)
const mutants = prepared.flatMap((one) => one.mutants)

async function main(): Promise<void> {
  const endQuickStarts = quickStarts()
  const folder = mkdtempSync(join(tmpdir(), 'earshot-mutants-'))
  writeFileSync(join(folder, PREPARED), JSON.stringify(prepared))
  const start = () => startRunner(values.tests, folder)
  let runner = await start()
  process.once('exit', () => {
    runner.end()
    rmSync(folder, { recursive: true, force: true })
    endQuickStarts()
  })
  process.stderr.write(`${mutants.length} mutants, ${runner.testFiles.length} test files\n`)
  const { quick, slow } = tellSlowApart(await findJudges(runner, join(folder, REACHED)))
  process.stderr.write(`${quick.length} tests, ${slow.length} left out\n`)

  /** Whether these tests of one file notice it. */
  async function judge(
    mutant: number,
    testFile: string,
    testIds: readonly string[],
    patienceMs: number,
  ): Promise<Fate> {
    const answer = await runner.ask({ mutant, testFile, testIds }, patienceMs)
    if (answer !== null) return answer.failure === null ? 'survived' : 'killed'
    runner.end()
    runner = await start()
    const { tookMs } = await runAsleep(runner, { testFile, testIds })
    // Else the machine was busy meanwhile, and nothing is known yet.
    return 2 * tookMs < patienceMs ? 'endless' : judge(mutant, testFile, testIds, 3 * tookMs)
  }

  async function fateOf({ number }: Mutant, isAlone: boolean): Promise<Fate> {
    const reaches = ({ reached }: { reached: ReadonlySet<number> }) => reached.has(number)
    const tookMs = (tests: readonly { tookMs: number }[]) => tests.reduce((sum, test) => sum + test.tookMs, 0)
    const byFile = [...Map.groupBy(quick.filter(reaches), ({ testFile }) => testFile)]
    for (const [testFile, tests] of byFile.sort(([, a], [, b]) => tookMs(a) - tookMs(b))) {
      // What was asked in rounds is not asked again.
      if (!isAlone) continue
      const testIds = tests.map(({ id }) => id)
      const fate = await judge(number, testFile, testIds, leastPatienceMs + 5 * tookMs(tests))
      if (fate !== 'survived') return fate
    }
    if (slow.some(reaches)) return 'left_out'
    return byFile.length === 0 ? 'not_reached' : 'survived'
  }

  const fates: { mutant: Mutant; fate: Fate }[] = []
  const tell = () => {
    const path = resolve(root, values.json)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(fates, null, 1))
    process.stdout.write(report(fates, slow))
    process.exit(0)
  }
  // Who cannot wait for the end reads what is known by then.
  process.once('SIGINT', tell).once('SIGTERM', tell)
  const restart = async () => {
    runner = await start()
    return runner
  }
  const isOutside = (number: number) => quick.some(({ outside }) => outside.has(number))
  const { noticed, unclear } = await goRounds(
    quick,
    (number) => !isOutside(number),
    join(folder, VERDICTS),
    runner,
    restart,
    leastPatienceMs / 5,
  )
  process.stderr.write(`${noticed.size} noticed in rounds, ${unclear.size} unclear\n`)
  const isAlone = (number: number) => unclear.has(number) || isOutside(number)
  for (const mutant of mutants) {
    fates.push({ mutant, fate: noticed.has(mutant.number) ? 'killed' : await fateOf(mutant, isAlone(mutant.number)) })
    if (fates.length % 50 === 0) process.stderr.write(`${fates.length} of ${mutants.length}\n`)
  }
  tell()
}

await main()

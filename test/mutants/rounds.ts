import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { Judge } from './judges.ts'
import type { Verdict } from './messages.ts'
import type { Runner } from './runner-process.ts'

/** What is known after the rounds. */
export interface Heard {
  readonly noticed: Set<number>
  /** No clear word: a round of theirs did not end, or a test was broken by one of them. Each wants a process of its own. */
  readonly unclear: Set<number>
}

/** All tests, each with each of its mutants that is worth asking. `restart` gives a runner in place of one that hangs. */
export async function goRounds(
  judges: readonly Judge[],
  isToAsk: (mutant: number) => boolean,
  verdictFile: string,
  runner: Runner,
  restart: () => Promise<Runner>,
  leastPatienceMs: number,
): Promise<Heard> {
  const heard: Heard = { noticed: new Set(), unclear: new Set() }
  const said = new Set<string>()
  // Reading the sources takes what it takes. Whoever is given up too early is asked again alone.
  const lastSign = () => (existsSync(verdictFile) ? statSync(verdictFile).mtimeMs : Date.now())

  /** The rounds of a file; again in a new process with what is left, after one that did not end. */
  async function go(testFile: string, tests: readonly Judge[]): Promise<void> {
    const rounds: Record<string, number[]> = {}
    for (const { id, reached } of tests) {
      const isOpen = (mutant: number) =>
        isToAsk(mutant) && !heard.noticed.has(mutant) && !heard.unclear.has(mutant) && !said.has(`${id} ${mutant}`)
      const open = [...reached].filter(isOpen)
      if (open.length > 0) rounds[id] = open
    }
    if (Object.keys(rounds).length === 0) return
    const patienceMs = leastPatienceMs + 8 * Math.max(...tests.map(({ tookMs }) => tookMs))
    const order = { mutant: 0, testFile, testIds: Object.keys(rounds), rounds }
    const answer = await runner.ask(order, patienceMs, lastSign)
    const verdicts = verdictsIn(verdictFile)
    hear(verdicts, heard)
    for (const verdict of verdicts) if (verdict.said !== 'begins') said.add(`${verdict.testId} ${verdict.mutant}`)
    if (answer !== null) return
    if (verdicts.length === 0) throw new Error(`${testFile} does not begin: mend it first`)
    runner.end()
    runner = await restart()
    await go(testFile, tests)
  }

  const byFile = Map.groupBy(judges, ({ testFile }) => testFile)
  for (const [testFile, tests] of byFile) await go(testFile, tests)
  return heard
}

function hear(verdicts: readonly Verdict[], { noticed, unclear }: Heard): void {
  const isBroken = (verdict: Verdict) => verdict.mutant === 0 && verdict.said === 'failed'
  const broken = new Set(verdicts.filter(isBroken).map(({ testId }) => testId))
  for (const { testId, mutant, said } of verdicts)
    if (mutant !== 0 && said === 'failed') (broken.has(testId) ? unclear : noticed).add(mutant)
  const last = verdicts.at(-1)
  if (last?.said === 'begins') unclear.add(last.mutant)
}

/** What was said since the last time. */
function verdictsIn(file: string): Verdict[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  rmSync(file)
  return lines.map((line): Verdict => JSON.parse(line))
}

import { readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import type { Answer, Order } from './messages.ts'
import { root } from './mutants.ts'
import type { Runner } from './runner-process.ts'

/** A test, and which mutants it can judge because it runs them. */
export interface Judge {
  readonly id: string
  /** With its file, for a person. */
  readonly name: string
  readonly testFile: string
  readonly tookMs: number
  readonly reached: ReadonlySet<number>
  /** Of those, what is run before any test begins: only in a process of its own can it be otherwise. */
  readonly outside: ReadonlySet<number>
}

/** What a test may take and still be asked about every mutant, however quick the others are. */
const QUICK_ENOUGH_MS = 1_000
/** How many times as long as its like: it measures time or tries very many inputs, and thousands of runs of it would take days. */
const TIMES_AS_LONG = 20

/** Against the others of this run, and not by the clock alone: a busy machine makes all of them slow. */
export function tellSlowApart(judges: readonly Judge[]): { quick: Judge[]; slow: Judge[] } {
  const inOrder = judges.map(({ tookMs }) => tookMs).sort((a, b) => a - b)
  const usualMs = inOrder[Math.floor((inOrder.length - 1) / 2)] ?? 0
  const { quick = [], slow = [] } = Object.groupBy(judges, ({ tookMs }) =>
    tookMs <= Math.max(QUICK_ENOUGH_MS, TIMES_AS_LONG * usualMs) ? 'quick' : 'slow',
  )
  return { quick, slow }
}

/** With all mutants asleep. A test or a machine that fails by itself would take every mutant for noticed. */
export async function runAsleep(runner: Runner, order: Omit<Order, 'mutant'>): Promise<Answer> {
  const answer = await runner.ask({ ...order, mutant: 0 }, 600_000)
  const failure = answer === null ? 'it did not come to an end' : answer.failure
  if (answer === null || failure !== null)
    throw new Error(`${order.testFile} fails without any mutant: mend it first. ${failure}`)
  return answer
}

/** Runs every test file once with all mutants asleep: what each test reaches, how long it takes. */
export async function findJudges(runner: Runner, reachedFile: string): Promise<Judge[]> {
  const judges: Judge[] = []
  for (const testFile of runner.testFiles) {
    const { tests } = await runAsleep(runner, { testFile })
    const { outside, byTest }: { outside: number[]; byTest: Record<string, number[]> } = JSON.parse(
      readFileSync(reachedFile, 'utf8'),
    )
    rmSync(reachedFile)
    for (const { id, name, tookMs } of tests) {
      const reached = new Set([...outside, ...(byTest[id] ?? [])])
      judges.push({
        id,
        name: `${relative(root, testFile)} > ${name}`,
        testFile,
        tookMs,
        reached,
        outside: new Set(outside),
      })
    }
  }
  return judges
}

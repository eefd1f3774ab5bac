import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Answer, Order } from './messages.ts'
import { root } from './mutants.ts'

export interface Runner {
  readonly testFiles: readonly string[]
  /** Null when it did not come to an end in time; `lastSign` says when it was last heard of, for what takes many times that. */
  ask(order: Order, patienceMs: number, lastSign?: () => number): Promise<Answer | null>
  end(): void
}

/** In the folder of a run: the sources with their mutants, and what the test file run last reached. */
export const PREPARED = 'prepared.json'
export const REACHED = 'reached.json'
/** What the rounds said so far, one verdict a line. */
export const VERDICTS = 'verdicts.jsonl'

/** A process that runs tests on mutants. It leads a group of its own, so that whatever a mutant started ends with it. */
export function startRunner(tests: readonly string[], folder: string): Promise<Runner> {
  const child = fork(join(root, 'test', 'mutants', 'runner.ts'), [JSON.stringify(tests), join(folder, PREPARED)], {
    env: {
      ...process.env,
      EARSHOT_MUTANT: '0',
      EARSHOT_REACHED: join(folder, REACHED),
      EARSHOT_VERDICTS: join(folder, VERDICTS),
    },
    detached: true,
  })
  const end = () => {
    process.off('exit', end)
    killGroup(child)
  }
  process.once('exit', end)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('message', (testFiles: string[]) => resolve({ testFiles, ask: (...order) => ask(child, ...order), end }))
  })
}

function ask(child: ChildProcess, order: Order, patienceMs: number, lastSign = () => 0): Promise<Answer | null> {
  const askedAt = Date.now()
  return new Promise((resolve) => {
    const settle = (answer: Answer | null) => {
      clearInterval(timer)
      child.off('message', settle).off('exit', died)
      resolve(answer)
    }
    // A mutant that ends the process is noticed as well.
    const died = () => settle(null)
    const look = () => {
      if (Date.now() - Math.max(askedAt, lastSign()) > patienceMs) settle(null)
    }
    const timer = setInterval(look, 200)
    child.once('message', settle).once('exit', died)
    child.send(order)
  })
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

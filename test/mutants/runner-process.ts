import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Answer, Order } from './messages.ts'
import { root } from './mutants.ts'

export interface Runner {
  readonly testFiles: readonly string[]
  /** Null when it did not come to an end in time. */
  ask(order: Order, patienceMs: number): Promise<Answer | null>
  end(): void
}

/** In the folder of a run: the sources with their mutants, and what the test file run last reached. */
export const PREPARED = 'prepared.json'
export const REACHED = 'reached.json'

/** A process that runs tests on mutants. It leads a group of its own, so that whatever a mutant started ends with it. */
export function startRunner(tests: readonly string[], folder: string): Promise<Runner> {
  const child = fork(join(root, 'test', 'mutants', 'runner.ts'), [JSON.stringify(tests), join(folder, PREPARED)], {
    env: { ...process.env, EARSHOT_MUTANT: '0', EARSHOT_REACHED: join(folder, REACHED) },
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

function ask(child: ChildProcess, order: Order, patienceMs: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | null) => {
      clearTimeout(timer)
      child.off('message', settle).off('exit', died)
      resolve(answer)
    }
    // A mutant that ends the process is noticed as well.
    const died = () => settle(null)
    const timer = setTimeout(settle, patienceMs, null)
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

import { appendFileSync } from 'node:fs'
import { type RunnerTestCase, TestRunner, type TestTryOptions } from 'vitest'
import type { Rounds, Verdict } from './messages.ts'

/**
 * Runs a test once asleep, then once for each mutant it runs, then asleep again, all in one process: starting one and reading
 * the sources takes a hundred times as long as what most tests do.
 */
// biome-ignore lint/style/noDefaultExport: Vitest loads the default export of a runner
export default class InRounds extends TestRunner {
  readonly #rounds: Rounds = JSON.parse(process.env.EARSHOT_ROUNDS ?? '{}')
  readonly #noticed = new Set<number>()
  #mutants: readonly number[] = []

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test)
    const awake = (this.#rounds[test.id] ?? []).filter((mutant) => !this.#noticed.has(mutant))
    this.#mutants = awake.length === 0 ? [] : [0, ...awake, 0]
    if (awake.length > 0) test.repeats = this.#mutants.length - 1
  }

  override onBeforeTryTask(test: RunnerTestCase, options: TestTryOptions): void {
    const mutant = this.#mutants[options.repeats] ?? 0
    // Else the one is awake that the process was told of.
    if (this.#rounds[test.id] !== undefined) Object.assign(globalThis, { awakeMutant: mutant })
    if (mutant !== 0) tell({ testId: test.id, mutant, said: 'begins' })
    super.onBeforeTryTask(test, options)
  }

  override async onAfterRetryTask(test: RunnerTestCase, options: TestTryOptions): Promise<void> {
    await super.onAfterRetryTask(test, options)
    if (options.repeats === 0 || this.#rounds[test.id] === undefined) return
    const mutant = this.#mutants[options.repeats] ?? 0
    Object.assign(globalThis, { awakeMutant: 0 })
    const hasFailed = test.result?.state === 'fail'
    if (hasFailed) this.#noticed.add(mutant)
    tell({ testId: test.id, mutant, said: hasFailed ? 'failed' : 'passed' })
  }
}

function tell(verdict: Verdict): void {
  appendFileSync(process.env.EARSHOT_VERDICTS ?? '', `${JSON.stringify(verdict)}\n`)
}

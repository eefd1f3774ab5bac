/** Run this test file with this mutant awake; 0: none, and what is reached is noted. */
export interface Order {
  readonly mutant: number
  readonly testFile: string
  /** Of the file only these; without: all. */
  readonly testIds?: readonly string[]
  /** Each of these tests again and again in one process, every time with the next of its mutants awake; `mutant` is then 0. */
  readonly rounds?: Rounds
}

/** By the id of a test. */
export type Rounds = Readonly<Record<string, readonly number[]>>

/** What a round says, one a line, as soon as it is known: `begins` is written first, for whoever waits in vain for the rest. */
export interface Verdict {
  readonly testId: string
  /** 0: once more asleep, after all of them. Failing now, it was broken by one of them, and noticed nothing. */
  readonly mutant: number
  readonly said: 'begins' | 'passed' | 'failed'
}

export interface RunTest {
  readonly id: string
  readonly name: string
  readonly tookMs: number
}

export interface Answer {
  /** What the first test that failed says; null: all passed. */
  readonly failure: string | null
  readonly tookMs: number
  readonly tests: readonly RunTest[]
}

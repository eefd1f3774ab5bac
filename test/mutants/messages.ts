/** Run this test file with this mutant awake; 0: none, and what is reached is noted. */
export interface Order {
  readonly mutant: number
  readonly testFile: string
  /** Of the file only these; without: all. */
  readonly testIds?: readonly string[]
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

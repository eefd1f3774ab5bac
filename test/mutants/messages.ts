/** Run this test file with this mutant awake; 0: none, and what is reached is noted. */
export interface Order {
  readonly mutant: number
  readonly testFile: string
  /** The tests of the file worth running, as an earlier runner found them. */
  readonly quickTests?: readonly string[] | undefined
}

export interface Answer {
  readonly passed: boolean
  readonly tookMs: number
  readonly quickTests: readonly string[]
}

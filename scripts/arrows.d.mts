export interface Violation {
  /** Relative to the root, with `/`. */
  file: string
  /** From 1. */
  line: number
  rule: string
}
export function findViolations(base: string): Violation[]
export function reportArrows(): boolean

import type { BadDay, SpecialDay } from '../../../shared/contract/house/calendar.ts'

/** A line or event of a file: a day of which it says all that is needed, or why not. */
export type ReadDay =
  | { line: number; date: string; kind: SpecialDay['kind']; name: string; text: string }
  | { line: number; reason: BadDay['reason']; text: string }

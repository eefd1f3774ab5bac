import type { DangerGrade, DangerKind } from '../../contract/life-channel/danger.ts'

/** One line of a call: what somebody said, or what the listener noted of it. */
export interface HeardLine {
  readonly text: string
  /** As in a conversation; `listener`: noted at the seat, `typing`: on the way to it, between two words. `unknown` where nobody says. */
  readonly speaker: 'customer' | 'agent' | 'other' | 'unknown' | 'listener' | 'typing'
}

/** Words that decided it, by their place in the text as it was given: UTF-16 units, `end` behind the last one. */
export interface HeardWords {
  /** Which of the lines, from 0. */
  readonly line: number
  readonly start: number
  readonly end: number
}

/** The gravest first. */
const GRAVITY: Record<DangerGrade, number> = { high: 0, medium: 1, low: 2 }

/** Below zero where `one` is graver. Nothing is no danger at all. */
export const byGravity = (one: DangerGrade | null, other: DangerGrade | null): number =>
  gravityOf(one) - gravityOf(other)

const gravityOf = (grade: DangerGrade | null): number => (grade === null ? 3 : GRAVITY[grade])

export interface Danger {
  readonly grade: DangerGrade
  readonly kind: DangerKind
  /** In the order in which they were said, none across another, at least one. */
  readonly words: readonly HeardWords[]
  /** Of what kind it is, several lines say together. */
  readonly isOverLines?: true
}

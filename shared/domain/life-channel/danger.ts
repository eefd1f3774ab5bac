/** Gravest first. `high`: a life is in danger now, or there is a plan or a means; `medium`: a wish to die, or danger that is not at this moment; `low`: no way out. */
export const DANGER_GRADES = ['high', 'medium', 'low'] as const
export type DangerGrade = (typeof DANGER_GRADES)[number]

/** What the danger is, so that a card can say whom to call. One of a call: the gravest. */
export const DANGER_KINDS = [
  'suicide',
  'self_harm',
  'lethal_question',
  'farewell',
  'despair',
  'violence',
  'threat',
  'child_in_danger',
  'old_person_in_danger',
  'gas',
  'poisoning',
  'emergency',
] as const
export type DangerKind = (typeof DANGER_KINDS)[number]

/** One line of a call: what somebody said, or what the listener noted of it. */
export interface HeardLine {
  readonly text: string
  /** As in a conversation; `listener`: typed at the seat. `unknown` where nobody says. */
  readonly speaker: 'customer' | 'agent' | 'other' | 'unknown' | 'listener'
}

/** Words that decided it, by their place in the text as it was given: UTF-16 units, `end` behind the last one. */
export interface HeardWords {
  /** Which of the lines, from 0. */
  readonly line: number
  readonly start: number
  readonly end: number
}

export interface Danger {
  readonly grade: DangerGrade
  readonly kind: DangerKind
  /** In the order in which they were said, none across another, at least one. */
  readonly words: readonly HeardWords[]
}

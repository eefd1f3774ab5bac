import { FEWEST_DAYS_KEPT, MOST_DAYS_KEPT } from '../../../shared/contract/limits.ts'
import type { RetentionKind, RulesByKind, WantedRules } from '../../../shared/contract/retention/rules.ts'

/** A limit as it stands in the form; days and day stay while it is off. */
export interface TypedRule {
  readonly isOn: boolean
  readonly days: number | null
  readonly startsOn: string | null
}
export type TypedRules = Readonly<Record<RetentionKind, TypedRule>>

export const KINDS: readonly RetentionKind[] = ['drafts', 'notes', 'conversations', 'sealed', 'copies']

/** What is offered where a limit is turned on: long enough for a year's reviews, and copies for a month. */
const OFFERED: Readonly<Record<RetentionKind, number>> = {
  drafts: 90,
  notes: 730,
  conversations: 365,
  sealed: 1_095,
  copies: 30,
}

export const typedOf = (rules: RulesByKind): TypedRules =>
  Object.fromEntries(
    KINDS.map((kind) => {
      const rule = rules[kind]
      const typed = { isOn: rule !== null, days: rule?.days ?? OFFERED[kind], startsOn: rule?.startsOn ?? null }
      return [kind, typed]
    }),
  ) as unknown as TypedRules

export const isSound = ({ isOn, days }: TypedRule): boolean =>
  !isOn || (days !== null && Number.isInteger(days) && days >= FEWEST_DAYS_KEPT && days <= MOST_DAYS_KEPT)

export const wantedOf = (typed: TypedRules): WantedRules =>
  Object.fromEntries(
    KINDS.map((kind) => {
      const { isOn, days, startsOn } = typed[kind]
      return [kind, isOn && days !== null ? { days, startsOn } : null]
    }),
  ) as unknown as WantedRules

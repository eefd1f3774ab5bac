import type { MaskingRule } from '../../../../shared/contract/house/masking.ts'
import { linesOf } from '../../../lib/lines-of.ts'

/** A rule as it is typed: one example a line. */
export interface TypedRule {
  readonly name: string
  readonly pattern: string
  readonly examples: string
}

export const NEW_RULE: TypedRule = { name: '', pattern: '', examples: '' }

export const typedOf = (rules: readonly MaskingRule[]): TypedRule[] =>
  rules.map(({ name, pattern, examples }) => ({ name, pattern, examples: examples.join('\n') }))

/** Without rows that hold nothing yet. */
export const wantedOf = (rules: readonly TypedRule[]): MaskingRule[] =>
  rules.map(({ name, pattern, examples }) => ({
    name: name.trim(),
    pattern: pattern.trim(),
    examples: linesOf(examples),
  }))

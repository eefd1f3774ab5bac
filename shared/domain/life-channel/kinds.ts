import type { DangerKind } from './danger.ts'
import type { WordHit } from './lexicon.ts'

/** Classes of phrases or words, `|` between those that will do: a kind where each of them is said. */
export interface KindRule {
  readonly all: readonly string[]
  readonly kind: DangerKind
}

export type KindRules = readonly { readonly all: readonly (readonly string[])[]; readonly kind: DangerKind }[]

export const kindRulesOf = (rules: readonly KindRule[]): KindRules =>
  rules.map(({ all, kind }) => ({ all: all.map((each) => each.split('|')), kind }))

/** The kind of a danger by the classes that were said: of the first rule that fits. */
export function kindOf(hits: readonly WordHit[], rules: KindRules): DangerKind {
  const said = new Set(hits.flatMap(({ entries }) => entries.map(({ name }) => name)))
  const rule = rules.find(({ all }) => all.every((names) => names.some((name) => said.has(name))))
  return rule?.kind ?? 'despair'
}

import type { DangerKind } from '../../contract/life-channel/danger.ts'
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

/** What is a cry whatever else was learned: classes of phrases, `|` between them; unless one of the others is said too, as a film is. */
export interface PlainRule {
  readonly said: string
  readonly unless: string
}

export type PlainRules = readonly { readonly said: readonly string[]; readonly unless: readonly string[] }[]

export const plainRulesOf = (rules: readonly PlainRule[]): PlainRules =>
  rules.map(({ said, unless }) => ({ said: said.split('|'), unless: unless.split('|') }))

/** The words that are said plainly; none where a rule's other words are said too. */
export function plainWordsIn(hits: readonly WordHit[], rules: PlainRules): WordHit[] {
  const isAny = (names: readonly string[]) => (hit: WordHit) => hit.entries.some(({ name }) => names.includes(name))
  return rules.flatMap(({ said, unless }) => (hits.some(isAny(unless)) ? [] : hits.filter(isAny(said))))
}

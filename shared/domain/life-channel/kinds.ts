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

/** Where no rule says of what kind it is. */
export const UNNAMED: DangerKind = 'despair'

/** The kind of a danger by the classes that were said: of the first rule that fits. */
export function kindOf(hits: readonly WordHit[], rules: KindRules): DangerKind {
  const said = new Set(hits.flatMap(({ entries }) => entries.map(({ name }) => name)))
  const rule = rules.find(({ all }) => all.every((names) => names.some((name) => said.has(name))))
  return rule?.kind ?? UNNAMED
}

/**
 * What is said plainly: classes of phrases, `|` between them; unless one of the others is said too, as a film is. It is a cry whatever was learned,
 * unless more than `beside` signs or words stand beside all phrases of the list: then the same words are told of work, goods and jokes as well.
 */
export interface PlainRule {
  readonly said: string
  readonly unless: string
  readonly beside: number
}

export type PlainRules = readonly {
  readonly said: readonly string[]
  readonly unless: readonly string[]
  readonly beside: number
}[]

export const plainRulesOf = (rules: readonly PlainRule[]): PlainRules =>
  rules.map(({ said, unless, beside }) => ({ said: said.split('|'), unless: unless.split('|'), beside }))

/** What of a passage of so many signs and words is said plainly, and whether with so little else that it is a cry whatever was learned. */
export interface Plain {
  readonly words: readonly WordHit[]
  readonly isSure: boolean
}

/** Of the first rule that fits; nothing where there is none. */
export function plainIn(phrases: readonly WordHit[], signs: number, rules: PlainRules): Plain {
  const isAny = (names: readonly string[]) => (hit: WordHit) => hit.entries.some(({ name }) => names.includes(name))
  const rule = rules.find(({ said, unless }) => phrases.some(isAny(said)) && !phrases.some(isAny(unless)))
  if (rule === undefined) return { words: [], isSure: false }
  const others = phrases.reduce((left, { from, to }) => left - (to - from), signs)
  return { words: phrases.filter(isAny(rule.said)), isSure: others <= rule.beside }
}

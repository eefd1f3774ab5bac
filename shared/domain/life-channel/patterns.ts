import type { DangerGrade, DangerKind } from './danger.ts'
import type { WordHit } from './lexicon.ts'

/** A rule as it is written: classes one after the other, `|` between those that will do, and what it means when they come close together. */
export interface WrittenPattern {
  /** `self means.pills act.swallow|act.buy` */
  readonly words: string
  /** How many tokens may lie between two of them; 6 where nothing is said. */
  readonly gap?: number
  readonly grade: DangerGrade
  readonly kind: DangerKind
}

export interface Pattern extends Omit<WrittenPattern, 'words'> {
  readonly terms: readonly ReadonlySet<string>[]
  readonly gap: number
}

/** By the classes that their first words may be of: most texts begin none. */
export type Patterns = ReadonlyMap<string, readonly Pattern[]>

export interface PatternHit {
  readonly pattern: Pattern
  readonly words: readonly WordHit[]
}

const USUAL_GAP = 6

export function patternsOf(written: readonly WrittenPattern[]): Patterns {
  const byFirst = new Map<string, Pattern[]>()
  for (const { words, gap = USUAL_GAP, ...meaning } of written) {
    const terms = words.split(' ').map((term) => new Set(term.split('|')))
    for (const name of terms[0] ?? []) byFirst.set(name, [...(byFirst.get(name) ?? []), { ...meaning, terms, gap }])
  }
  return byFirst
}

/** Every pattern that begins at one of these words, each by the nearest words that complete it. */
export function patternsIn(hits: readonly WordHit[], patterns: Patterns): PatternHit[] {
  const begun = hits.flatMap((hit, index) =>
    hit.classes.flatMap((name) => (patterns.get(name) ?? []).map((pattern) => ({ pattern, index }))),
  )
  return begun.flatMap(({ pattern, index }) => {
    const words = completed(hits, index, pattern)
    return words === undefined ? [] : [{ pattern, words }]
  })
}

function completed(hits: readonly WordHit[], first: number, { terms, gap }: Pattern): WordHit[] | undefined {
  const words = hits.slice(first, first + 1)
  for (let at = first + 1; words.length < terms.length; at++) {
    const [hit, last] = [hits[at], words.at(-1)]
    if (hit === undefined || last === undefined || hit.from - last.to > gap) return undefined
    if (hit.classes.some((name) => terms[words.length]?.has(name))) words.push(hit)
  }
  return words
}

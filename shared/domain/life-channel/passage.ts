import type { DangerGrade, DangerKind } from '../../contract/life-channel/danger.ts'
import type { Ear, ListeningParts } from './ear.ts'
import { featuresOf, type Seen } from './features.ts'
import { kindOf, plainWordsIn } from './kinds.ts'
import { allWordsIn, type WordHit, wordsIn } from './lexicon.ts'
import { loudestIn } from './loudest.ts'
import { scoreOf, sharesOf } from './model.ts'
import type { Token } from './tokens.ts'

/** As many tokens as are looked at as one: about what is said in one breath, or in a few short lines. */
export const LONGEST_PASSAGE = 100

/** Tokens that were looked at as one. */
export interface Passage {
  /** How much speaks for a cry. */
  readonly score: number
  /** Null where it is not heard even faintly. */
  readonly cry: Cry | null
}

export interface Cry {
  readonly grade: DangerGrade
  readonly kind: DangerKind
  readonly tokens: readonly Token[]
  /** The words that decided it: tokens from, and up to without. */
  readonly loudest: readonly { readonly from: number; readonly to: number }[]
}

/** What is said plainly is heard, and a little of what was said before does not take it away. */
const SURELY = 1
/** A grade that is not sure is the graver one. */
const HIGH_FROM = -0.4
const LOW_FROM = 0.4

export function seenIn(tokens: readonly Token[], parts: ListeningParts): { seen: Seen; hits: WordHit[] } {
  const [phrases, words] = [wordsIn(tokens, parts.phrases), allWordsIn(tokens, parts.words)]
  const seen = featuresOf(tokens, { phrases, words, senses: wordsIn(tokens, parts.senses) })
  return { seen, hits: [...phrases, ...words] }
}

export function passageOf(tokens: readonly Token[], ear: Ear): Passage {
  const { seen, hits } = seenIn(tokens, ear)
  const learned = scoreOf(ear.cry, seen)
  const plain = plainWordsIn(hits, ear.plain)
  const score = plain.length > 0 ? Math.max(learned, ear.thresholds.danger + SURELY) : learned
  if (score <= ear.thresholds.faint) return { score, cry: null }
  const loudest = score > learned ? plain : loudestIn(sharesOf(ear.cry, seen, tokens.length))
  return { score, cry: { grade: gradeOf(seen, ear), kind: kindOf(hits, ear.kinds), tokens, loudest } }
}

function gradeOf(seen: Seen, { high, low }: Ear): DangerGrade {
  if (scoreOf(high, seen) > HIGH_FROM) return 'high'
  return scoreOf(low, seen) > LOW_FROM ? 'low' : 'medium'
}

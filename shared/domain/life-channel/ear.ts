import type { DangerGrade, DangerKind } from './danger.ts'
import { type Lexicon, lexiconOf, type WordClasses } from './lexicon.ts'
import { type Patterns, patternsOf, type WrittenPattern } from './patterns.ts'
import type { Foldings } from './tokens.ts'

/** What `resources/life-channel` holds. */
export interface EarFiles {
  readonly words: {
    readonly version: string
    readonly foldings: Readonly<Record<string, string>>
    readonly classes: WordClasses
  }
  readonly patterns: { readonly version: string; readonly patterns: readonly WrittenPattern[] }
}

/** Words that a coordinator adds: they say danger by themselves, or are left out of what is heard. */
export interface OwnWords {
  readonly text: string
  readonly means: 'danger' | 'harmless'
  /** Of a danger, as is the kind. */
  readonly grade: DangerGrade
  readonly kind: DangerKind
}

/** All that is needed to hear; made once and kept. */
export interface Ear {
  /** Of all that it was made from: kept beside a case, so that it can be said later by which words it was heard. */
  readonly version: string
  readonly foldings: Foldings
  readonly lexicon: Lexicon
  readonly patterns: Patterns
  /** The class of a word is its place among them. */
  readonly own: { readonly lexicon: Lexicon; readonly words: readonly OwnWords[] }
}

export const NO_OWN_WORDS: Ear['own'] = { lexicon: lexiconOf({}, new Map()), words: [] }

export function makeEar({ words, patterns }: EarFiles): Ear {
  const foldings = new Map(Object.entries(words.foldings))
  return {
    version: `${words.version}-${patterns.version}`,
    foldings,
    lexicon: lexiconOf(words.classes, foldings),
    patterns: patternsOf(patterns.patterns),
    own: NO_OWN_WORDS,
  }
}

import type { DangerGrade, DangerKind } from '../../contract/life-channel/danger.ts'
import { hiddenWordsOf } from './hidden-letters.ts'
import { atOnce, type InPieces } from './in-pieces.ts'
import { type KindRule, type KindRules, kindRulesOf, type PlainRule, type PlainRules, plainRulesOf } from './kinds.ts'
import { type Lexicon, lexiconOf, makingLexicon, type WordClasses } from './lexicon.ts'
import { type Model, modelOf, type WrittenModel } from './model.ts'
import { spellingOf, type WrittenSpelling } from './spelled.ts'
import { type SaysStateAlone, stateAloneOf, type WrittenStates } from './state-alone.ts'
import { type Foldings, NO_FOLDINGS } from './tokens.ts'

/** `resources/life-channel/words.json`: written by hand. */
export interface WrittenWords {
  readonly version: string
  /** What to read for a sign, a picture or a word. */
  readonly foldings: Readonly<Record<string, string>>
  readonly spelled: WrittenSpelling
  /** What people say, by what it means: the longest counts. */
  readonly phrases: WordClasses
  /** What many of `bare` have in common, who and when: `{who}` in a word, and in another piece further down, stands for it. */
  readonly pieces: Readonly<Record<string, string>>
  /** What is a cry where nothing else is said: 我想死, I wanna die. With more around it (我想死你了) what was learned decides. */
  readonly bare: WordClasses
  /** What everyday talk goes on from, 我想死 with 你了: what is said barely waits, while it is typed, where it is that `alone`, or has that at its `end`. */
  readonly goesOn: WordClasses
  /** What is no danger where a clause says nothing else: that something was not done, or is not meant, or that one pill was taken. */
  readonly harmless: WordClasses
  /** Single words, by what they stand for: inside of phrases too. */
  readonly words: WordClasses
  /** A thesaurus: what the talk is about, be it grave or everyday; the longest counts. */
  readonly senses: WordClasses
  /** Which words make which kind of danger; the first that fits. */
  readonly kinds: readonly KindRule[]
  readonly plain: readonly PlainRule[]
  readonly states: WrittenStates
}

/** What a passage must reach to be heard as danger, and faintly. */
export interface Thresholds {
  /** In a line of a conversation that goes on: a call has hundreds, and each could alarm for nothing. */
  readonly danger: number
  /** In what is being typed at the seat: half a sentence often sounds like more than the whole. */
  readonly typing: number
  /** In a line that stands for itself: a note, which is one of many that were said, and the first of a conversation. */
  readonly lone: number
  readonly faint: number
}

/** `resources/life-channel/model.json`: learned from graded lines by `scripts/train-ear.mjs`. */
export interface WrittenEar {
  readonly version: string
  /** Whether it is a cry at all. */
  readonly cry: WrittenModel
  /** Of a cry: whether it is of the gravest grade; whether it is of the least. */
  readonly high: WrittenModel
  readonly low: WrittenModel
  readonly thresholds: Thresholds
}

/** Words that a coordinator adds: they say danger by themselves, or are left out of what is heard. */
export interface OwnWords {
  readonly text: string
  readonly means: 'danger' | 'harmless'
  /** Of a danger, as is the kind. */
  readonly grade: DangerGrade
  readonly kind: DangerKind
}

/** `resources/life-channel/plain-cries.json`: by the kind of danger, what no house may call harmless. */
export interface WrittenCries {
  readonly version: string
  readonly cries: Readonly<Record<DangerKind, readonly string[]>>
}

/** All that is needed to hear; made once and kept. */
export interface Ear {
  /** Of all that it was made from: kept beside a case, so that it can be said later by which words it was heard. */
  readonly version: string
  readonly foldings: Foldings
  readonly phrases: Lexicon
  readonly bare: Lexicon
  readonly goesOn: Lexicon
  readonly harmless: Lexicon
  readonly words: Lexicon
  readonly senses: Lexicon
  readonly kinds: KindRules
  readonly plain: PlainRules
  readonly saysStateAlone: SaysStateAlone
  readonly cry: Model
  readonly high: Model
  readonly low: Model
  readonly thresholds: Thresholds
  /** Words of a house that would hush one of these are taken by no ear. */
  readonly plainCries: readonly string[]
  /** The class of a word is its place among them. */
  readonly own: {
    readonly lexicon: Lexicon
    readonly words: readonly OwnWords[]
    /** Whether what says barely what is a cry is heard all the same: always, but where it is tried what words would do without that. */
    readonly sparesCries: boolean
  }
}

const NO_OWN_WORDS: Ear['own'] = { lexicon: lexiconOf({}, NO_FOLDINGS), words: [], sparesCries: true }

/** The same ear with just these words of a house, whatever they do. */
export function earWith(ear: Ear, words: readonly OwnWords[], sparesCries = true): Ear {
  const classes = Object.fromEntries(words.map(({ text }, index) => [`${index}`, [text.replaceAll(/[、()|]/gu, ' ')]]))
  return { ...ear, own: { lexicon: lexiconOf(classes, ear.foldings), words, sparesCries } }
}

/** Pieces put where they are named; those within pieces too. A name that is none would leave out its words unseen. */
function filled(classes: WordClasses, pieces: WrittenWords['pieces']): WordClasses {
  const pieceOf = (name: string): string => {
    const piece = pieces[name]
    if (piece === undefined) throw new Error(`there is no piece «${name}»`)
    return piece
  }
  const fill = (word: string): string => word.replace(/\{(\w+)\}/gu, (_, name: string) => fill(pieceOf(name)))
  return Object.fromEntries(Object.entries(classes).map(([name, lines]) => [name, lines.map(fill)]))
}

function* makingParts({
  foldings: written,
  spelled,
  phrases,
  pieces,
  bare,
  goesOn,
  harmless,
  words,
  senses,
}: WrittenWords) {
  const foldings: Foldings = {
    signs: new Map(Object.entries(written)),
    spelling: spellingOf(spelled),
    hidden: hiddenWordsOf(spelled.hidden),
  }
  return {
    foldings,
    phrases: yield* makingLexicon(phrases, foldings),
    bare: yield* makingLexicon(filled(bare, pieces), foldings),
    goesOn: yield* makingLexicon(goesOn, foldings),
    harmless: yield* makingLexicon(filled(harmless, pieces), foldings),
    words: yield* makingLexicon(words, foldings),
    senses: yield* makingLexicon(senses, foldings),
  }
}

/** Without a model: as much as is needed to learn one. */
export const listeningPartsOf = (words: WrittenWords): ListeningParts => atOnce(makingParts(words))

export type ListeningParts = Pick<Ear, 'foldings' | 'phrases' | 'bare' | 'goesOn' | 'harmless' | 'words' | 'senses'>

export const makeEar = (words: WrittenWords, learned: WrittenEar): Ear => atOnce(makingEar(words, learned, null))

/** Together a tenth of a second and more: a window makes it piece by piece. */
export function* makingEar(words: WrittenWords, learned: WrittenEar, cries: WrittenCries | null): InPieces<Ear> {
  const parts: ListeningParts = yield* makingParts(words)
  const models: Model[] = []
  for (const written of [learned.cry, learned.high, learned.low]) {
    models.push(modelOf(written))
    yield
  }
  const [cry, high, low] = models as [Model, Model, Model]
  return {
    ...parts,
    version: `${words.version}.${learned.version}`,
    kinds: kindRulesOf(words.kinds),
    plain: plainRulesOf(words.plain),
    saysStateAlone: stateAloneOf(words.states),
    ...{ cry, high, low },
    thresholds: learned.thresholds,
    plainCries: Object.values(cries?.cries ?? {}).flat(),
    own: NO_OWN_WORDS,
  }
}

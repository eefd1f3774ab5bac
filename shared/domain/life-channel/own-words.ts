import type { Danger, HeardLine } from './danger.ts'
import { type Ear, earWith, type OwnWords } from './ear.ts'
import { hearDanger } from './hear-danger.ts'
import { cryHushedBy } from './hushed-cries.ts'
import { BORDER, tokensOf } from './tokens.ts'

/** A sentence by which words are tried; a line break begins the next line of the call. */
export interface Example {
  readonly text: string
  readonly isCry: boolean
}

/** `too_short`: a single sign stands in too much; `twice`: it stands further up in other writing, perhaps; `hushes`: somebody who cries for help would not be heard. */
export type WordsFault = 'blank' | 'too_short' | 'too_long' | 'twice' | 'hushes'

/** Words that cannot be taken, by their place in what was given, and why; with the plain cry that would not be heard as it is. */
export interface Refused {
  readonly index: number
  readonly fault: WordsFault
  readonly cry?: string
}

export interface Trial {
  readonly refused: readonly Refused[]
  readonly heard: readonly {
    readonly example: Example
    readonly danger: Danger | null
    readonly isAsMeant: boolean
    /** Whether it is heard otherwise than without these words. */
    readonly isChanged: boolean
  }[]
}

const FEWEST_TOKENS = 2
const MOST_TOKENS = 20

/** An ear that knows these words too, instead of others it was given before; words that cannot be taken are left out. Make it once per change of the list. */
export function withOwnWords(ear: Ear, words: readonly OwnWords[]): Ear {
  const refused = new Set(faultsOf(ear, words).map(({ index }) => index))
  return earWith(
    ear,
    words.filter((_, index) => !refused.has(index)),
  )
}

/** What these words would do to these examples, before they are saved. */
export function tryWords(ear: Ear, words: readonly OwnWords[], examples: readonly Example[]): Trial {
  const [before, after] = [earWith(ear, []), withOwnWords(ear, words)]
  const heard = examples.map((example) => {
    const lines = example.text.split('\n').map((text): HeardLine => ({ text, speaker: 'unknown' }))
    const [danger, was] = [hearDanger(lines, after), hearDanger(lines, before)]
    const isChanged = danger?.grade !== was?.grade || danger?.kind !== was?.kind
    return { example, danger, isAsMeant: (danger !== null) === example.isCry, isChanged }
  })
  return { refused: faultsOf(ear, words), heard }
}

/** Which of these words no ear takes, and why. */
export function faultsOf(ear: Ear, words: readonly OwnWords[]): Refused[] {
  const read = words.map(({ text }) =>
    tokensOf(text, ear.foldings)
      .map((token) => token.text)
      .filter((token) => token !== BORDER)
      .join(' '),
  )
  return words.flatMap((word, index): Refused[] => {
    const text = read[index] ?? ''
    const fault = faultOf(text, read.indexOf(text) < index)
    if (fault !== undefined) return [{ index, fault }]
    const cry = word.means === 'harmless' ? cryHushedBy(word, ear) : undefined
    return cry === undefined ? [] : [{ index, fault: 'hushes', cry }]
  })
}

function faultOf(text: string, isTwice: boolean): WordsFault | undefined {
  const count = text.split(' ').length
  if (text === '') return 'blank'
  // A single word of another writing is long enough to mean something.
  if (count < FEWEST_TOKENS && text.length < 4) return 'too_short'
  if (count > MOST_TOKENS) return 'too_long'
  return isTwice ? 'twice' : undefined
}

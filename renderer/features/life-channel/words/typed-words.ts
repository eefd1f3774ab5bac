import type { DangerGrade, DangerKind } from '../../../../shared/contract/life-channel/danger.ts'
import type { LifeWord } from '../../../../shared/contract/life-channel/life-words.ts'
import type { Ear } from '../../../../shared/domain/life-channel/ear.ts'
import { type Trial, tryWords, type WordsFault } from '../../../../shared/domain/life-channel/own-words.ts'
import { linesOf } from '../../../lib/lines-of.ts'

/** To choose from. A page carries no schemas, so they stand here once more; one left out does not compile. */
const grades: Readonly<Record<DangerGrade, true>> = { high: true, medium: true, low: true }
const kinds: Readonly<Record<DangerKind, true>> = {
  ...{ suicide: true, self_harm: true, lethal_question: true, farewell: true, despair: true, violence: true },
  ...{ threat: true, child_in_danger: true, old_person_in_danger: true, gas: true, poisoning: true, emergency: true },
}
export const GRADES = Object.keys(grades) as DangerGrade[]
export const KINDS = Object.keys(kinds) as DangerKind[]

/** Words as they are typed: one example a line. */
export type TypedWord = Omit<LifeWord, 'examples'> & { readonly examples: string }

export const NEW_WORD: TypedWord = { text: '', means: 'danger', grade: 'high', kind: 'suicide', examples: '' }

export const typedOf = (words: readonly LifeWord[]): TypedWord[] =>
  words.map((word) => ({ ...word, examples: word.examples.join('\n') }))

export const wantedOf = (words: readonly TypedWord[]): LifeWord[] =>
  words.map((word) => ({ ...word, text: word.text.trim(), examples: linesOf(word.examples) }))

/** What becomes of one word: why it cannot be taken, and how each of its examples is heard with all of them. */
export interface Tried {
  readonly fault: WordsFault | 'no_example' | null
  /** The plain cry that it would hush. */
  readonly cry?: string | undefined
  readonly heard: Trial['heard']
}

/** Each word on its own examples, heard with the whole list. */
export function triedOf(ear: Ear, words: readonly LifeWord[]): Tried[] {
  return words.map(({ means, examples }, index) => {
    const trial = tryWords(
      ear,
      words,
      examples.map((text) => ({ text, isCry: means === 'danger' })),
    )
    const { fault = null, cry } = trial.refused.find((one) => one.index === index) ?? {}
    return { fault: fault ?? (examples.length === 0 ? 'no_example' : null), cry, heard: trial.heard }
  })
}

/** It can be taken, and every example is heard as it is meant. */
export const isSound = ({ fault, heard }: Tried): boolean => fault === null && heard.every(({ isAsMeant }) => isAsMeant)

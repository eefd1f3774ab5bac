import type { OwnTerm, TermFault } from '../../contract/silver-hair/jargon.ts'
import { type Dictionary, jargonIn, makeDictionary, type Term } from './jargon.ts'

/** A house says it in whichever language: the words are looked for as they are, and shown to everybody. */
const asTerm = ({ id, words, plain }: OwnTerm): Term => ({
  id,
  zh: words,
  en: words,
  plainZh: plain,
  plainEn: plain,
})

/** The dictionary of a house: where it says a word that ships in its own way, its own holds. */
export const dictionaryOf = (shipped: readonly Term[], own: readonly OwnTerm[]): Dictionary =>
  makeDictionary([...own.map(asTerm), ...shipped])

export interface FoundFault {
  readonly fault: TermFault
  /** The word or the example that it is about. */
  readonly said: string | null
}

/** One sign stands everywhere, and figures alone are no word. */
const LONG_ENOUGH = /\p{Script=Han}.|\p{L}[\p{L}\p{N}]/u

/** Why each of these terms cannot be taken, or null: it can. */
export function faultsOfTerms(terms: readonly OwnTerm[]): (FoundFault | null)[] {
  const taken = new Set<string>()
  return terms.map((term) => {
    const fault = faultOf(term, taken)
    for (const word of term.words) taken.add(folded(word))
    return fault
  })
}

const folded = (word: string): string => word.trim().toLowerCase()
const says = (text: string, dictionary: Dictionary): boolean => jargonIn(text, dictionary).length > 0

function faultOf(term: OwnTerm, taken: ReadonlySet<string>): FoundFault | null {
  const told = (fault: TermFault, said: string | null = null) => ({ fault, said })
  const { words, plain, examples } = term
  if (words.length === 0) return told('no_word')
  const short = words.find((word) => !LONG_ENOUGH.test(word))
  if (short !== undefined) return told('too_short', short)
  const twice = words.find(
    (word, at) => taken.has(folded(word)) || words.slice(0, at).map(folded).includes(folded(word)),
  )
  if (twice !== undefined) return told('twice', twice)
  if (plain.trim() === '') return told('no_plain')
  const alone = makeDictionary([asTerm(term)])
  if (says(plain, alone)) return told('plain_repeats', plain)
  if (examples.length === 0) return told('no_example')
  const other = examples.find((example) => !says(example, alone))
  return other === undefined ? null : told('not_in_example', other)
}

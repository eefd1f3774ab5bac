import learned from '../../../../resources/masking/names-in-letters.json' with { type: 'json' }
import { englishNames } from './english-name.ts'
import { inSmallLetters, type ManyNames } from './many-names.ts'
import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

let made: ManyNames | null = null
/** Made with the other patterns before anything is typed (`masksMadeReady`). */
function shipped(): ManyNames {
  made ??= { given: new Set(learned.given.split(' ')), families: new Set(learned.families.split(' ')) }
  return made
}

const WORD = /(?<![\p{L}\d@._*'’-])\p{L}[\p{L}'’-]{2,}/gu
const HAS_LETTERS = /\p{Script=Latin}{3}/u

/** Names in letters that only a long list of many peoples holds, in a text whose masks stand: Peyami Tazegül, J. Pettigrew. Where they stand tells, as of any name. */
export function namesInLetters(text: string): Span[] {
  if (!isIn(text, HAS_LETTERS)) return []
  const { given, families } = shipped()
  const mayName = matchesIn(text, WORD).some(({ 0: word }) => {
    const small = inSmallLetters(word)
    return given.has(small) || families.has(small) || word.includes('-')
  })
  return mayName ? englishNames(text, shipped()) : []
}

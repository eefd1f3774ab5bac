import learned from '../../../../resources/masking/names-in-letters.json' with { type: 'json' }
import { englishNames } from './english-name.ts'
import { inSmallLetters, type ManyNames } from './many-names.ts'
import type { Span } from './span.ts'

interface Shipped extends ManyNames {
  /** By what the letters of a name come to: most words are none, and no string is made of them. */
  readonly mayBe: Uint8Array
}

const PLACES = 0x2_0000
let made: Shipped | null = null
/** Made with the other patterns before anything is typed (`masksMadeReady`). */
function shipped(): Shipped {
  if (made !== null) return made
  const names = { given: new Set(learned.given.split(' ')), families: new Set(learned.families.split(' ')) }
  const mayBe = new Uint8Array(PLACES)
  for (const name of [...names.given, ...names.families]) {
    let hash = 0
    for (let at = 0; at < name.length; at++) hash = withLetter(hash, name.charCodeAt(at))
    mayBe[hash] = 1
  }
  made = { ...names, mayBe }
  return made
}

const withLetter = (hash: number, code: number): number => (Math.imul(hash, 31) + code) & (PLACES - 1)
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code < 0x250) ||
  isOfVietnam(code)
const isOfVietnam = (code: number): boolean => code >= 0x1ea0 && code <= 0x1eff
/** D’Angelo, O'Shaughnessy: the list has them without. */
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019
const [SHORTEST, LAST_PLAIN, SMALL] = [3, 0x7a, 0x20]

/** Whether a word of the text is a name of the list, or holds letters with marks that may be one. */
function mayName(text: string, { given, families, mayBe }: Shipped): boolean {
  let [start, hash, isMarked] = [0, 0, false]
  for (let place = 0; place <= text.length; place++) {
    const code = text.charCodeAt(place)
    if (isLetter(code)) {
      hash = withLetter(hash, code | SMALL)
      isMarked ||= code > LAST_PLAIN
      continue
    }
    if (isApostrophe(code) && place > start && isLetter(text.charCodeAt(place + 1))) {
      isMarked = true
      continue
    }
    if (place - start >= SHORTEST && (isMarked || mayBe[hash] === 1)) {
      const small = inSmallLetters(text.slice(start, place))
      if (given.has(small) || families.has(small)) return true
    }
    ;[start, hash, isMarked] = [place + 1, 0, false]
  }
  return false
}

/** Names in letters that only a long list of many peoples holds, in a text whose masks stand: Peyami Tazegül, J. Pettigrew. Where they stand tells, as of any name. */
export const namesInLetters = (text: string): Span[] => (mayName(text, shipped()) ? englishNames(text, shipped()) : [])

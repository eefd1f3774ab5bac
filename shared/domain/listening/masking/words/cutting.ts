import type { NameModel } from './name-model.ts'
import { frequencyAt, hashOf, PLACE_SEED, PRINT_SEED, withSign } from './word-table.ts'

/** What stands beside a name that is no word in Chinese signs: an end, a digit, a letter, a colon, any other sign. */
export const NO_WORD = { end: '^', digit: '0', letter: 'a', colon: ':', sign: '。' } as const

/** A word from `start` to `end` of the text; of a name its first `familySigns` are the family's, of any other word none is. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly familySigns: number
}

/** So much less likely than a word of the language is that somebody is named, before anything is known of the words around. */
export const BASE = -5
const LONGEST_WORD = 5
/** A sign that is no word of the table. */
const UNKNOWN = Math.log(1e-9)

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || code === 0x2a

/** What a text has at `place` where no Chinese sign stands. */
export function sideAt(text: string, place: number): string {
  if (place < 0 || place >= text.length) return NO_WORD.end
  const code = text.charCodeAt(place)
  if (isDigit(code)) return NO_WORD.digit
  if (code === 0x3a || code === 0xff1a) return NO_WORD.colon
  return /\p{L}/u.test(text.charAt(place)) ? NO_WORD.letter : NO_WORD.sign
}
const ofSide = (sides: ReadonlyMap<number, number>, side: string): number =>
  sides.get(withSign(PLACE_SEED, side.charCodeAt(0))) ?? 0

/** All names of a text, from left to right: what the most likely cut of its words says is one. Takes time in proportion to the text. */
export function namesCut(text: string, model: NameModel, base = BASE): Piece[] {
  const found: Piece[] = []
  for (let place = 0; place < text.length; place++) {
    if (!isHan(text.charCodeAt(place))) continue
    let end = place
    let mayName = false
    for (; end < text.length && isHan(text.charCodeAt(end)); end++)
      if (model.beginsFamily[text.charCodeAt(end)] === 1) mayName = true
    if (mayName && end - place > 1)
      found.push(...cutRun(text, place, end, model, base).filter(({ familySigns }) => familySigns > 0))
    place = end
  }
  return found
}

const NONE = Number.NEGATIVE_INFINITY
/** What the last word in front of a place may be: a name, or one of 1 to 5 signs. */
const STATES = LONGEST_WORD + 1
const NAME = 0

/** Of each place and what stands in front of it: how well all words so far go together, what stands in front of that word, and how many signs a name and its family have. */
interface Cuts {
  readonly score: Float64Array
  readonly before: Int8Array
  readonly nameSigns: Int8Array
  readonly familySigns: Int8Array
}

/** The words of one run of Chinese signs, from `from` to `to` (Viterbi). */
export function cutRun(text: string, from: number, to: number, model: NameModel, base: number): Piece[] {
  const length = to - from
  const cuts: Cuts = {
    score: new Float64Array((length + 1) * STATES).fill(NONE),
    before: new Int8Array((length + 1) * STATES),
    nameSigns: new Int8Array(length + 1),
    familySigns: new Int8Array(length + 1),
  }
  // Nothing stands in front of the first sign: worth as much as a word that says nothing.
  cuts.score[1] = 0
  for (let place = 0; place < length; place++) {
    addWords(text, from, place, length, cuts, model)
    if (base > NONE && model.beginsFamily[text.charCodeAt(from + place)] === 1)
      addNames(text, from, place, length, cuts, model, base)
  }
  const last = length * STATES + NAME
  cuts.score[last] = (cuts.score[last] ?? NONE) + ofSide(model.behind, sideAt(text, to))
  return piecesOf(cuts, from, length)
}

/** Every word that begins at a place. */
function addWords(text: string, from: number, place: number, length: number, cuts: Cuts, model: NameModel): void {
  const { score, before } = cuts
  const state = bestAt(score, place, 1)
  const value = score[place * STATES + state] ?? NONE
  const named = score[place * STATES + NAME] ?? NONE
  if (value === NONE && named === NONE) return
  let [hash, print] = [PLACE_SEED, PRINT_SEED]
  for (let signs = 1; signs <= LONGEST_WORD && place + signs <= length; signs++) {
    const code = text.charCodeAt(from + place + signs - 1)
    hash = withSign(hash, code)
    print = withSign(print, code)
    const frequency = frequencyAt(model.words, hash, print)
    if (frequency === 0 && signs > 1) continue
    const worth = frequency === 0 ? UNKNOWN : frequency - model.total
    const afterName = named === NONE ? NONE : named + (model.behind.get(hash) ?? 0)
    const slot = (place + signs) * STATES + signs
    score[slot] = Math.max(value, afterName) + worth
    before[slot] = afterName > value ? NAME : state
  }
}

/** Every name that begins at a place. */
function addNames(
  text: string,
  from: number,
  place: number,
  length: number,
  cuts: Cuts,
  model: NameModel,
  base: number,
): void {
  const at = from + place
  const front = stateInFront(text, from, place, cuts.score, model)
  const led = base + ledTo(text, from, place, front, cuts.score, model)
  for (let family = 1; family <= 2 && place + family < length; family++) {
    const borne =
      family === 1 ? model.family[text.charCodeAt(at)] : model.familyOfTwo.get(hashOf(text, at, at + 2, PLACE_SEED))
    if (!borne) continue
    for (let given = 1; given <= 2 && place + family + given <= length; given++) {
      const end = place + family + given
      const worth = led + borne + givenWorth(text, at + family, given, model)
      const slot = end * STATES + NAME
      if (worth <= (cuts.score[slot] ?? NONE)) continue
      cuts.score[slot] = worth
      cuts.before[slot] = front
      cuts.nameSigns[end] = family + given
      cuts.familySigns[end] = family
    }
  }
}

/** The best of the states from `first` on. */
function bestAt(score: Float64Array, place: number, first: number): number {
  let [state, value] = [1, NONE]
  for (let signs = first; signs <= LONGEST_WORD; signs++) {
    const worth = score[place * STATES + signs] ?? NONE
    if (worth > value) [state, value] = [signs, worth]
  }
  return state
}

/** By how well its last word leads to a name, the best cut in front of it. */
function stateInFront(text: string, from: number, place: number, score: Float64Array, model: NameModel): number {
  let [state, value] = [1, NONE]
  for (let signs = 1; signs <= Math.min(LONGEST_WORD, place); signs++) {
    const worth = ledTo(text, from, place, signs, score, model)
    if (worth > value) [state, value] = [signs, worth]
  }
  return state
}

function ledTo(
  text: string,
  from: number,
  place: number,
  signs: number,
  score: Float64Array,
  model: NameModel,
): number {
  if (place === 0) return ofSide(model.before, sideAt(text, from - 1))
  const worth = score[place * STATES + signs] ?? NONE
  if (worth === NONE) return NONE
  const at = from + place
  return worth + (model.before.get(hashOf(text, at - signs, at, PLACE_SEED)) ?? 0)
}

/** How likely somebody is called so. */
function givenWorth(text: string, at: number, signs: number, model: NameModel): number {
  const first = text.charCodeAt(at)
  if (signs === 1) return model.alone[first] || model.unusual
  return (model.first[first] || model.unusual) + (model.second[text.charCodeAt(at + 1)] || model.unusual)
}

/** From the last place back to the first. */
function piecesOf({ score, before, nameSigns, familySigns }: Cuts, from: number, length: number): Piece[] {
  const found: Piece[] = []
  let state = bestAt(score, length, NAME)
  for (let place = length; place > 0; ) {
    const isName = state === NAME
    const signs = isName ? (nameSigns[place] ?? 1) : state
    found.push({ start: from + place - signs, end: from + place, familySigns: isName ? (familySigns[place] ?? 1) : 0 })
    state = before[place * STATES + state] ?? 1
    place -= signs
  }
  return found.reverse()
}

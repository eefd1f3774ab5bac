import { isHan, type NameModel } from './name-model.ts'
import { oddsAt, oddsOfSide } from './side-odds.ts'
import { frequencyAt, hashOf, PLACE_SEED, PRINT_SEED, withSign } from './word-table.ts'

/** A word from `start` to `end` of the text; of a name its first `familySigns` are the family's, of any other word none is. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly familySigns: number
}

/** So much less likely than a word of the language is that somebody is named, before anything is known of the words around. */
export const BASE = -5
const LONGEST_WORD = 5

/** All names of a text, from left to right: what the most likely cut of its words says is one. Takes time in proportion to the text. */
export function namesCut(text: string, model: NameModel, base = BASE): Piece[] {
  const found: Piece[] = []
  for (let place = 0; place < text.length; place++) {
    if (!isHan(text.charCodeAt(place))) continue
    let end = place + 1
    while (end < text.length && isHan(text.charCodeAt(end))) end++
    if (mayName(text, place, end, model, base))
      found.push(...cutRun(text, place, end, model, base).filter(({ familySigns }) => familySigns > 0))
    place = end
  }
  return found
}

/** Whether some signs of a run are worth more as a name than each as a word of its own: if not, no cut has a name, and most runs need not be cut. */
function mayName(text: string, from: number, to: number, model: NameModel, base: number): boolean {
  const { before, behind, beginsFamily, single } = model
  for (let at = from; at < to - 1; at++) {
    if (beginsFamily[text.charCodeAt(at)] !== 1) continue
    let led = NONE
    for (let family = 1; family <= 2; family++) {
      const borne = borneAt(text, at, family, model)
      if (borne === 0) continue
      for (let given = 1; given <= 2 && at + family + given <= to; given++) {
        const end = at + family + given
        let alone = 0
        for (let sign = at; sign < end; sign++) alone += single[text.charCodeAt(sign)] ?? 0
        const worth = base + borne + givenWorth(text, at + family, given, model)
        if (worth + before.most + behind.most <= alone) continue
        if (led === NONE) led = bestLed(text, from, at, model)
        if (worth + led + behind.most <= alone) continue
        if (worth + led + bestFollowed(text, end, to, model) > alone) return true
      }
    }
  }
  return false
}

/** The most that any word in front says. */
function bestLed(text: string, from: number, at: number, model: NameModel): number {
  if (at === from) return oddsOfSide(model.before, text, from - 1)
  let best = NONE
  for (let signs = 1; signs <= LONGEST_WORD && at - signs >= from; signs++)
    best = Math.max(best, oddsAt(model.before, hashOf(text, at - signs, at, PLACE_SEED)))
  return best
}

function bestFollowed(text: string, end: number, to: number, model: NameModel): number {
  if (end === to) return oddsOfSide(model.behind, text, to)
  let [best, hash] = [NONE, PLACE_SEED]
  for (let signs = 1; signs <= LONGEST_WORD && end + signs <= to; signs++) {
    hash = withSign(hash, text.charCodeAt(end + signs - 1))
    best = Math.max(best, oddsAt(model.behind, hash))
  }
  return best
}

/** What a family of so many signs is worth there; 0: it is none. */
const borneAt = (text: string, at: number, signs: number, model: NameModel): number =>
  signs === 1
    ? (model.family[text.charCodeAt(at)] ?? 0)
    : (model.familyOfTwo.get(hashOf(text, at, at + 2, PLACE_SEED)) ?? 0)

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
  cuts.score[last] = (cuts.score[last] ?? NONE) + oddsOfSide(model.behind, text, to)
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
    const frequency = signs === 1 ? 0 : frequencyAt(model.words, hash, print)
    if (frequency === 0 && signs > 1) continue
    const worth = signs === 1 ? (model.single[code] ?? 0) : frequency - model.total
    const afterName = named === NONE ? NONE : named + oddsAt(model.behind, hash)
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
    const borne = borneAt(text, at, family, model)
    if (borne === 0) continue
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
  if (place === 0) return oddsOfSide(model.before, text, from - 1)
  const worth = score[place * STATES + signs] ?? NONE
  if (worth === NONE) return NONE
  const at = from + place
  return worth + oddsAt(model.before, hashOf(text, at - signs, at, PLACE_SEED))
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

import { type Cues, cuesIn } from './cues.ts'
import { type DigitRun, digitRunsIn } from './digit-runs.ts'
import type { Piece } from './pieces.ts'
import { isCounting, REACH, type Signs } from './signs.ts'

/** How many features each sign has. */
export const FEATURES = 34
/** The table of weights has 2 to the power of this many rows, and a feature is the number of one. */
export const ROW_BITS = 17

const ROWS = (1 << ROW_BITS) - 1
/** How far back a word of persons and one of things is taken to speak of a sign. */
const [PERSONS_REACH, THINGS_REACH, AHEAD] = [30, 16, 10]
const AROUND = 14
const [BEGINS_SOON, NO_RUN] = [14, 15]
const SOON = 6
/** Phones, papers and cards, and orders, by their bits; and the rest of what is spoken of. */
const [SPOKEN_OF_NUMBERS, SPOKEN_OF_REST] = [0x407, 0x3f8]
const PRIME = 7919

const mixed = (hash: number, next: number): number => {
  const product = Math.imul(hash ^ (next + 1), 0x9e3779b1)
  return (product << 13) | (product >>> 19)
}
const rowOf = (hash: number): number => {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) & ROWS
}

/** What a feature is made of, in its order; each kind of feature has a number of its own. A function for each count: one for all takes twice the time. */
const begun = (kind: number, a: number): number => mixed(Math.imul(kind, PRIME), a)
const ofOne = (kind: number, a: number): number => rowOf(begun(kind, a))
const ofTwo = (kind: number, a: number, b: number): number => rowOf(mixed(begun(kind, a), b))
const ofThree = (kind: number, a: number, b: number, c: number): number => rowOf(mixed(mixed(begun(kind, a), b), c))
const ofFour = (kind: number, a: number, b: number, c: number, d: number): number =>
  rowOf(mixed(mixed(mixed(begun(kind, a), b), c), d))
const ofFive = (kind: number, a: number, b: number, c: number, d: number, e: number): number =>
  rowOf(mixed(mixed(mixed(mixed(begun(kind, a), b), c), d), e))
const ofSeven = (
  ...[kind, a, b, c, d, e, f, g]: [number, number, number, number, number, number, number, number]
): number => rowOf(mixed(mixed(mixed(mixed(mixed(mixed(begun(kind, a), b), c), d), e), f), g))

/** Lengths that mean something are told apart: a phone has eleven digits, a card sixteen. */
const LEAST = [0, 1, 2, 3, 5, 7, 9, 11, 12, 13, 16, 19, 21, 31]
const sizeOf = (count: number): number => {
  let size = 0
  while (size + 1 < LEAST.length && count >= (LEAST[size + 1] ?? 0)) size++
  return size
}

/** What is known of a text before any of its signs is looked at. */
export interface Judged {
  readonly signs: Signs
  readonly cues: Cues
  readonly runs: readonly DigitRun[]
  /** How many digits stand in front of each place. */
  readonly digitsBefore: Int32Array
  /** The cue that begins within ten signs behind each place. */
  readonly ahead: Uint8Array
}

export function judged(signs: Signs): Judged {
  const { length, kinds, text } = signs
  const cues = cuesIn(text)
  const digitsBefore = new Int32Array(length + 1)
  for (let place = 0; place < length; place++)
    digitsBefore[place + 1] = (digitsBefore[place] ?? 0) + (isCounting(kinds[place + REACH] ?? 0) ? 1 : 0)
  const ahead = new Uint8Array(length)
  let [next, at] = [0, Number.POSITIVE_INFINITY]
  for (let place = length - 1; place >= 0; place--) {
    const begins = cues.begin[place] ?? 0
    if (begins > 0) [next, at] = [begins, place]
    ahead[place] = at - place < AHEAD ? next : 0
  }
  return { signs, cues, runs: digitRunsIn(signs), digitsBefore, ahead }
}

/** The rows of the features of each sign of a piece, one sign after the other. */
export function featuresOf({ signs, cues, runs, digitsBefore, ahead }: Judged, { start, end }: Piece): Int32Array {
  const { kinds, units, length } = signs
  const rows = new Int32Array((end - start) * FEATURES)
  const kindAt = (place: number): number => kinds[place + REACH] ?? 0
  const unitAt = (place: number): number => units[place + REACH] ?? 0
  const before = (place: number): number => digitsBefore[Math.max(0, Math.min(length, place))] ?? 0
  let [cue, cueAt, thing, thingAt, next] = [0, Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY, 0]
  let at = 0
  for (let place = Math.max(0, start - PERSONS_REACH); place < end; place++) {
    const [persons, things] = [cues.endOfPersons[place] ?? 0, cues.endOfThings[place] ?? 0]
    if (persons > 0) [cue, cueAt] = [persons, place]
    if (things > 0) [thing, thingAt] = [things, place]
    if (place < start) continue
    while (next < runs.length - 1 && (runs[next]?.last ?? 0) < place) next++
    const run = runs[next]
    const isIn = run !== undefined && place >= run.first && place <= run.last
    const isSoon = run !== undefined && run.first > place && run.first - place < SOON
    const size = isIn ? sizeOf(run.count) : isSoon ? BEGINS_SOON : NO_RUN
    const told = isIn ? (run.told === 'written' ? 0 : run.told === 'mixed' ? 1 : 2) : 3
    const person = place - cueAt < PERSONS_REACH ? cue : 0
    const near = place - cueAt < 3 ? 1 : place - cueAt < 10 ? 2 : 3
    const goods = place - thingAt < THINGS_REACH ? thing : 0
    const left = sizeOf(before(place) - before(place - AROUND))
    const right = sizeOf(before(place + AROUND) - before(place))
    const [front, fronter] = isIn ? [unitAt(run.first - 1), unitAt(run.first - 2)] : [0, 0]
    const [behind, behinder] = isIn ? [unitAt(run.last + 1), unitAt(run.last + 2)] : [0, 0]
    const soon = ahead[place] ?? 0
    const [u4, u3, u2, u1, u0] = [
      unitAt(place - 4),
      unitAt(place - 3),
      unitAt(place - 2),
      unitAt(place - 1),
      unitAt(place),
    ]
    const [v1, v2, v3] = [unitAt(place + 1), unitAt(place + 2), unitAt(place + 3)]
    const [k4, k3, k2, k1, k0] = [
      kindAt(place - 4),
      kindAt(place - 3),
      kindAt(place - 2),
      kindAt(place - 1),
      kindAt(place),
    ]
    const [l1, l2, l3, l4] = [kindAt(place + 1), kindAt(place + 2), kindAt(place + 3), kindAt(place + 4)]
    rows[at++] = ofOne(1, 0)
    rows[at++] = ofOne(2, u0)
    rows[at++] = ofTwo(3, u1, u0)
    rows[at++] = ofTwo(4, u0, v1)
    rows[at++] = ofTwo(5, u2, u1)
    rows[at++] = ofTwo(6, v1, v2)
    rows[at++] = ofThree(7, u2, u1, u0)
    rows[at++] = ofThree(8, u0, v1, v2)
    rows[at++] = ofThree(9, u3, u2, u1)
    rows[at++] = ofThree(10, v1, v2, v3)
    rows[at++] = ofSeven(11, k3, k2, k1, k0, l1, l2, l3)
    rows[at++] = ofThree(12, k1, k0, l1)
    rows[at++] = ofFive(13, k2, k1, k0, l1, l2)
    rows[at++] = ofFive(14, k0, l1, l2, l3, l4)
    rows[at++] = ofFive(15, k4, k3, k2, k1, k0)
    rows[at++] = ofThree(16, person, near, k0)
    rows[at++] = ofFour(17, person, size, k0, told)
    rows[at++] = ofThree(18, size, k0, told)
    rows[at++] = ofThree(19, left, right, k0)
    rows[at++] = ofThree(20, soon, k0, person)
    rows[at++] = ofThree(21, u1, k0, v1)
    rows[at++] = ofThree(22, k1, k0, v1)
    rows[at++] = ofThree(23, u1, k0, l1)
    rows[at++] = ofThree(24, person, left, k0)
    rows[at++] = ofFour(25, goods, k0, person, size)
    rows[at++] = ofThree(26, goods, place - thingAt < 3 ? 1 : 2, k0)
    rows[at++] = ofThree(27, fronter, front, size)
    rows[at++] = ofThree(28, front, size, k0)
    rows[at++] = ofThree(29, behind, size, k0)
    rows[at++] = ofFour(30, behind, behinder, size > 3 ? 1 : 0, isIn ? 1 : 0)
    rows[at++] = ofThree(31, cues.spokenOf & SPOKEN_OF_NUMBERS, size, k0)
    rows[at++] = ofTwo(32, cues.spokenOf & SPOKEN_OF_REST, k0)
    rows[at++] = ofFour(33, u4, u3, u2, u1)
    rows[at++] = ofFour(34, goods, front, behind, isIn ? 1 : 0)
  }
  return rows
}

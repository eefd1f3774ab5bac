import type { ListeningParts } from '../../shared/domain/life-channel/ear.ts'
import { LARGEST_WEIGHT, type WrittenModel } from '../../shared/domain/life-channel/model.ts'
import { seenIn } from '../../shared/domain/life-channel/passage.ts'
import type { Features } from '../../shared/domain/life-channel/token-runs.ts'
import { tokensOf } from '../../shared/domain/life-channel/tokens.ts'
import { packed } from '../../shared/domain/packed-weights.ts'

/** What a text is learned from: its features as places of the table, each with what it is worth. */
export interface Lesson {
  readonly places: Uint32Array
  readonly values: Float64Array
  readonly isSo: boolean
}

/** Hashed into 2^23 places: fewer, and features that share one cost two cries in a hundred; more gain nothing. */
export const BITS = 23

export function lessonOf(text: string, isSo: boolean, parts: ListeningParts, bits = BITS): Lesson {
  const { kinds } = seenIn(tokensOf(text, parts.foldings), parts).seen
  const count = kinds.reduce((sum, { features }) => sum + features.size, 0)
  const [places, values] = [new Uint32Array(count), new Float64Array(count)]
  let at = 0
  for (const { features, value } of kinds) at = laid(features, value, { places, values, mask: 2 ** bits - 1 }, at)
  return { places, values, isSo }
}

function laid(
  features: Features,
  value: number,
  { places, values, mask }: Pick<Lesson, 'places' | 'values'> & { mask: number },
  from: number,
): number {
  let at = from
  for (const key of features.keys()) {
    places[at] = key & mask
    values[at++] = value
  }
  return at
}

/** The same numbers in the same order wherever it runs: the steps of `Numerical Recipes`. */
export function makeDice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export interface Learned {
  readonly weights: Float32Array
  readonly bias: number
}

const ROUNDS = 16
/** From here on the weights of each round count, as their mean: what the last lessons of one round pull does not stay. */
const FIRST_THAT_COUNTS = 8
/**
 * How many of a lesson's features are looked at each time it is learned: which ones is left to chance, so that no cry hangs on a single word. Half of them, and the
 * mean, hear two to eight cries in a thousand more at as many false alarms than all of them; with three in ten it is less.
 */
const LOOKED_AT = 0.5
const STEP = 0.25
const SHRINK = 1e-4
const SMALLEST_ERROR = 1e-4
const NEARLY_ALL = 0.9995
/** What stands in so many lessons counts as it is; what is rarer counts for more, what is commoner for less. */
const USUAL = 100

/**
 * Logistic regression, one text after the other, each weight with a step of its own that shrinks as it moves (AdaGrad); half of the features, others each
 * time (dropout), and the mean of the later rounds. The same lessons in the same order, with the same seed, give the same weights.
 */
export function learn(lessons: readonly Lesson[], bits = BITS, weightOfSo = 1, seed = 1): Learned {
  const { order, placeOf, rarity } = denselyLaid(lessons, bits)
  const [weights, moved] = [new Float32Array(placeOf.length), new Float32Array(placeOf.length)]
  const sums = new Float64Array(placeOf.length)
  const seen = new Uint8Array(order.reduce((most, { places }) => Math.max(most, places.length), 0))
  let [bias, biasMoved, biasSum] = [0, 0, 0]
  const dice = makeDice(seed)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, dice)
    for (const { places, values, isSo } of order) {
      let score = 0
      for (let at = 0; at < places.length; at++) {
        const isSeen = dice() < LOOKED_AT
        seen[at] = isSeen ? 1 : 0
        if (isSeen) score += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0)
      }
      const error = (1 / (1 + Math.exp(-bias - score / LOOKED_AT)) - (isSo ? 1 : 0)) * (isSo ? weightOfSo : 1)
      if (Math.abs(error) < SMALLEST_ERROR) continue
      for (let at = 0; at < places.length; at++) {
        if (seen[at] === 0) continue
        const place = places[at] ?? 0
        const slope = (error * (values[at] ?? 0)) / LOOKED_AT + SHRINK * (weights[place] ?? 0)
        moved[place] = (moved[place] ?? 0) + slope * slope
        weights[place] = (weights[place] ?? 0) - (STEP * slope) / Math.sqrt((moved[place] ?? 0) + 1e-6)
      }
      biasMoved += error * error
      bias -= (0.1 * STEP * error) / Math.sqrt(biasMoved + 1e-6)
    }
    if (round < FIRST_THAT_COUNTS) continue
    for (const [place, weight] of weights.entries()) sums[place] = (sums[place] ?? 0) + weight
    biasSum += bias
  }
  const counted = ROUNDS - FIRST_THAT_COUNTS
  const table = new Float32Array(2 ** bits)
  for (const [dense, place] of placeOf.entries()) table[place] = ((sums[dense] ?? 0) / counted) * (rarity[dense] ?? 0)
  return { weights: table, bias: biasSum / counted }
}

/**
 * The mean of what is learned so many times, in other orders and by other halves: what one learning took from its order does not stay. Three hear five of the gravest in
 * a thousand more than one does, at as many false alarms; four no more.
 */
export function learnAgain(lessons: readonly Lesson[], times: number, bits = BITS, weightOfSo = 1): Learned {
  const sum: { weights: Float32Array; bias: number } = { weights: new Float32Array(2 ** bits), bias: 0 }
  for (let seed = 1; seed <= times; seed++) {
    const { weights, bias } = learn(lessons, bits, weightOfSo, seed)
    sum.bias += bias / times
    for (const [place, weight] of weights.entries())
      if (weight !== 0) sum.weights[place] = (sum.weights[place] ?? 0) + weight / times
  }
  return sum
}

/**
 * Only places that some lesson has, in the order in which they come: what is common lies together, which is three times as fast. Values with how
 * rare they are.
 */
function denselyLaid(lessons: readonly Lesson[], bits: number) {
  const denseOf = new Int32Array(2 ** bits).fill(-1)
  const [placeOf, counts]: [number[], number[]] = [[], []]
  for (const { places } of lessons)
    for (const place of places) {
      const known = denseOf[place] ?? -1
      const dense = known < 0 ? placeOf.push(place) - 1 : known
      denseOf[place] = dense
      counts[dense] = (counts[dense] ?? 0) + 1
    }
  const usual = Math.log(Math.max(Math.E, lessons.length / USUAL))
  const rarity = Float32Array.from(counts, (count) => Math.log(lessons.length / count) / usual)
  const order = lessons.map(({ places, values, isSo }) => {
    const dense = places.map((place) => denseOf[place] ?? 0)
    return {
      places: dense,
      values: Float32Array.from(values, (value, at) => value * (rarity[dense[at] ?? 0] ?? 0)),
      isSo,
    }
  })
  return { order, placeOf, rarity }
}

export function shuffle<T>(items: T[], dice: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(dice() * (last + 1))
    const [one, two] = [items[last], items[other]]
    if (one !== undefined && two !== undefined) [items[last], items[other]] = [two, one]
  }
}

/** Small whole numbers instead of weights, those that come to less than the fewest left out. A few very large ones are cut to what nearly all fit in. */
export function written({ weights, bias }: Learned, fewest = 1): WrittenModel {
  const sizes = weights.filter((weight) => weight !== 0).map(Math.abs)
  const scale = (sizes.sort()[Math.floor(sizes.length * NEARLY_ALL)] ?? 1) / LARGEST_WEIGHT
  const weightOf = (place: number): number => {
    const small = Math.round((weights[place] ?? 0) / scale)
    return Math.abs(small) < fewest ? 0 : Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, small))
  }
  return { bits: Math.log2(weights.length), bias, scale, ...packed(weights.length, LARGEST_WEIGHT, weightOf) }
}

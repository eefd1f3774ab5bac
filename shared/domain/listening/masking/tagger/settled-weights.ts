import { FEATURES } from './sign-features.ts'

/** Weights that no longer change, laid out so that a sign is judged fast: what its 34 features say for all nine tags is three additions each. */
export interface SettledWeights {
  /** Of each row three numbers, each with the weights of three tags side by side. */
  readonly sums: Int32Array
  /** What a tag is worth that has so much less than the best one of its sign. */
  readonly powers: Float64Array
}

const [SIDE_BY_SIDE, NUMBERS] = [3, 3]
export const TAGS_OF_SETTLED = SIDE_BY_SIDE * NUMBERS
/** Room for what the features of a sign add up to, none of it below nought. */
const [BITS, MOST] = [10, (1 << 10) - 1]

/** `weights`: whole numbers, at most `largest` (15) to either side: what the features of a sign say for a tag has room in its bits. */
export function settledWeights(weights: Int8Array, largest: number, scale: number): SettledWeights {
  const sums = new Int32Array((weights.length / TAGS_OF_SETTLED) * NUMBERS)
  for (let number = 0, place = 0; number < sums.length; number++) {
    let three = 0
    for (let bits = 0; bits < SIDE_BY_SIDE * BITS; bits += BITS) three += ((weights[place++] ?? 0) + largest) << bits
    sums[number] = three
  }
  return { sums, powers: Float64Array.from({ length: MOST + 1 }, (_, less) => Math.exp(-less * scale)) }
}

/** By its features alone: the largest of a sign is 1. `rows`: of all signs, one after the other. */
export function scoresOfSettled({ sums, powers }: SettledWeights, rows: Int32Array): Float64Array {
  const count = rows.length / FEATURES
  const scores = new Float64Array(count * TAGS_OF_SETTLED)
  for (let sign = 0; sign < count; sign++) {
    let [first, second, third] = [0, 0, 0]
    for (let feature = sign * FEATURES; feature < (sign + 1) * FEATURES; feature++) {
      const row = (rows[feature] ?? 0) * NUMBERS
      first += sums[row] ?? 0
      second += sums[row + 1] ?? 0
      third += sums[row + 2] ?? 0
    }
    const most = Math.max(mostOf(first), mostOf(second), mostOf(third))
    const here = sign * TAGS_OF_SETTLED
    for (let tag = 0, bits = 0; tag < SIDE_BY_SIDE; tag++, bits += BITS) {
      scores[here + tag] = powers[most - ((first >> bits) & MOST)] ?? 0
      scores[here + SIDE_BY_SIDE + tag] = powers[most - ((second >> bits) & MOST)] ?? 0
      scores[here + 2 * SIDE_BY_SIDE + tag] = powers[most - ((third >> bits) & MOST)] ?? 0
    }
  }
  return scores
}

const mostOf = (three: number): number => Math.max(three & MOST, (three >> BITS) & MOST, (three >> (2 * BITS)) & MOST)

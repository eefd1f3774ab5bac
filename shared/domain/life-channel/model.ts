import type { Seen } from './features.ts'
import type { Place } from './places.ts'

/** A linear model as it is written: each weight is a small whole number, with how many places of the table lie between it and the one before; in two strings, which are packed the better. */
export interface WrittenModel {
  /** The table has 2 to the power of this many places; a feature stands at its lowest bits. */
  readonly bits: number
  readonly bias: number
  /** What a weight of 1 is worth. */
  readonly scale: number
  /** Per weight: its distance in one sign or, behind `~` for each 90 more, in several. */
  readonly distances: string
  /** In the same order, a sign each. */
  readonly weights: string
}

export interface Model {
  readonly bias: number
  readonly scale: number
  readonly mask: number
  readonly table: Int8Array
}

/** Signs that JSON writes as they are, `"` and `\` left out: 0 is the first of them. */
const FIRST_SIGN = 35
const BACKSLASH = 92
const FARTHER = '~'
/** `~` says that the distance goes on; what is below is a distance. */
export const LONGEST_DISTANCE = 90
/** As far as a weight goes to either side. Finer steps, up to 44, hear no more and make the model half as large again. */
export const LARGEST_WEIGHT = 5

export const signOf = (value: number): string => {
  const code = FIRST_SIGN + value
  return String.fromCharCode(code < BACKSLASH ? code : code + 1)
}

const numberOf = (code: number): number => (code < BACKSLASH ? code : code - 1) - FIRST_SIGN

export function modelOf({ bits, bias, scale, distances, weights }: WrittenModel): Model {
  const table = new Int8Array(2 ** bits)
  let [place, next] = [-1, 0]
  for (let at = 0; at < distances.length; at++) {
    if (distances[at] === FARTHER) {
      place += LONGEST_DISTANCE
      continue
    }
    place += numberOf(distances.charCodeAt(at))
    table[place] = numberOf(weights.charCodeAt(next++)) - LARGEST_WEIGHT
  }
  return { bias, scale, mask: table.length - 1, table }
}

/** How much speaks for it: above 0 more than against. */
export function scoreOf({ bias, scale, mask, table }: Model, { kinds }: Seen): number {
  let score = bias
  for (const { features, value } of kinds) {
    let sum = 0
    for (const key of features.keys()) sum += table[key & mask] ?? 0
    score += sum * scale * value
  }
  return score
}

/** How much each token of a passage speaks for it. */
export function sharesOf({ scale, mask, table }: Model, { kinds }: Seen, count: number): Float64Array {
  const shares = new Float64Array(count)
  for (const { features, value } of kinds)
    for (const [key, place] of features) lay(shares, place, (table[key & mask] ?? 0) * scale * value)
  return shares
}

function lay(shares: Float64Array, { from, to }: Place, weight: number): void {
  const [first, last] = [Math.max(0, from), Math.min(shares.length, to)]
  for (let at = first; at < last; at++) shares[at] = (shares[at] ?? 0) + weight / (last - first)
}

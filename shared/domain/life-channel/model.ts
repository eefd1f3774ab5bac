import { type PackedWeights, unpacked } from '../packed-weights.ts'
import type { Seen } from './features.ts'
import type { TokenRun } from './token-runs.ts'

/** A linear model as it is written. */
export interface WrittenModel extends PackedWeights {
  /** The table has 2 to the power of this many places; a feature stands at its lowest bits. */
  readonly bits: number
  readonly bias: number
  /** What a weight of 1 is worth. */
  readonly scale: number
}

export interface Model {
  readonly bias: number
  readonly scale: number
  readonly mask: number
  readonly table: Int8Array
}

/** As far as a weight goes to either side. Finer steps, up to 44, hear no more and make the model half as large again. */
export const LARGEST_WEIGHT = 5

export function modelOf({ bits, bias, scale, ...weights }: WrittenModel): Model {
  const table = unpacked(2 ** bits, LARGEST_WEIGHT, weights)
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

function lay(shares: Float64Array, { from, to }: TokenRun, weight: number): void {
  const [first, last] = [Math.max(0, from), Math.min(shares.length, to)]
  for (let at = first; at < last; at++) shares[at] = (shares[at] ?? 0) + weight / (last - first)
}

import { type PackedWeights, unpacked } from '../../../packed-weights.ts'
import { followsOf, type SequenceModel, TAG_COUNT } from './sequence-model.ts'
import { settledWeights } from './settled-weights.ts'
import { ROW_BITS } from './sign-features.ts'

/** `resources/masking/tagger.json`: learned from marked lines by `scripts/train-masks.mjs`. */
export interface WrittenTagger extends PackedWeights {
  readonly version: string
  /** What a weight of 1 is worth. */
  readonly scale: number
  /** From each tag to each, row by row. */
  readonly transitions: readonly number[]
}

/** As far as a weight goes to either side. */
export const LARGEST_WEIGHT = 10

export function taggerOf({ scale, transitions, ...packed }: WrittenTagger): SequenceModel {
  const weights = unpacked(2 ** ROW_BITS * TAG_COUNT, LARGEST_WEIGHT, packed)
  const between = Float64Array.from(transitions)
  const settled = settledWeights(weights, LARGEST_WEIGHT, scale)
  return { weights, scale, transitions: between, settled: { ...settled, follows: followsOf(between) } }
}

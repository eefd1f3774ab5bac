import { type PackedWeights, unpacked } from '../../../packed-weights.ts'
import { followsOf, type SequenceModel, TAG_COUNT } from './sequence-model.ts'
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

export const taggerOf = ({ scale, transitions, ...weights }: WrittenTagger): SequenceModel => ({
  weights: unpacked(2 ** ROW_BITS * TAG_COUNT, LARGEST_WEIGHT, weights),
  scale,
  transitions: Float64Array.from(transitions),
  follows: followsOf(Float64Array.from(transitions)),
})

import { type SettledWeights, scoresOfSettled } from './settled-weights.ts'
import { FEATURES } from './sign-features.ts'

/** What a sign is part of. `nothing` first: its share is what speaks against a mask. */
export const TAGS = ['nothing', 'number', 'paper', 'plate', 'chat', 'code', 'email', 'address', 'name'] as const
export type Tag = (typeof TAGS)[number]
export const TAG_COUNT = TAGS.length

/** A linear chain: what each feature says for each tag, and what one tag says for the next. Rows of `TAG_COUNT` weights. */
export interface SequenceModel {
  readonly weights: Float32Array | Int8Array
  /** What a weight of 1 is worth. */
  readonly scale: number
  /** From each tag (row) to each. */
  readonly transitions: Float64Array
  /** The same, laid out to be read fast, where the model is done learning. */
  readonly settled?: SettledWeights & { readonly follows: Float64Array }
}

/** What one tag makes of the likelihood of the next. */
export const followsOf = (transitions: Float64Array): Float64Array => Float64Array.from(transitions, Math.exp)

/**
 * How likely each sign is part of what, by all signs of its piece: the forward–backward algorithm (Rabiner 1989), scaled at every step. Per sign a
 * row of `TAG_COUNT` shares that add up to 1. `pairs`: takes up how often one tag is expected behind another.
 */
export function sharesOf(model: SequenceModel, rows: Int32Array, pairs?: Float64Array): Float64Array {
  const steps = forwardSteps(model, rows)
  const shares = sharesFrom(steps)
  if (pairs !== undefined) takeUpPairs(pairs, steps)
  return shares
}

/** The same, or null where no sign can be part of anything as surely as that: most pieces are told by the first half of the work. */
export function sharesAbove(model: SequenceModel, rows: Int32Array, least: number): Float64Array | null {
  const steps = forwardSteps(model, rows)
  // A sign that is part of something lies on a path beside the one on which nothing is.
  return 1 - steps.ofNothing < least ? null : sharesFrom(steps)
}
interface Steps {
  readonly own: Float64Array
  readonly follows: Float64Array
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** How likely no sign of the piece is part of anything. */
  readonly ofNothing: number
}

function forwardSteps(model: SequenceModel, rows: Int32Array): Steps {
  const count = rows.length / FEATURES
  const own = model.settled === undefined ? ownScores(model, rows) : scoresOfSettled(model.settled, rows)
  const follows = model.settled?.follows ?? followsOf(model.transitions)
  const forward = new Float64Array(own.length)
  const before = new Float64Array(TAG_COUNT)
  const sums = new Float64Array(TAG_COUNT).fill(1)
  let ofNothing = 1
  for (let sign = 0; sign < count; sign++) {
    const here = sign * TAG_COUNT
    if (sign > 0) sums.fill(0)
    for (let other = 0; sign > 0 && other < TAG_COUNT; other++) {
      const [share, row] = [before[other] ?? 0, other * TAG_COUNT]
      for (let tag = 0; tag < TAG_COUNT; tag++) sums[tag] = (sums[tag] ?? 0) + share * (follows[row + tag] ?? 0)
    }
    let scale = 0
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      const share = (sums[tag] ?? 0) * (own[here + tag] ?? 0)
      before[tag] = share
      scale += share
    }
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      const share = (before[tag] ?? 0) / scale
      before[tag] = share
      forward[here + tag] = share
    }
    ofNothing *= ((sign === 0 ? 1 : (follows[0] ?? 0)) * (own[here] ?? 0)) / scale
  }
  return { own, follows, forward, backward: new Float64Array(own.length), ofNothing }
}

function sharesFrom({ own, follows, forward, backward }: Steps): Float64Array {
  const count = own.length / TAG_COUNT
  const shares = new Float64Array(own.length)
  if (count > 0) backward.fill(1, (count - 1) * TAG_COUNT)
  for (let sign = count - 2; sign >= 0; sign--) {
    const [here, behind] = [sign * TAG_COUNT, (sign + 1) * TAG_COUNT]
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      let sum = 0
      for (let other = 0; other < TAG_COUNT; other++)
        sum += (follows[tag * TAG_COUNT + other] ?? 0) * (own[behind + other] ?? 0) * (backward[behind + other] ?? 0)
      backward[here + tag] = sum
    }
    scaleToOne(backward, here)
  }
  for (let at = 0; at < shares.length; at++) shares[at] = (forward[at] ?? 0) * (backward[at] ?? 0)
  for (let sign = 0; sign < count; sign++) scaleToOne(shares, sign * TAG_COUNT)
  return shares
}

/** By its features alone: the largest of a sign is 1. */
function ownScores({ weights, scale }: SequenceModel, rows: Int32Array): Float64Array {
  const count = rows.length / FEATURES
  const scores = new Float64Array(count * TAG_COUNT)
  for (let sign = 0; sign < count; sign++) {
    const here = sign * TAG_COUNT
    for (let feature = sign * FEATURES; feature < (sign + 1) * FEATURES; feature++) {
      const row = (rows[feature] ?? 0) * TAG_COUNT
      for (let tag = 0; tag < TAG_COUNT; tag++)
        scores[here + tag] = (scores[here + tag] ?? 0) + (weights[row + tag] ?? 0)
    }
    let most = Number.NEGATIVE_INFINITY
    for (let tag = 0; tag < TAG_COUNT; tag++) most = Math.max(most, scores[here + tag] ?? 0)
    for (let tag = 0; tag < TAG_COUNT; tag++) scores[here + tag] = Math.exp(((scores[here + tag] ?? 0) - most) * scale)
  }
  return scores
}

/** What they added up to. */
function scaleToOne(rows: Float64Array, from: number): number {
  let sum = 0
  for (let tag = 0; tag < TAG_COUNT; tag++) sum += rows[from + tag] ?? 0
  for (let tag = 0; tag < TAG_COUNT; tag++) rows[from + tag] = (rows[from + tag] ?? 0) / sum
  return sum
}

function takeUpPairs(pairs: Float64Array, { own, follows, forward, backward }: Steps): void {
  const here = new Float64Array(pairs.length)
  for (let behind = TAG_COUNT; behind < own.length; behind += TAG_COUNT) {
    let sum = 0
    for (let tag = 0; tag < TAG_COUNT; tag++)
      for (let other = 0; other < TAG_COUNT; other++) {
        const pair = tag * TAG_COUNT + other
        const share =
          (forward[behind - TAG_COUNT + tag] ?? 0) *
          (follows[pair] ?? 0) *
          (own[behind + other] ?? 0) *
          (backward[behind + other] ?? 0)
        here[pair] = share
        sum += share
      }
    for (let pair = 0; pair < pairs.length; pair++) pairs[pair] = (pairs[pair] ?? 0) + (here[pair] ?? 0) / sum
  }
}

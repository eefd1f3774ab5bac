import { piecesOf } from '../../shared/domain/listening/masking/tagger/pieces.ts'
import {
  type SequenceModel,
  sharesOf,
  TAG_COUNT,
  TAGS,
} from '../../shared/domain/listening/masking/tagger/sequence-model.ts'
import { FEATURES, featuresOf, judged, ROW_BITS } from '../../shared/domain/listening/masking/tagger/sign-features.ts'
import { signsOf } from '../../shared/domain/listening/masking/tagger/signs.ts'
import { LARGEST_WEIGHT, type WrittenTagger } from '../../shared/domain/listening/masking/tagger/written-tagger.ts'
import { packed } from '../../shared/domain/packed-weights.ts'
import { makeDice, shuffle } from '../ear/train.ts'
import type { MarkedLine } from './lines.ts'

/** A piece of a line: the rows of its features, and what each of its signs is. */
interface Lesson {
  readonly rows: Int32Array
  readonly tags: Uint8Array
  /** How much it counts. */
  readonly weight: number
}

const EPOCHS = 7
/** From then on the weights are averaged (Polyak 1992): the last steps are as much chance as lesson. */
const SETTLED = 3
const RATE = 0.04
/** How much each step takes of a weight that is not needed. */
const DECAY = 6e-3
/** A mask too many in one line of two hundred is the limit, and ordinary lines are many more than those that were written to teach. */
const ORDINARY_WEIGHT = 4
/** What is known this well teaches no more. */
const KNOWN = 2e-3
/** Adagrad (Duchi 2011) starts with a sum, so that its first steps are no leaps. */
const FIRST = 0.1
const STEP = 0.15
const SEED = 7

function lessonsOf(line: MarkedLine): Lesson[] {
  const signs = signsOf(line.text)
  const known = judged(signs)
  const all = new Uint8Array(line.text.length)
  for (const { start, end, tag } of line.secrets) all.fill(TAGS.indexOf(tag), start, end)
  return piecesOf(signs).map((piece) => ({
    rows: featuresOf(known, piece),
    tags: all.subarray(piece.start, piece.end),
    weight: line.manner === 'ordinary' ? ORDINARY_WEIGHT : 1,
  }))
}

/** A conditional random field (Lafferty 2001), by stochastic steps. The same lines give the same weights. */
export function trainTagger(
  lines: readonly MarkedLine[],
  said: (epoch: string) => void = () => undefined,
): SequenceModel {
  const lessons = lines.flatMap(lessonsOf)
  const weights = new Float32Array(2 ** ROW_BITS * TAG_COUNT)
  const steps = new Float32Array(weights.length)
  const transitions = new Float64Array(TAG_COUNT * TAG_COUNT)
  const transitionSteps = new Float64Array(transitions.length)
  const model = { weights, scale: 1, transitions }
  const sums = new Float64Array(weights.length)
  const transitionSums = new Float64Array(transitions.length)
  const dice = makeDice(SEED)
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    shuffle(lessons, dice)
    let loss = 0
    for (const { rows, tags, weight } of lessons) {
      const pairs = new Float64Array(transitions.length)
      const shares = sharesOf(model, rows, pairs)
      for (const [sign, tag] of tags.entries()) {
        loss -= Math.log(Math.max(1e-12, shares[sign * TAG_COUNT + tag] ?? 0))
        for (let other = 0; other < TAG_COUNT; other++) {
          const wrong = ((other === tag ? 1 : 0) - (shares[sign * TAG_COUNT + other] ?? 0)) * weight
          if (Math.abs(wrong) < KNOWN) continue
          for (let feature = sign * FEATURES; feature < (sign + 1) * FEATURES; feature++) {
            const place = (rows[feature] ?? 0) * TAG_COUNT + other
            step(weights, steps, place, wrong - DECAY * (weights[place] ?? 0))
          }
        }
        const pair = (tags[sign - 1] ?? 0) * TAG_COUNT + tag
        if (sign > 0) pairs[pair] = (pairs[pair] ?? 0) - 1
      }
      for (const [pair, wrong] of pairs.entries())
        if (Math.abs(wrong) > 1e-4) step(transitions, transitionSteps, pair, -wrong * weight)
    }
    if (epoch > SETTLED) {
      for (const [place, weight] of weights.entries()) sums[place] = (sums[place] ?? 0) + weight
      for (const [pair, weight] of transitions.entries()) transitionSums[pair] = (transitionSums[pair] ?? 0) + weight
    }
    said(`${epoch} of ${EPOCHS}: ${(loss / lessons.length).toFixed(4)} a piece`)
  }
  const settled = EPOCHS - SETTLED
  return {
    ...{ weights: Float32Array.from(sums, (sum) => sum / settled), scale: 1 },
    transitions: transitionSums.map((sum) => sum / settled),
  }
}

function step(
  values: Float32Array | Float64Array,
  squares: Float32Array | Float64Array,
  place: number,
  towards: number,
): void {
  const sum = (squares[place] ?? 0) + towards * towards
  squares[place] = sum
  values[place] = (values[place] ?? 0) + (RATE * towards) / (FIRST + Math.sqrt(sum))
}

/** As it is kept: weights in steps, those of less than half a step left out. */
export function writtenTagger({ weights, transitions }: SequenceModel, version: string): WrittenTagger {
  const weightAt = (place: number): number =>
    Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, Math.round((weights[place] ?? 0) / STEP)))
  return {
    version,
    scale: STEP,
    transitions: [...transitions].map((weight) => Number(weight.toFixed(3))),
    ...packed(weights.length, LARGEST_WEIGHT, weightAt),
  }
}

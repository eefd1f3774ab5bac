import { foldSigns } from '../folding.ts'
import { isOfHand, type Piece, piecesOf } from './pieces.ts'
import { type SequenceModel, sharesAbove, TAG_COUNT, TAGS, type Tag } from './sequence-model.ts'
import { featuresOf, judged } from './sign-features.ts'
import { mayCount, signsOf } from './signs.ts'

/** What is taken for personal data by the words around it: where, what it most likely is, and how surely it is any. */
export interface Tagged extends Piece {
  readonly tag: Exclude<Tag, 'nothing'>
  /** The share of its surest sign, from 0 to 1. */
  readonly surety: number
}

/** Signs that are less likely part of anything end what stands before them. */
const LEAST_OF_SIGN = 0.3

/** What is as surely something as `least`, in order, and none inside another. */
export function taggedIn(text: string, model: SequenceModel, least: number): Tagged[] {
  if (!isOfHand(text) || !mayCount(foldSigns(text))) return []
  const signs = signsOf(text)
  const pieces = piecesOf(signs)
  if (pieces.length === 0) return []
  const known = judged(signs)
  return pieces.flatMap((piece) => {
    const shares = sharesAbove(model, featuresOf(known, piece), least)
    return shares === null ? [] : surelySomething(shares, piece.start).filter(({ surety }) => surety >= least)
  })
}

function surelySomething(shares: Float64Array, start: number): Tagged[] {
  const found: Tagged[] = []
  const count = shares.length / TAG_COUNT
  const surety = (sign: number): number => (sign < count ? 1 - (shares[sign * TAG_COUNT] ?? 1) : 0)
  for (let first = 0; first < count; first++) {
    if (surety(first) < LEAST_OF_SIGN) continue
    let [end, most] = [first, 0]
    const sums = new Float64Array(TAG_COUNT)
    for (; surety(end) >= LEAST_OF_SIGN; end++) {
      most = Math.max(most, surety(end))
      for (let tag = 1; tag < TAG_COUNT; tag++) sums[tag] = (sums[tag] ?? 0) + (shares[end * TAG_COUNT + tag] ?? 0)
    }
    found.push({ start: start + first, end: start + end, tag: likeliest(sums), surety: most })
    first = end
  }
  return found
}

function likeliest(sums: Float64Array): Tagged['tag'] {
  let best = 1
  for (let tag = 2; tag < TAG_COUNT; tag++) if ((sums[tag] ?? 0) > (sums[best] ?? 0)) best = tag
  return (TAGS[best] ?? 'number') as Tagged['tag']
}

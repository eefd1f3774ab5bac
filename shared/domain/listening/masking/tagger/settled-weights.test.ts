import { expect, it } from 'vitest'
import learned from '../../../../../resources/masking/tagger.json' with { type: 'json' }
import { piecesOf } from './pieces.ts'
import { sharesOf } from './sequence-model.ts'
import { featuresOf, judged } from './sign-features.ts'
import { signsOf } from './signs.ts'
import { taggerOf } from './written-tagger.ts'

const model = taggerOf(learned)
const { settled: _, ...asLearned } = model

it.each(['尾号 4412 的卡，电话一三八零零一三八零零零', 'my name is Jon Farrow, flat 12, SW1A 1AA'])(
  'judges the signs of «%s» as the weights that were learned do',
  (text) => {
    const signs = signsOf(text)
    const pieces = piecesOf(signs)
    expect(pieces).not.toHaveLength(0)
    for (const piece of pieces) {
      const rows = featuresOf(judged(signs), piece)
      const shares = sharesOf(model, rows)
      for (const [at, share] of sharesOf(asLearned, rows).entries()) expect(shares[at]).toBeCloseTo(share, 10)
    }
  },
)

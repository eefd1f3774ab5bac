import type { Term } from './jargon.ts'
import { makeSigns, type Signs, type WrittenSigns } from './signs.ts'

/** What the lens hears by: signs of an old caller, and jargon with its plainer words, to which a house adds its own (`dictionaryOf`). */
export interface LensWords {
  readonly signs: Signs
  readonly terms: readonly Term[]
}

let opened: Promise<LensWords> | undefined

/** The words that ship: read when first asked for, one for all who ask. */
export function openLensWords(): Promise<LensWords> {
  opened ??= readWords()
  return opened
}

async function readWords(): Promise<LensWords> {
  const [signs, jargon] = await Promise.all([
    import('../../../resources/silver-hair/signs.json', { with: { type: 'json' } }),
    import('../../../resources/silver-hair/jargon.json', { with: { type: 'json' } }),
  ])
  return {
    signs: makeSigns(signs.default satisfies WrittenSigns),
    terms: jargon.default.terms satisfies readonly Term[],
  }
}

import { findCardsInAnyRhythm } from './bank-account.ts'
import { findBankCards } from './bank-card.ts'
import { byWords, DETECTORS, maskByRules, STAGES, STAGES_OF_REFERENCES } from './mask-by-rules.ts'

/** Without cards: one call or order number in ten passes a card's check by chance, and would be lost. */
const OF_NUMBERS = DETECTORS.filter((detect) => detect !== findBankCards && detect !== findCardsInAnyRhythm)
const SAYS_CARD = /卡|card/iu
/** Words, or a word in letters that says what stands behind it: wx:lanlan0317. */
const HAS_WORDS = /\p{Script=Han}|[a-z]{2,}\s?[:：]/iu
/** The last of a note's stages tells places and names. */
const OF_WORDS: typeof STAGES_OF_REFERENCES = [...STAGES_OF_REFERENCES, byWords, ...STAGES.slice(-1)]

/**
 * The call system's own reference: some systems use the caller's number for it. What people write there themselves says what it is, 卡6222…, 沪A·D77291, 住锦绣路1288弄18号,
 * and is looked through for that as a note is.
 */
export const maskReference = (reference: string): string => {
  const detectors = SAYS_CARD.test(reference) ? DETECTORS : OF_NUMBERS
  return maskByRules(reference, 0, detectors, HAS_WORDS.test(reference) ? OF_WORDS : STAGES_OF_REFERENCES).text
}

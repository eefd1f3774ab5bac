import { foldSigns, foldSpokenDigits } from '../listening/masking/folding.ts'

/** Words that tell digits themselves, or take some back: 三个八, double eight, 不是七是一. */
const TELLS_DIGITS =
  /[个百千]|不是|不对|错|应该|重复|遍|double|treble|triple|times|hundred|thousand|sorry|mistake|should|(?<![a-z])(?:no|not)(?![a-z])/iu
const WORD = /\p{L}/u
/** What is one number: a mobile or a landline of China, one that companies are called at, a landline elsewhere, one of a country. Anything else may be two. */
const IS_NUMBER = /^(?:(?:\+|00)?86)?1[3-9]\d{9}$|^0\d{9,11}$|^[48]00\d{7}$|^(?:\+|00)[1-9]\d{7,13}$/u
/** +44 (0) 7700: dialled from here without it. */
const TRUNK = /^((?:\+|00)\d{1,3}\s*)[(（]\s*0\s*[)）]/u

/** A number as it is dialled, where words stood between its pieces («一八六五三 嗯 二九洞 您说 幺四拐»); as it was told where those say something of its digits, or none stand there. */
export function dialled(told: string): string {
  const folded = foldSpokenDigits(foldSigns(told))
  if (!WORD.test(folded) || TELLS_DIGITS.test(folded)) return told
  const digits = `${folded.startsWith('+') ? '+' : ''}${digitsIn(folded.replace(TRUNK, '$1'))}`
  return IS_NUMBER.test(digits) ? digits : told
}

const digitsIn = (folded: string): string => folded.replaceAll(/\D/gu, '')

/** Its digits, however they were told. */
export const digitsTold = (told: string): string => digitsIn(foldSpokenDigits(foldSigns(told)))

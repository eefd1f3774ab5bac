import { foldSigns, foldSpokenDigits } from '../listening/masking/folding.ts'

/** Words that tell digits themselves, or take some back: 三个八, double eight, 不是七是一. */
const TELLS_DIGITS =
  /[个百千]|不是|不对|错|应该|重复|遍|double|treble|triple|times|hundred|thousand|sorry|mistake|should|(?<![a-z])(?:no|not)(?![a-z])/iu
const WORD = /\p{L}/u
/** What can be called: an extension is told apart. */
const [FEWEST_DIGITS, MOST_DIGITS] = [7, 15]

/** A number as it is dialled, where words stood between its pieces («一八六五三 嗯 二九洞 您说 幺四拐»); as it was told where those say something of its digits, or none stand there. */
export function dialled(told: string): string {
  const folded = foldSpokenDigits(foldSigns(told))
  if (!WORD.test(folded) || TELLS_DIGITS.test(folded)) return told
  const digits = `${folded.startsWith('+') ? '+' : ''}${folded.replaceAll(/\D/gu, '')}`
  return digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS ? told : digits
}

import { MASKED_ADDRESS } from '../masking/email.ts'
import { SURE_FORMS } from '../masking/mask-forms.ts'
import { plainDigits } from './digit-runs.ts'

/** What the mask leaves of a number or an address that was there in full. A sign of a sum may stand in front: +86*138****5678. */
const MASKED = new RegExp(
  `[*]?(?:\\d{3}\\*{8,11}\\d{3}[\\dX]|\\d{0,3}\\*{4}\\d{4})|${MASKED_ADDRESS}|[^*\\s]\\*{3}(?=@\\d{3}\\*{4})|${SURE_FORMS}`,
  'giu',
)
/** Stars behind a digit or a Latin letter, and no figure behind them, as in 120*200. */
const HIDDEN = /[\p{Script=Latin}\p{N}][\s\p{P}]{0,8}?\*+(?:[\s\p{P}]{0,8}\*+)*(?![\p{N}*])/u

/** Whether stars stand in a draft for what was left out of an unfinished number or address when it was stored. */
export function hasHiddenPart(draft: string): boolean {
  if (!draft.includes('*')) return false
  return HIDDEN.test(plainDigits(draft).replace(MASKED, ''))
}

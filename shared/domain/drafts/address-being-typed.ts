import { foldWidth } from '../masking/folding.ts'
import { maskText } from '../masking/mask-text.ts'

const PART = /[A-Za-z0-9.!#$%&'+/=?^_`{|}~@-]/
const CUE = /(?:邮箱|邮件|电邮|信箱|e-?mail|mail|qq)[^\n]{0,8}$/iu
/** Letters with figures, dots or low lines among them; a dot at the end may as well end a sentence. */
const LOOKS_LIKE_ADDRESS = /[A-Za-z].*[._+\d]|[._+\d].*[A-Za-z]/
/** Names of goods and the first word of a sentence have capitals; an address hardly ever. */
const SMALL_LETTERS = /^[a-z]{2,}$/
const BEHIND_LATIN_WORD = /[A-Za-z0-9][,.;:!?'")\]]*\s+$/

/**
 * The part of an e-mail address that is being typed and would be masked: everything in front of the @ but the first character. Without
 * an @ yet it may be a word like any other, so in a sentence of Latin words only what looks like an address is hidden.
 */
export function addressBeingTyped(text: string, caret: number): { start: number; end: number } | null {
  const folded = foldWidth(text)
  let start = caret
  let end = caret
  while (start > 0 && PART.test(folded.charAt(start - 1))) start--
  while (end < folded.length && PART.test(folded.charAt(end))) end++
  const word = folded.slice(start, end)
  const at = word.lastIndexOf('@')
  if (at > 0)
    return maskText(word).found.some(({ kind }) => kind === 'email') ? null : { start: start + 1, end: start + at }
  if (at === 0 || word.length < 2) return null
  return mayBecomeAddress(word, folded.slice(0, start)) ? { start: start + 1, end } : null
}

function mayBecomeAddress(typed: string, before: string): boolean {
  const word = typed.replace(/[.!?]+$/, '')
  // An identity card is the other matter of digits and a letter.
  if (!/[A-Za-z0-9]/.test(word) || /^\d+[Xx]$/.test(word)) return false
  if (CUE.test(before.slice(-20)) || LOOKS_LIKE_ADDRESS.test(word)) return true
  return SMALL_LETTERS.test(word) && !BEHIND_LATIN_WORD.test(before.slice(-40))
}

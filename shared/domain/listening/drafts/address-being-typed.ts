import { wordBeforeBegunAt } from '../masking/bare-at.ts'
import { behindGap, localPartBefore } from '../masking/email.ts'
import { foldWidth } from '../masking/folding.ts'
import { begunJoint, LOCAL_PART, startOfSaid } from '../masking/local-part.ts'
import { maskedByRules } from '../masking/mask-by-rules.ts'
import { isNoName } from '../masking/no-name.ts'
import { foldBegunAt, foldSaidAt } from '../masking/said-at.ts'
import { SPOKEN_DIGITS } from '../masking/spoken-digits.ts'
import { isGoodsName } from './goods-name.ts'

/** Behind the @, as far as it has got. */
const DOMAIN_SO_FAR =
  /^[\s\u00ad\u200b-\u200f\u2060\ufeff]{0,5}[[.]?[\p{L}\p{N}.。｡-]*[\s\p{Cf}]{0,2}[([（【［{]?(?:dot?|d|[.。｡․·•,，、点])?[)\]）】］}]?[\s\p{Cf}]{0,2}(?:[康坎看抗肯堪科卡扣口西希细喜奈耐内奥]\p{Script=Han}{0,3}|(?:[A-Za-z][\s-]?){0,3})/u
/** Behind the @ of a Chinese name; where that was said, its host may be said, too: 张三艾特幺六三. */
const HOST_SO_FAR = /^[\s\p{Cf}]{0,2}(?:[a-z0-9]|$)/iu
const SAID_HOST_SO_FAR = new RegExp(`^[\\s\\p{Cf}]{0,2}[${SPOKEN_DIGITS.join('')}]{1,3}(?:$|\\s?点)`, 'u')
/** Groups of a number may be joined by an @ as well. */
const DIGITS_AND_AT = /[\d@\s-]{0,40}$/
const OPENING = /^[\p{Ps}\p{Pi}<＜|]$/u
const LONGEST_DOMAIN = 255
const CUE = /(?:邮箱|邮件|电邮|信箱|e-?mail|mail|qq)[^\n]{0,8}$/iu
/** A letter, and a figure, dot or low line beside it; a dot at the end may as well end a sentence. */
const LATIN = /[A-Za-z]/
const NOT_OF_WORDS = /[._+%\d]/
/** Begun at the first of them only: a draft may be a page of such signs. */
const END_OF_SENTENCE = /(?<![.!?])[.!?]+$|\p{Cf}/gu
/** Sizes, and tickets of ours: a note ends with one as often as not. */
const SIZE_OR_TICKET =
  /^(?:\d{1,5}(?:\.\d{1,2})?(?:[KMGT]B|k?[VW]|m?Ah?|k?g|[cmk]?m|m?L|[kMG]?Hz|mAh|℃|C|K|P|px|min|h|s)|ES-\d{6})$/i
/** The other matter of digits and a letter, with whatever stands between its groups. */
const END_OF_ID_CARD = /^\P{L}+[Xx]$/u
/** Names of goods and the first word of a sentence have capitals; an address hardly ever. */
const SMALL_LETTERS = /^\p{Ll}[\p{Ll}'-]+$/u
const QUOTED_WORDS = /(?<=["“＂])\p{Ll}[\p{Script=Latin}\d._+-]{0,30} ?[\p{Script=Latin}\d._+-]{0,30}["”＂]?$/u
const LONGEST_QUOTED = 64
const BEHIND_LATIN_WORD = /[A-Za-z0-9][,.;:!?'")\]]*\s+$/

/**
 * The part of an e-mail address that is being typed and would be masked: everything in front of the @ but the first character. Without
 * an @ yet it may be a word like any other, so in a sentence of Latin words only what looks like an address is hidden. `stored`: the same
 * text with the numbers hidden that are being typed; an address that the mask knows there is left to the mask.
 */
export function addressBeingTyped(text: string, caret: number, stored = text): { start: number; end: number } | null {
  const wide = foldWidth(text)
  const quoted = quotedBefore(wide, caret)
  if (quoted !== null) return quoted
  const folded = foldBegunAt(wide)
  // A bracket behind «name@qq» may begin (dot) as well as (at).
  for (const [isBegun, read] of [
    [false, foldSaidAt(wide)],
    [true, folded],
  ] as const) {
    const at = read.lastIndexOf('@', caret - 1)
    if (at === -1 || caret > endOfDomain(read, at)) continue
    // «wangmin(@» has nothing of an address in front of its @ yet.
    if (!OPENING.test(read.charAt(at - 1))) return hiddenBefore(read, at, stored, isBegun, wide.charAt(at) !== '@')
  }
  const bare = wordBeforeBegunAt(wide.slice(0, caret))
  if (bare !== null) return isLeftToMask(stored, bare.start, caret) ? null : { start: bare.start + 1, end: bare.end }
  return wordAt(folded, caret, stored) ?? wordBeforeJoint(folded, caret, stored)
}

/** Up to two words behind a quotation mark, closed or not: "zhang san. A third makes it a sentence. */
function quotedBefore(folded: string, caret: number): { start: number; end: number } | null {
  const words = QUOTED_WORDS.exec(folded.slice(Math.max(0, caret - LONGEST_QUOTED), caret))?.[0]
  return words === undefined ? null : { start: caret - words.length + 1, end: caret }
}

/** The word that the caret stands in or behind, with what is said in front of it: zhang点san. */
function wordAt(folded: string, caret: number, stored: string): { start: number; end: number } | null {
  let start = caret
  let end = caret
  while (LOCAL_PART.test(folded.charAt(start - 1))) start--
  while (LOCAL_PART.test(folded.charAt(end))) end++
  const next = behindGap(folded, end, 1)
  if (folded.charAt(next) === '@') return hiddenBefore(folded, next, stored, true)
  const said = end > start ? startOfSaid(folded, start, end) : start
  const word = folded.slice(start, end)
  if (said < start && LATIN.test(folded.charAt(said) + word)) return { start: said + 1, end }
  return word.length >= 2 && mayBecomeAddress(word, folded.slice(0, start)) ? { start: start + 1, end } : null
}

/** The word in front of a sign that is being said: zhang下划, john under. */
function wordBeforeJoint(folded: string, caret: number, stored: string): { start: number; end: number } | null {
  const joint = begunJoint(folded.slice(0, caret))
  return joint === null || joint === caret ? null : wordAt(folded, joint, stored)
}

const endOfDomain = (folded: string, at: number): number =>
  at + 1 + (DOMAIN_SO_FAR.exec(folded.slice(at + 1, at + 1 + LONGEST_DOMAIN))?.[0].length ?? 0)

/** `isBegun`: the sign of an address may yet turn out to be a word like any other, so a Chinese word in front is no name. */
function hiddenBefore(
  folded: string,
  at: number,
  stored: string,
  isBegun: boolean,
  isSaid = false,
): { start: number; end: number } | null {
  const { start, end, isHan } = localPartBefore(folded, at)
  const host = folded.slice(at + 1)
  const isOfName = !isBegun && (HOST_SO_FAR.test(host) || (isSaid && SAID_HOST_SO_FAR.test(behindFilling(host))))
  if (start === end || (isHan && !isOfName)) return null
  const number = DIGITS_AND_AT.exec(stored.slice(0, at))?.[0].length ?? 0
  return isLeftToMask(stored, Math.min(start, at - number), endOfDomain(folded, at)) ? null : { start: start + 1, end }
}

/** The mask finds something there, and says more about it than stars. */
const isLeftToMask = (stored: string, start: number, end: number): boolean =>
  maskedByRules(stored.slice(start, end)).found.length > 0

const behindFilling = (host: string): string => host.replace(/^\u2060+/u, '')

function mayBecomeAddress(typed: string, before: string): boolean {
  const word = typed.replace(END_OF_SENTENCE, '')
  if (!/[\p{L}\p{N}]/u.test(word) || isNoName(word) || isEndOfIdCard(word) || SIZE_OR_TICKET.test(word)) return false
  if (CUE.test(before.slice(-20))) return true
  if (isGoodsName(word)) return false
  if (looksLikeAddress(word)) return true
  return SMALL_LETTERS.test(word) && !BEHIND_LATIN_WORD.test(before.slice(-40))
}

const isEndOfIdCard = (word: string): boolean => END_OF_ID_CARD.test(word) && /\d/.test(word)

const looksLikeAddress = (word: string): boolean => LATIN.test(word) && NOT_OF_WORDS.test(word)

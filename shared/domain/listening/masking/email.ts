import { FILLING } from './digit-segments.ts'
import { LOCAL_PART, SAID_IN_CHINESE, startOfQuoted, startOfSaid } from './local-part.ts'
import type { Detector, Span } from './span.ts'
import { SPOKEN_DIGITS } from './spoken-digits.ts'

/** Letters that are told one by one are one label: q q. */
const LABEL = '(?:q\\sq|[\\p{L}\\p{N}-]{1,63})'
const BLANK = '[\\s\\p{Cf}]{0,2}'
const SAID_DOT = `${BLANK}(?:[.。｡․·•,，、点]|[([（【［{｛<]?(?:dot|[.点])[)\\]）】］}｝>]?)${BLANK}`
/** How its last part is heard and spelled. */
const HEARD = [
  ...['com', 'cn', 'net', 'org', 'co\\.(?:uk|nz|za|jp|in)', 'c\\s?o\\s?m', 'c-o-m', 'c\\s?n', 'c-n'],
  ...[
    '康[姆木母慕么]?',
    '[坎看抗肯堪][姆木母么]',
    '[看抗坎](?![\\p{L}\\p{N}])',
    '[科卡扣口]姆',
    '[西希][欧哦][艾爱][姆慕母]',
    '[西希细喜][恩嗯]',
  ],
  ...['[奈耐内][特忒]', '奥格'],
].join('|')
/**
 * Labels of a domain with at least one dot, a Chinese one where the input method made it; or four numbers. Bounded, and tried once
 * behind each @. `last`: its last label.
 */
const domainWith = (last: string): string =>
  `(?:[.。｡]?${LABEL}(?:(?:[.。｡]{1,2}|\\s?[([（]?\\s?dot\\s?[)\\]）]?\\s?)${LABEL}){0,6}(?:[.。｡]{1,2}(?:${last})|(?:\\sdot\\s|\\s?[([（]\\s?dot\\s?[)\\]）]\\s?)[a-z]{2,6}(?![a-z])|${SAID_DOT}(?:${HEARD}))|\\[?(?:\\d{1,3}[.。｡]){3}\\d{1,3})`
const BEGINS_WITH_DOMAIN = new RegExp(`^${domainWith('\\p{L}{2,24}')}`, 'iu')
/**
 * What the mask leaves of an address, with its domain: up to the last letter of a Latin one, up to two of another, for a Chinese word may
 * follow at once. With the flags `iu`, in a folded text.
 */
export const MASKED_ADDRESS = `[^\\s*]\\*{3}[\\s\\p{Cf}]{0,6}@[\\s\\p{Cf}]{0,6}${domainWith('\\p{Script=Latin}{2,24}|\\p{L}{2}')}`
/** logo@2x.png: a picture for a screen of twice as many points. */
const OF_A_PICTURE = /^\d(?:\.\d)?x(?:\.|$)/i
/** Behind a Chinese name, where an @ mostly calls somebody: 会议@三楼. A Latin domain, or a Chinese one by its last label. */
const PLAIN_DOMAIN = new RegExp(
  `^(?:(?:q\\sq|[a-z0-9-]{1,63}|[${SPOKEN_DIGITS.join('')}]{3})${SAID_DOT}(?:[a-z0-9]|${HEARD})|${LABEL}[.。｡](?:中[国國]|公司|网络|集团))`,
  'iu',
)
const LONGEST_DOMAIN = 255
/** What may stand around the @ all the same: blanks and marks without width. */
const GAP = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/
const LONGEST_GAP = 2
const HAN = /\p{Script=Han}/u
const LONGEST_NAME = 4
/** 邮箱张三一二三@: a name in front of figures that are said. */
const BEHIND_WORD = /(?:邮箱|信箱|邮件)(?:地址)?(?:是|为)?(?![呢啊嘛是呀吧])(\p{Script=Han}{1,3})$/u
const FARTHEST = 12
/** With fewer they are signs of a name. */
const FEWEST_SAID = 3
const SAID_DIGITS = new RegExp(`[${SPOKEN_DIGITS.join('')}]+$`, 'u')
/** What stands in front of a name and is none of it. */
const SAID_SIGN = SAID_IN_CHINESE.filter((word) => word.length > 1 && HAN.test(word)).join('|')
const LEADS_TO_NAME = new RegExp(`^.*(?:邮箱|邮件|信箱|地址|${SAID_SIGN}|[杠是为叫到给至往寄发找问用的])(?=.)`, 'u')
/** Somebody is called, or the address is yet to come: no name. */
const NO_NAME = /(?:请|去|微博|朋友圈|群里|直接|一下|可以|记得|再|邮箱|邮件|地址|[发寄][到给往至]|[箱件址]是)$/u

/** What stands in front of an @. `isHan`: a Chinese name instead of letters and figures. */
export interface LocalPart {
  readonly start: number
  readonly end: number
  readonly isHan: boolean
}

/** E-mail addresses: the first character and the domain stay, w***@example.com. */
export const findEmails: Detector = (folded) => {
  const spans: Span[] = []
  for (const { index: at } of folded.matchAll(/@/g)) {
    const domain = behindGap(folded, at + 1, 1)
    const { start, end, isHan } = localPartBefore(folded, at)
    const behind = folded.slice(domain, domain + LONGEST_DOMAIN)
    if (
      start === end ||
      !BEGINS_WITH_DOMAIN.test(behind) ||
      OF_A_PICTURE.test(behind) ||
      (isHan && !PLAIN_DOMAIN.test(behind))
    )
      continue
    // Only the part in front: a phone number as a domain is still to be found.
    spans.push({ kind: 'email', start, end, mask: `${folded.charAt(start)}***` })
  }
  return spans
}

/** Where the host stands whose sign is the first from `from` on; null where none does. In a folded text. */
export function hostBehind(folded: string, from: number): { start: number; end: number } | null {
  const at = folded.indexOf('@', from)
  if (at === -1) return null
  const start = behindGap(folded, at + 1, 1)
  const host = BEGINS_WITH_DOMAIN.exec(folded.slice(start, start + LONGEST_DOMAIN))?.[0]
  return host === undefined ? null : { start, end: start + host.length }
}

/** The first place from `place` on, forwards or backwards, that is no gap, or one too many. */
export function behindGap(folded: string, place: number, step: 1 | -1): number {
  let blanks = 0
  for (let next = place; ; next += step) {
    const sign = folded.charAt(next)
    if (!GAP.test(sign) || (sign !== FILLING && blanks === LONGEST_GAP)) return next
    if (sign !== FILLING) blanks++
  }
}

/** Stops at the @ before, so that all steps to the left together are no more than the text is long. */
export function localPartBefore(folded: string, at: number): LocalPart {
  const end = behindGap(folded, at - 1, -1) + 1
  let start = end
  while (start > 0 && LOCAL_PART.test(folded.charAt(start - 1))) start--
  const quoted = startOfQuoted(folded, end)
  if (quoted < start) return { start: quoted, end, isHan: false }
  if (start < end) return { start: startOfSaid(folded, start, end), end, isHan: false }
  start = end - nameLength(folded, at, end)
  // wang三@ is one name in two scripts.
  if (start < end) while (start > 0 && LOCAL_PART.test(folded.charAt(start - 1))) start--
  return { start: start < end ? startOfSaid(folded, start, end) : start, end, isHan: true }
}

/** How long the Chinese name is that ends there and is written as an address: 王敏@ or 王敏 @ qq.com, but not 看 @qq.com. */
function nameLength(folded: string, at: number, end: number): number {
  if (end < at && !GAP.test(folded.charAt(at + 1))) return 0
  let start = end
  while (end - start < FARTHEST && HAN.test(folded.charAt(start - 1))) start--
  const words = folded.slice(start, end)
  if (NO_NAME.test(words)) return 0
  const digits = SAID_DIGITS.exec(words)?.[0].length ?? 0
  const named = digits < FEWEST_SAID ? 0 : (BEHIND_WORD.exec(words.slice(0, words.length - digits))?.[1]?.length ?? 0)
  if (digits > LONGEST_NAME || named > 0) return digits + named
  return Math.min(words.replace(LEADS_TO_NAME, '').length, LONGEST_NAME)
}

import { isIdNumber, PROVINCE } from './id-card.ts'
import { isIn } from './may-match.ts'
import { matchesIn, type Span, withoutMiddle } from './span.ts'

/**
 * Identity cards whose birthday is talked about while they are read: 三五零五二一，九九年的，一九九九一零三一，零七六二; or is told as a day
 * alone: 五一零一零七，出生是九九年十一月三十，然后四八二四.
 */
const PLACE = '(?<!\\d)(?<place>[1-6]\\d{5}|[89][1-4]\\d{4})'
const TALK = '[^\\n*]{1,18}?'
const REST = '[^\\d\\n*]{0,8}?(?<rest>\\d{3}(?:[\\dXx叉]|[\\s，,]{0,2}最后(?:一位)?是?个?[叉xX]))(?!\\d)'
const BIRTHDAY = '(?<!\\d)(?<birthday>(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))'
const DAY = '(?<year>(?:19|20)?\\d{2})年(?:的)?(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]?'
/** The same while the birthday or what stands behind it is typed. */
export const BEGUN_ID_IN_TALK =
  /(?<!\d)(?:[1-6]\d{5}|[89][1-4]\d{4})(?=[^\n*]{0,36}(?:\d年|出生|生日|(?<![a-z])born))[^\n*]{1,24}?\d[^\n*]{0,20}?\d{1,8}[\s\p{P}]*$/u
const PATTERNS = [
  new RegExp(`${PLACE}${TALK}${BIRTHDAY}${REST}`, 'gu'),
  new RegExp(`${PLACE}[^\\d\\n*]{0,10}?${DAY}${REST}`, 'gu'),
  new RegExp(
    `${PLACE}[^\\d\\n*]{0,10}?(?<year>(?:19|20)\\d{2})年(?:的|生的?)?[\\s，,]{0,2}(?<month>0[1-9]|1[0-2])[\\s，,]{0,2}(?<day>0[1-9]|[12]\\d|3[01])${REST}`,
    'gu',
  ),
]
/** Its end is told first. */
const FROM_END =
  /(?:后四位|尾号|最后四位)[^\d\n*]{0,6}?(?<rest>\d{3}[\dXx叉])[^\d\n*]{0,8}?前面[^\d\n*]{0,4}?(?<place>[1-9]\d{5})(?<birthday>(?:19|20)\d{6})(?!\d)/gu
const MAY_HOLD = /\d{6}/u
/** An order, a day and a sum stand like that, too: the words say whose it is, or the check character tells. */
const SAYS_WHOSE =
  /身份|证号|证件|(?:居住|居留)证|出生|生日|年的|年生|的生|户口|(?<![a-z])(?:id(?:entity)?(?![a-z])|date of birth|birthday(?= is)|born)/iu
const FARTHEST = 24
/** Whoever calls was born before that. */
const OF_SOMEBODY = /^(?:19|200|201)/

/** In a text whose spoken digits are plain. */
export function findIdsInTalk(text: string): Span[] {
  if (!isIn(text, MAY_HOLD)) return []
  return [...PATTERNS, FROM_END].flatMap((pattern) =>
    matchesIn(text, pattern).flatMap(({ 0: found, index, groups }): Span[] => {
      const place = groups?.place ?? ''
      if (!PROVINCE.test(place)) return []
      const birthday = groups?.birthday ?? dayOf(groups)
      const number = `${place}${birthday}${(groups?.rest ?? '').replace(/[^\dXx]*[叉xX]$/u, 'X')}`
      const around = text.slice(Math.max(0, index - FARTHEST), index + found.length)
      if (!isIdNumber(number.toUpperCase()) && !(SAYS_WHOSE.test(around) && OF_SOMEBODY.test(birthday))) return []
      return [{ kind: 'id_card', start: index, end: index + found.length, mask: withoutMiddle(number) }]
    }),
  )
}

const dayOf = (groups: Record<string, string> | undefined): string =>
  `${(groups?.year ?? '').padStart(4, '19')}${(groups?.month ?? '').padStart(2, '0')}${(groups?.day ?? '').padStart(2, '0')}`

import { saysGoods, saysLandline, saysOrder, saysPhone, saysTelephone } from './cue.ts'
import { type DigitGroup, type DigitSegment, gapsOf, groupFrom, type Link } from './digit-segments.ts'
import { isAmongFigures, readsLikeFigures, standsAlone } from './figures.ts'
import { type Detector, type Span, spansFromEachSegment } from './span.ts'

/**
 * Area code, then the number. Where the area code is glued to the number the words in front must say that a phone follows: too many
 * order numbers begin with 0.
 */
const SHAPES = new Set(['3-8', '3-4-4', '4-8', '4-4-4', '4-7', '4-4-3', '4-3-4'])
export const AREA_CODE = /^0(?:10|2\d|[3-9]\d{2})/
/** The same behind the country's code, where the nought falls away: +86 10 1234 5678. */
export const CITY_CODE = /^(?:10|2\d|[3-9]\d{2})/
/** The same in any rhythm: 010-69-38-22-17. */
const SPLIT = /^[34](?:-[1-8]){2,}$/
/** A digit by itself is told by the words in front, or by other gaps. */
const LONG_GROUPS = /^[34](?:-[2-8])+$/
/** As people write one and the same number: blanks, dashes, brackets. */
const WRITTEN = /^[\s\p{Pd}()（）]{1,2}$/u
const LEAST_LENGTH = 11
/** Behind it any word may stand between the code and the number. */
const SAYS_AREA = /区号[是为:：\s]{0,2}$/u
/** As many groups in front belong to the same row. */
const LONGEST_ROW = 4
/** Eight digits behind the short area codes, seven or eight behind the long ones. */
const GLUED = /^(010(?=\d{8}$)|02\d(?=\d{8}$)|0[3-9]\d{2}(?=\d{7,8}$))/
/** 027 20261120: a place and a day. */
const PLACE_AND_DAY = /^\d{3,4}\s+20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const DAY = /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
/** 02162345678，上海的座机. */
const SAID_BEHIND = /^[\s，,、]{0,2}(?:这?是)?[^\d\n。；;，,]{0,6}(?:座机|固话|的电话|打不通)/u
const LONGEST_BEHIND = 14
/** Told with another phone: 13619287704和02985513392, either of them first. */
const ANOTHER = '(?:1[3-9]\\d[\\s-]?\\d{4}[\\s-]?\\d{4}|0\\d{2,3}-?\\d{7,8})'
const AND = '(?:[\\s，,、/／;；+＋]{1,2}|[\\s，,]?(?:还有(?:一个)?|另一个|再加|和|或者?|跟|及|与|或是|要么)[\\s是:：]?)'
const BEHIND_ANOTHER = new RegExp(`(?<!\\d)${ANOTHER}${AND}$`, 'u')
const BEFORE_ANOTHER = new RegExp(`^${AND}${ANOTHER}(?!\\d)`, 'u')
const LONGEST_ANOTHER = 20
/** Lines to the net are named by the telephone they run beside: 宽带账号 057189034417. */
const OF_BROADBAND = /(?:宽带|上网|iptv)(?:的?(?:账号|帐号|号码?|编号))?\s?[是为:：]?\s?$/iu
const LONGEST_BROADBAND = 12
const COUNTRY_SHAPE = /^(?:2|4)-(?:2-8|2-4-4|3-8|3-4-4|3-7|3-4-3|3-3-4)$/

/** What no area code stands in front of. */
export const LOCAL = /^[2-9]/

/** Landlines with an area code: 010-****5678. What people put between the two stays. Behind 座机 also those without. */
export const findLandlines: Detector = (folded, segments) =>
  spansFromEachSegment(
    segments,
    (first, segment) =>
      landlineAt(folded, segments, first) ??
      behindCountryCode(folded, segments, first) ??
      gluedAt(folded, segment) ??
      localAt(folded, segments, first),
  )

function landlineAt(folded: string, segments: DigitSegment[], first: number): Span | null {
  const [area, number] = [segments[first], segments[first + 1]]
  if (!area || !number || folded.charAt(area.start) !== '0') return null
  const links: Link[] = SAYS_AREA.test(folded.slice(Math.max(0, area.start - 6), area.start)) ? ['word'] : []
  for (const count of [LEAST_LENGTH, LEAST_LENGTH + 1]) {
    const group = groupFrom(folded, segments, first, { count, links })
    if (!group || !AREA_CODE.test(group.digits)) continue
    if (!SHAPES.has(group.shape) && !isSplit(folded, group)) continue
    if (saysGoods(folded, group.start) || isInOrder(folded, segments, first)) return null
    const isDay = PLACE_AND_DAY.test(folded.slice(group.start, group.end)) && !saysPhone(folded, group.start)
    return isDay ? null : spanFrom(number.start, group)
  }
  return null
}

/** Behind a whole area code, with one and the same gap or where the words say so, and nothing that speaks for figures. */
function isSplit(folded: string, group: DigitGroup): boolean {
  const code = AREA_CODE.exec(group.digits)?.[0].length ?? 0
  const isWhole = group.shape.startsWith(`${code}-`) && (code === 4 || group.digits.length === LEAST_LENGTH)
  if (!isWhole || !SPLIT.test(group.shape)) return false
  const gaps = gapsOf(folded, group)
  const isOne = gaps.length === 1 || gaps.every((gap) => WRITTEN.test(gap))
  const isWritten = isOne && gaps.every((gap) => standsAlone(folded, group, gap)) && !readsLikeFigures(folded, group)
  return (isWritten && (gaps.length > 1 || LONG_GROUPS.test(group.shape))) || saysPhone(folded, group.start)
}

/** 订单号 3301 0620 2611 0388: the row it stands in begins behind the word for an order. */
function isInOrder(folded: string, segments: DigitSegment[], first: number): boolean {
  let head = first
  while (head > first - LONGEST_ROW && segments[head]?.link === 'separator') head--
  const start = segments[head]?.start
  return head < first && start !== undefined && saysOrder(folded, start)
}

/** 电话01012345678 and +861012345678. */
function gluedAt(folded: string, { start, end }: DigitSegment): Span | null {
  const digits = folded.slice(start, end)
  const isAbroad = folded.charAt(start - 1) === '+' && digits.startsWith('86')
  const area = GLUED.exec(isAbroad ? `0${digits.slice(2)}` : digits)?.[1]
  const isSaid =
    isAbroad ||
    saysPhone(folded, start) ||
    saysLandline(folded, start) ||
    OF_BROADBAND.test(folded.slice(Math.max(0, start - LONGEST_BROADBAND), start)) ||
    SAID_BEHIND.test(folded.slice(end, end + LONGEST_BEHIND)) ||
    BEHIND_ANOTHER.test(folded.slice(Math.max(0, start - LONGEST_ANOTHER), start)) ||
    BEFORE_ANOTHER.test(folded.slice(end, end + LONGEST_ANOTHER))
  if (area === undefined || !isSaid) return null
  const shown = isAbroad ? area.length + 1 : area.length
  return { kind: 'landline', start: start + shown, end, mask: `****${digits.slice(-4)}` }
}

function behindCountryCode(folded: string, segments: DigitSegment[], first: number): Span | null {
  const [country, number] = [segments[first], segments[first + 2]]
  const code = country && folded.slice(country.start, country.end)
  if (!number || (code !== '86' && code !== '0086')) return null
  for (const count of [10, 11]) {
    const group = groupFrom(folded, segments, first, { count: code.length + count })
    if (group && COUNTRY_SHAPE.test(group.shape) && CITY_CODE.test(group.digits.slice(code.length)))
      return spanFrom(number.start, group)
  }
  return null
}

/** 座机 6234 5678, 电话 62345678. */
function localAt(folded: string, segments: DigitSegment[], first: number): Span | null {
  const start = segments[first]?.start ?? 0
  if (!LOCAL.test(folded.charAt(start))) return null
  const isSaid = saysLandline(folded, start)
  if (!isSaid && !saysTelephone(folded, start)) return null
  for (const count of isSaid ? [8, 7] : [8]) {
    const group = groupFrom(folded, segments, first, { count })
    if (group === null || isAmongFigures(folded, group)) continue
    if (isSaid || isEightOfPhone(folded, group)) return spanFrom(group.start, group)
  }
  return null
}

/** In one piece or two halves, and no day that somebody called. */
const isEightOfPhone = (folded: string, group: DigitGroup): boolean =>
  ['8', '4-4'].includes(group.shape) &&
  !DAY.test(group.digits) &&
  standsAlone(folded, group, gapsOf(folded, group)[0] ?? ' ')

const spanFrom = (start: number, { end, digits }: DigitGroup): Span => ({
  kind: 'landline',
  start,
  end,
  mask: `****${digits.slice(-4)}`,
})

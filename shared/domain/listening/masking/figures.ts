import { saysPhone, speaksOfFigures } from './cue.ts'
import { type DigitGroup, gapsOf, groupsOf } from './digit-segments.ts'

/** What is counted or measured, and what makes a sum. No word that only begins so: 只接短信, 秒回, 号码没变. */
const UNIT_OR_SUM =
  /^\s*(?!元[旦月宵]|万一|分机|人[工民]|本人|日[本常用]|个人|天津|台[湾北中州]|分[公店]|点击|次日|只(?:[接收能可会用回打发加肯认留限聊约]|有[我他她]|在[微早晚白夜周])|秒[回复]|号[码主])(?:[=×*元块毛万亿件台箱个只条份次人天年月日号斤克米升度点秒室楼层栋期寸吨%℃]|时(?![差间候])|毫米|厘米|公斤|公里|(?:mm|cm|kg|km|ml|ppi|dpi|px|fps|hz|rpm)(?![a-z]))/iu
const LONGEST_UNIT = 6
const DATE = /(?:^|\D)(?:\d{1,2}([-./\s])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}([-./\s])[01]?\d\2[0-3]?\d)(?:\D|$)/u
const TIME = /^\d{1,2}[:：]\d{2}(?:\D|$)/
/** Of a version or an address of the net one part is short, or all are small. */
const VERSION = /^\d+(?:\.\d+)*\.\d(?:\.|$)/
const SMALLEST_NOT_OF_NET = 256
/** Prices and sizes: 1500 2000, 1599 1888. */
const ROUND = /(?:0|[489]9|88)$/
const LONGEST_OF_ROW = 6
const ROW_GOES_ON = /^\d{1,6}(?!\d)/
const ROW_BEGINS = /(?<!\d)(?!(?:00)?86$)\d{1,6}$/
/** A day, or a month of a year. */
const DAY = /(?<!\d)20[0-4]\d(?:[-./](?:0?[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/
const PENCE = /\.\d{1,2}(?!\d)/
/** Two or three prices or sizes, a range: the last two are round, without a nought in front. */
const PRICED = /^(?:4-3-4|4-4-3|5-3-3|5-6|6-5)$/
const WITHOUT_NOUGHT = /^[1-9]\d{1,5}$/
const CAPITAL = /[A-Z]/
/** Behind what counts the numbers of a list. */
const COUNTS = /^[\s.．、]/
/** What stands between tiers of a price, and seldom in a phone. */
const LISTED = /^[\s]?[、，,/／][\s]?$/u
const TIERS_BEHIND = /^\s*(?:[两三几\d]\s*)?(?:档|款|种|样|套餐|红包)/u

/** Whether digits that could be a number are prices, sizes, times, dates, versions or a row of small numbers just as well. */
export const readsLikeFigures = (folded: string, group: DigitGroup): boolean =>
  isAmongFigures(folded, group) || isFigures(folded.slice(group.start, group.end), groupsOf(folded, group))

/** The same, as far as the words around tell. */
export const isAmongFigures = (text: string, { start, end }: { start: number; end: number }): boolean =>
  speaksOfFigures(text, start) || isCounted(text, end)

/** A unit follows, or the sign behind a sum. */
export const isCounted = (text: string, end: number): boolean => UNIT_OR_SUM.test(text.slice(end, end + LONGEST_UNIT))

/** The same, as far as the digits themselves tell. */
export const isFigures = (text: string, groups: readonly string[]): boolean =>
  isTimeOrVersion(text) || isAddressOfNet(text) || isRound(groups) || isAscending(groups)

export const isTimeOrVersion = (text: string): boolean => TIME.test(text) || DATE.test(text) || isVersion(text)

const isVersion = (text: string): boolean => /^[\d.]+$/.test(text) && VERSION.test(text)

/** Its parts have no nought in front: 199.000.011.11 is none. */
export const isAddressOfNet = (text: string): boolean =>
  /^[\d.]+$/.test(text) &&
  text.split('.').every((part) => Number(part) < SMALLEST_NOT_OF_NET && part === String(Number(part)))

/**
 * The same of two or three groups that have all eleven digits of a phone: what counts a number or is a decimal (1.3812345678), a code
 * that begins or ends with a capital, a day, prices, sizes or a range, the last two of them round or one to the penny.
 */
export function readsLikeFewFigures(folded: string, group: DigitGroup): boolean {
  const { shape, start, end } = group
  const written = folded.slice(start, end)
  const isInList = shape === '1-10' && COUNTS.test(folded.charAt(start + 1))
  const isCode = CAPITAL.test(folded.charAt(start - 1)) || CAPITAL.test(folded.charAt(end))
  const areRound = PRICED.test(shape) && arePriced(groupsOf(folded, group).slice(-2))
  const haveTiers =
    TIERS_BEHIND.test(folded.slice(end, end + 4)) || (gapsOf(folded, group).length > 1 && PENCE.test(written))
  return isInList || isCode || areRound || haveTiers || DAY.test(written) || isAmongFigures(folded, group)
}

/** Each ends as prices do, and has no nought in front. */
export const arePriced = (groups: readonly string[]): boolean =>
  groups.every((group) => WITHOUT_NOUGHT.test(group) && ROUND.test(group))

/** All behind the first, which may be a thickness. */
export const isRound = ([, ...groups]: readonly string[]): boolean =>
  groups.length > 0 && groups.every((group) => ROUND.test(group))

/** 156.80、23.50、15.00: points and other gaps in turn. */
export function arePrices(folded: string, group: DigitGroup): boolean {
  const [, ...pence] = groupsOf(folded, group)
  const gaps = folded.slice(group.start, group.end).match(/[^0-9]+/g) ?? []
  return (
    gaps.length > 1 && gaps.every((gap, index) => (gap === '.') === (index % 2 === 0) && isPence(gap, pence[index]))
  )
}

const isPence = (gap: string, group: string | undefined): boolean => gap !== '.' || (group?.length ?? 0) <= 2

/**
 * 套餐 199、1299、1399: all behind the first end as prices do, and words of money or a unit stand beside them; or they are listed, the
 * first ends so, too, and each is dearer than the one in front.
 */
export function areTiers(folded: string, group: DigitGroup): boolean {
  const groups = groupsOf(folded, group)
  if (group.shape !== '3-4-4' || !isRound(groups)) return false
  if (isAmongFigures(folded, group) || TIERS_BEHIND.test(folded.slice(group.end, group.end + 4))) return true
  const isListed = gapsOf(folded, group).every((gap) => LISTED.test(gap))
  return isListed && isRising(groups) && ROUND.test(groups[0] ?? '') && !saysPhone(folded, group.start)
}

const isAscending = (groups: readonly string[]): boolean =>
  groups.every((group) => group.length <= 2) && isRising(groups)

const isRising = (groups: readonly string[]): boolean =>
  groups.every((group, index) => Number(group) >= Number(groups[index - 1] ?? 0))

/** A row that goes on with the same gap, in front or behind, is no number but a row; the country's code and another number are none. */
export const standsAlone = (folded: string, { start, end }: { start: number; end: number }, gap: string): boolean =>
  !(folded.startsWith(gap, end) && ROW_GOES_ON.test(nextTo(folded, end + gap.length))) &&
  !goesOnInFront(folded, start, gap)

/** 08 09 10 11 12: what is counted, and no number of anybody. */
export const countsUp = (groups: readonly string[]): boolean =>
  groups.length > 2 && groups.every((group, at) => at === 0 || Number(group) === Number(groups[at - 1]) + 1)

/** 110 120 130, 2019 2020 2021: each as much more than the one in front. */
export function hasSteps(groups: readonly string[]): boolean {
  const [first = 0, second = 0] = groups.map(Number)
  return (
    groups.length > 2 &&
    second > first &&
    groups.every((group, at) => at === 0 || Number(group) - Number(groups[at - 1]) === second - first)
  )
}

/** Whether a row stands in front, up to there, with this gap at its end. */
export const goesOnInFront = (folded: string, start: number, gap: string): boolean =>
  folded.startsWith(gap, start - gap.length) && ROW_BEGINS.test(before(folded, start - gap.length))

const nextTo = (folded: string, place: number): string => folded.slice(place, place + LONGEST_OF_ROW + 1)
const before = (folded: string, place: number): string => folded.slice(Math.max(0, place - LONGEST_OF_ROW - 1), place)

import { saysPhone, speaksOfFigures } from './cue.ts'
import { type DigitGroup, gapsOf, groupsOf } from './digit-segments.ts'

/** What is counted or measured, and what makes a sum. No word that only begins so. */
const UNIT_OR_SUM =
  /^\s*(?!元[旦月宵]|万一|分机|人工|本人|天津|台湾)(?:[=×*元块毛万亿件台箱个只条份次人天年月日号斤克米升度点时秒室楼层栋期寸吨%℃]|毫米|厘米|公斤|公里|mm|cm|kg|km|ml)/u
const DATE = /(?:^|\D)(?:\d{1,2}([-./\s])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}([-./\s])[01]?\d\2[0-3]?\d)(?:\D|$)/u
const TIME = /^\d{1,2}[:：]\d{2}(?:\D|$)/
/** Of a version or an address of the net one part is short, or all are small. */
const VERSION = /^\d+(?:\.\d+)*\.\d(?:\.|$)/
const SMALLEST_NOT_OF_NET = 256
/** Prices and sizes: 1500 2000, 1599 1888. */
const ROUND = /(?:0|[489]9|88)$/
/** What stands between tiers of a price, and seldom in a phone. */
const LISTED = /^[\s]?[、，,/／][\s]?$/u
const TIERS_BEHIND = /^\s*(?:[两三几\d]\s*)?(?:档|款|种|套餐|红包)/u

/** Whether digits that could be a number are prices, sizes, times, dates, versions or a row of small numbers just as well. */
export const readsLikeFigures = (folded: string, group: DigitGroup): boolean =>
  isAmongFigures(folded, group) || isFigures(folded.slice(group.start, group.end), groupsOf(folded, group))

/** The same, as far as the words around tell. */
export const isAmongFigures = (text: string, { start, end }: { start: number; end: number }): boolean =>
  speaksOfFigures(text, start) || UNIT_OR_SUM.test(text.slice(end, end + 4))

/** The same, as far as the digits themselves tell. */
export const isFigures = (text: string, groups: readonly string[]): boolean =>
  isTimeOrVersion(text) || isAddressOfNet(text) || isRound(groups) || isAscending(groups)

export const isTimeOrVersion = (text: string): boolean => TIME.test(text) || DATE.test(text) || isVersion(text)

const isVersion = (text: string): boolean => /^[\d.]+$/.test(text) && VERSION.test(text)

/** Its parts have no nought in front: 199.000.011.11 is none. */
export const isAddressOfNet = (text: string): boolean =>
  /^[\d.]+$/.test(text) &&
  text.split('.').every((part) => Number(part) < SMALLEST_NOT_OF_NET && part === String(Number(part)))

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

/** A row that goes on with the same gap, in front or behind, is no number but a row. */
export const standsAlone = (folded: string, { start, end }: { start: number; end: number }, gap: string): boolean =>
  !(folded.startsWith(gap, end) && /\d/.test(folded.charAt(end + gap.length))) &&
  !(folded.startsWith(gap, start - gap.length) && /\d/.test(folded.charAt(start - gap.length - 1)))

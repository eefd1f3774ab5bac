import { countInFront, isMoney, isSum, saysGoods, saysPhone, saysPhoneDirectly } from './cue.ts'
import { type DigitGroup, type DigitSegment, gapsOf, groupFrom, groupsOf } from './digit-segments.ts'
import {
  arePrices,
  areTiers,
  isAddressOfNet,
  isAmongFigures,
  isTimeOrVersion,
  readsLikeFewFigures,
  readsLikeFigures,
  standsAlone,
} from './figures.ts'
import { type Detector, spansFromEachSegment, withoutMiddle } from './span.ts'

/** Mainland China, what is dialled in front for a cheaper call, trunk code; they stay readable in front of the mask. */
const PREFIX = /^(?:0{0,3}86|17951|17911|17909|12593)?0?(?=1[3-9])/
/** As far as a prefix goes, and the first digit behind it. */
const LONGEST_BEGIN = 8
/** As numbers are written and read out. */
export const PHONE_SHAPES = [
  ...['11', '3-8', '7-4', '3-4-4', '3-3-5', '3-5-3', '3-2-2-4', '3-4-2-2', '3-2-2-2-2', '1-3-3-4'],
  '1-1-1-1-1-1-1-1-1-1-1',
]
const SHAPES = new Set(PHONE_SHAPES)
export const MOBILE = /^1[3-9]/
/** 利润 +1 415 000 元: a sum may have its sign. */
const BEHIND_PLUS = /[+＋]$/
/** A line and the day: 13820260711. */
const BATCH = /^\d{3}20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
/** Numbers are written with these in any rhythm, lists and figures with others; with any but a blank the first three stand together. */
const BLANK = /^[\s\p{Cf}]{1,2}$/u
const DASH_OR_DOT = /^[\s\p{Cf}]?[\p{Pd}.·_~][\s\p{Cf}]?$/u
/** Between two or three groups stands any sign but those of times and of money. */
const OF_TIME_OR_MONEY = /[:：\p{Sc}]/u
const FEW = 3
const [MOST_SINGLE, MOST_SCATTERED] = [8, 6]
/** Capitals glued to the digits: the code of a parcel or of goods, JDVA18273645501. */
const CODE = /(?<![A-Za-z])(?!TEL|PHONE|MOBILE|CELL|CALL|WX|VX|QQ|NO)[A-Z]{2,6}$/
const LONGEST_CODE = 7

/** Mainland mobile numbers: 138****5678. */
export const findPhones: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first, { start }) => {
    if (CODE.test(folded.slice(Math.max(0, start - LONGEST_CODE), start))) return null
    const begin = folded.slice(start, start + LONGEST_BEGIN)
    for (const skipped of new Set([0, PREFIX.exec(begin)?.[0].length ?? 0, countInFront(folded, start)])) {
      const group = begin.charAt(skipped) === '1' ? phoneGroup(folded, segments, first, skipped) : null
      if (group !== null)
        return { kind: 'phone', start: group.start, end: group.end, mask: withoutMiddle(group.digits) }
    }
    return null
  })

function phoneGroup(folded: string, segments: DigitSegment[], first: number, skipped: number): DigitGroup | null {
  const wish = { count: 11, skipped }
  const plain = groupFrom(folded, segments, first, wish)
  const signed = plain ?? groupFrom(folded, segments, first, { ...wish, links: ['sum_sign', 'word'] })
  if (signed === null || !MOBILE.test(signed.digits)) return null
  const isGoods = saysGoods(folded, signed.start)
  if (
    signed.shape === '11'
      ? isMoney(folded, signed) || (isGoods && BATCH.test(signed.digits))
      : isGoods ||
        (BEHIND_PLUS.test(folded.slice(Math.max(0, signed.start - 1), signed.start)) && isSum(folded, signed))
  )
    return null
  const isKnown =
    plain === null
      ? isSameBetween(folded, signed) || isDigitByDigit(folded, signed)
      : isKnownShape(folded, plain) ||
        isOneRhythm(folded, plain) ||
        isOfFewGroups(folded, plain) ||
        isScattered(folded, plain)
  if (isKnown) return signed
  const start = signed.start - skipped
  if (!saysPhone(folded, start)) return null
  const told = groupFrom(folded, segments, first, { ...wish, links: ['sum_sign'] })
  const isSaid = saysPhoneDirectly(folded, start)
  if (told === null) return SHAPES.has(signed.shape) && (isSaid || !readsLikeFigures(folded, signed)) ? signed : null
  const written = folded.slice(told.start, told.end)
  return isTimeOrVersion(written) || (isAddressOfNet(written) && !isSaid) ? null : told
}

/** A place on the earth has eight digits behind its point as well. */
const isKnownShape = (folded: string, group: DigitGroup): boolean =>
  SHAPES.has(group.shape) &&
  !(group.shape === '3-8' && gapsOf(folded, group)[0] === '.') &&
  !arePrices(folded, group) &&
  !areTiers(folded, group)

/** A sign that figures have as well, or a word, but the same twice and in the best known rhythm. */
const isSameBetween = (folded: string, group: DigitGroup): boolean =>
  group.shape === '3-4-4' && gapsOf(folded, group).length === 1 && !readsLikeFigures(folded, group)

/** Nobody counts or pays in single digits: 18*6*2*0*5*5*1*9*9*0. */
const isDigitByDigit = (folded: string, group: DigitGroup): boolean =>
  groupsOf(folded, group).filter((each) => each.length === 1).length >= MOST_SINGLE &&
  gapsOf(folded, group).length === 1 &&
  !isAmongFigures(folded, group)

/** Any rhythm with blanks inside and another sign between: 13 9、18 4、02 75 6. Figures stand in one row. */
function isScattered(folded: string, group: DigitGroup): boolean {
  const groups = groupsOf(folded, group)
  const gaps = gapsOf(folded, group).map((gap) => gap.trim())
  return (
    groups.length >= MOST_SCATTERED &&
    groups.every((each) => each.length <= 2) &&
    gaps.includes('') &&
    new Set(gaps).size === 2 &&
    !gaps.some((gap) => OF_TIME_OR_MONEY.test(gap) || gap === '.') &&
    !readsLikeFigures(folded, group)
  )
}

/** Figures beside each other read like any other rhythm, so all gaps must be one, and nothing may speak for figures. */
function isOneRhythm(folded: string, group: DigitGroup): boolean {
  const [gap, ...others] = gapsOf(folded, group)
  if (gap === undefined || others.length > 0) return false
  // Order numbers are counted: 1 3812345678.
  const isWritten = BLANK.test(gap) ? group.shape !== '1-10' : DASH_OR_DOT.test(gap) && group.shape.startsWith('3-')
  return isWritten && standsAlone(folded, group, gap) && !readsLikeFigures(folded, group)
}

/** So few groups with so many digits are hardly anything else, in any other rhythm as well. */
const isOfFewGroups = (folded: string, group: DigitGroup): boolean =>
  group.shape !== '3-4-4' &&
  groupsOf(folded, group).length <= FEW &&
  gapsOf(folded, group).every((gap) => !OF_TIME_OR_MONEY.test(gap) && standsAlone(folded, group, gap)) &&
  !readsLikeFewFigures(folded, group)

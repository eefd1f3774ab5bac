import { saysId, saysIdCard, saysIdCardBehind, saysOrderOfRow } from './cue.ts'
import { type DigitGroup, type DigitSegment, groupFrom } from './digit-segments.ts'
import { type Detector, type Span, spansFromEachSegment, withoutMiddle } from './span.ts'

/** GB 11643: weights of the first 17 digits and the check character for each sum modulo 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
/** The first two digits: provinces, Taiwan, Hong Kong, Macau, and 91 for residence permits of foreigners. */
export const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-4])/
const CENTURY = /^\d{6}(?:18|19|20)/
/** Cards of 15 digits have no check character, so they count only when written as such. */
const OLD_SHAPES = new Set(['15', '6-6-3'])
const OLD_BEGINNINGS = new Set([15, 6])
/** What people and readers of pictures write for the X at the end. */
export const X =
  /^(?:[xX×✕✖ХхⅩⅹ](?![A-Za-z])|[ \u00a0\u3000][xXⅩⅹ](?![A-Za-z\d])|叉|[\s，,]{0,2}(?:最后(?:一位)?|末位|尾数)?(?:就?是)?一?个?(?:字母)?(?:叉|艾克斯|[xX](?![A-Za-z\d]))|,? (?:and )?(?:an? )?(?:letter )?[xX](?![A-Za-z\d])(?: at the end)?)/u

/** «, and X at the end». */
const LONGEST_X = 20

/** Identity cards, new (18) and old (15), also digit by digit, as they are read out: first 3 and last 4 stay. */
export const findIdCards: Detector = (folded, segments) =>
  spansFromEachSegment(
    segments,
    (first) =>
      newCardAt(folded, segments, first) ?? cardWithXAt(folded, segments, first) ?? oldCardAt(folded, segments, first),
  )

function newCardAt(folded: string, segments: DigitSegment[], first: number): Span | null {
  const group = anyGroup(folded, segments, first, 18)
  return group && isIdCard(folded, group, group.digits) ? span(group.start, group.end, group.digits) : null
}

function cardWithXAt(folded: string, segments: DigitSegment[], first: number): Span | null {
  const group = anyGroup(folded, segments, first, 17)
  if (!group) return null
  const number = `${group.digits}X`
  const x = X.exec(folded.slice(group.end, group.end + LONGEST_X))
  return x !== null && isIdCard(folded, group, number) ? span(group.start, group.end + x[0].length, number) : null
}

/** Misheard by a digit, it is still what the words in front say. */
const isIdCard = (folded: string, { start, end }: DigitGroup, number: string): boolean =>
  isIdNumber(number) ||
  saysIdCard(folded, start) ||
  ((saysId(folded, start) || saysIdCardBehind(folded, end)) && PROVINCE.test(number) && CENTURY.test(number))

/** With any sign or short word between the groups: place, birthday and check character together are no chance. */
const anyGroup = (folded: string, segments: DigitSegment[], first: number, count: number): DigitGroup | null =>
  groupFrom(folded, segments, first, { count, links: ['sum_sign', 'word'] })

function oldCardAt(folded: string, segments: DigitSegment[], first: number): Span | null {
  // What costs least is asked first: a page of figures is asked this at each of them.
  if (!OLD_BEGINNINGS.has((segments[first]?.end ?? 0) - (segments[first]?.start ?? 0))) return null
  const group = groupFrom(folded, segments, first, { count: 15 })
  if (!group || !OLD_SHAPES.has(group.shape) || !PROVINCE.test(group.digits)) return null
  if (isInOrder(folded, group.start)) return null
  return isDate(`19${group.digits.slice(6, 12)}`) ? span(group.start, group.end, group.digits) : null
}

/** 单号 240318-517362940831746: a dash, and no blank, goes on with what stands behind the word for an order. */
const isInOrder = (folded: string, start: number): boolean =>
  /\d-$/.test(folded.slice(Math.max(0, start - 2), start)) && saysOrderOfRow(folded, start)

const span = (start: number, end: number, number: string): Span => ({
  kind: 'id_card',
  start,
  end,
  mask: withoutMiddle(number),
})

/** New ones only: those have a check character. */
export function isIdNumber(number: string): boolean {
  if (!PROVINCE.test(number) || !CENTURY.test(number) || !isDate(number.slice(6, 14))) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0)
  return CHECK_CHARACTERS.charAt(sum % 11) === number.charAt(17)
}

/** `yyyyMMdd` that was a day. */
function isDate(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

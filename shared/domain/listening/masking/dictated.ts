import { saysCard, saysGoods, saysIdCard, saysOrder, saysPhone } from './cue.ts'
import { type DigitSegment, groupsOf, runFrom } from './digit-segments.ts'
import { countsUp, isAmongFigures, isFigures } from './figures.ts'
import { goesOnInOtherWords, type Said } from './read-out.ts'
import { type Detector, type Span, spansFromEachSegment, withoutMiddle } from './span.ts'

/** Fewer may be a count between figures. */
const FEWEST_SAID = 3
const MOBILE = /^(?:0{0,2}86)?1[3-9]\d{9}$/
const TIME = /\d[:：]\d/
const BEGINS_MOBILE = /^1[3-9]/
/** 不是七是一: of one digit or two nobody can tell which group they end. */
const LONGEST_PUT_RIGHT = 2
/** Behind a nought as many as here and in Taiwan, and the country's code of neighbours, whose numbers have eight digits or nine. */
const OTHERS: readonly (readonly [number: RegExp, shown: number])[] = [
  [/^010\d{8}$|^02\d{9}$/, 3],
  [/^0[3-9]\d{9,10}$/, 4],
  [/^09\d{8}$/, 4],
  [/^0[2-8]\d{7,8}$/, 2],
  [/^852[2-9]\d{7}$|^853[62]\d{7}$|^8869\d{8}$/, 3],
  [/^65[3689]\d{7}$/, 2],
  [/^[48]00\d{7}$/, 3],
]
const [SHORTEST_WHOLE, LONGEST_WHOLE] = [9, 15]
/** Of a mobile, an area code, a country's code or a company. */
const MAY_BEGIN = /[014689]/
const PHONE_LENGTH = 11
const ID_LENGTH = 18
const [SHORTEST_CARD, LONGEST_CARD] = [15, 19]
/** So many digits are no price: the last group of a card is put right. */
const BEGINS_CARD = /^(?:62|4|5)/
const FEWEST_OF_CARD = 12

interface Reading {
  readonly start: number
  readonly end: number
  readonly digits: string
}

/** Numbers that were taken back while they were read, 一三五，八八二七，不对，八八七二，四四零九: with the half that was wrong, for it tells as much. */
export const findCorrected: Detector = (text, segments) =>
  segments.some(({ link }) => link === 'correction')
    ? spansFromEachSegment(segments, (first) => {
        const run = runFrom(segments, first, ['separator', 'correction'])
        return run.some(isCorrection) ? correctedIn(text, run) : null
      })
    : []

/** Numbers that somebody reads out, in any rhythm: nobody says a price or a size digit by digit. */
export const findDictated =
  (said: Said): Detector =>
  (text, segments) =>
    spansFromEachSegment(segments, (first) => wholeIn(text, runFrom(segments, first), said))

const isCorrection = ({ link }: DigitSegment, index: number): boolean => index > 0 && link === 'correction'

function readingOf(text: string, run: readonly DigitSegment[]): Reading {
  const digits = run.map(({ start, end }) => text.slice(start, end)).join('')
  return { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, digits }
}

/** All eleven digits of a mobile, or the others of a landline: to the end of what was read. */
function wholeIn(text: string, run: readonly DigitSegment[], said: Said): Span | null {
  const begin = run[0]
  if (begin === undefined || begin.isFraction || !MAY_BEGIN.test(text.charAt(begin.start))) return null
  let length = 0
  for (const [index, { start, end }] of run.entries()) {
    length += end - start
    if (length < SHORTEST_WHOLE) continue
    if (length > LONGEST_WHOLE) return null
    const isEnd = index === run.length - 1
    if (!isEnd && length !== PHONE_LENGTH && length !== PHONE_LENGTH + 2 && length !== LONGEST_WHOLE) continue
    const span = wholeAt(text, run.slice(0, index + 1), isEnd, said)
    if (span !== null) return span
  }
  return null
}

function wholeAt(text: string, run: readonly DigitSegment[], isEnd: boolean, said: Said): Span | null {
  const reading = readingOf(text, run)
  const { start, end, digits } = reading
  const isMobile = MOBILE.test(digits)
  const other = isEnd ? OTHERS.find(([number]) => number.test(digits)) : undefined
  if (!isMobile && other === undefined) return null
  if (said.digits(start, end) < FEWEST_SAID || isOfFigures(text, run)) return null
  if (!isMobile && goesOnInOtherWords(text, start, end)) return null
  return isMobile ? phone(start, end, digits.slice(-PHONE_LENGTH)) : otherSpan(text, reading, other?.[1] ?? 0)
}

/** Its words speak of money, goods or orders, or its groups count something. */
function isOfFigures(text: string, run: readonly DigitSegment[]): boolean {
  const group = { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, digits: '', shape: '' }
  if (saysOrder(text, group.start) || saysGoods(text, group.start)) return true
  if (saysPhone(text, group.start)) return false
  const groups = groupsOf(text, group)
  return (
    countsUp(groups) ||
    isAmongFigures(text, group) ||
    (run.length > 1 && isFigures(text.slice(group.start, group.end), groups))
  )
}

/** Prices, years and rooms have four digits, and are put right as often: no phone is begun with four. */
const isPriceOrYear = (first: DigitSegment | undefined): boolean => lengthOf(first) === 4

const lengthOf = (segment: DigitSegment | undefined): number =>
  segment === undefined ? 0 : segment.end - segment.start

/** What is read anew takes the place of as many digits as are too many. */
function correctedIn(text: string, run: readonly DigitSegment[]): Span | null {
  const last = run.findLastIndex(isCorrection)
  const before = readingOf(text, run.slice(0, last))
  const isSaid = saysPhone(text, before.start) || saysIdCard(text, before.start) || saysCard(text, before.start)
  const isPhone = BEGINS_MOBILE.test(before.digits) || saysPhone(text, before.start)
  if (saysOrder(text, before.start) || saysGoods(text, before.start) || run[0]?.isFraction) return null
  const isCard = before.digits.length >= FEWEST_OF_CARD && BEGINS_CARD.test(before.digits)
  if (
    !isSaid &&
    !isCard &&
    (isPriceOrYear(run[0]) || isAmongFigures(text, { start: before.start, end: run.at(-1)?.end ?? 0 }))
  )
    return null
  if (TIME.test(text.slice(Math.max(0, before.start - 3), run.at(-1)?.end))) return null
  const isDigitPutRight = lengthOf(run[last]) <= LONGEST_PUT_RIGHT
  const lengths = lengthsOf(text, before, isPhone)
  let found: Span | null = null
  for (let count = run.length; count > last; count--) {
    const behind = readingOf(text, run.slice(last, count))
    for (const length of lengths) {
      const kept = length - behind.digits.length
      if (kept < 0 || kept > before.digits.length) continue
      const span = spanOf(before, behind, kept, length)
      if (isEndOfGroup(run.slice(0, last), kept)) return span
      if (isSaid || isDigitPutRight) found ??= span
    }
  }
  return found
}

function lengthsOf(text: string, { start, digits }: Reading, isPhone: boolean): number[] {
  if (saysIdCard(text, start)) return [ID_LENGTH]
  if (saysCard(text, start)) return [LONGEST_CARD, 18, 17, 16, SHORTEST_CARD]
  if (digits.startsWith('0')) return [12, 11, 10]
  if (digits.length >= FEWEST_OF_CARD && BEGINS_CARD.test(digits)) return [LONGEST_CARD, 18, 17, 16]
  return isPhone ? [PHONE_LENGTH, ...(BEGINS_MOBILE.test(digits) ? [] : [8])] : []
}

/** Whether so many digits are whole groups. */
function isEndOfGroup(groups: readonly DigitSegment[], kept: number): boolean {
  let left = kept
  for (const { start, end } of groups) if (left > 0) left -= end - start
  return left === 0
}

function spanOf(before: Reading, behind: Reading, kept: number, length: number): Span {
  const digits = before.digits.slice(0, kept) + behind.digits
  const [start, end] = [before.start, behind.end]
  if (length === ID_LENGTH) return { kind: 'id_card', start, end, mask: withoutMiddle(digits) }
  if (length >= SHORTEST_CARD) return { kind: 'bank_card', start, end, mask: `****${digits.slice(-4)}` }
  if (length === PHONE_LENGTH && BEGINS_MOBILE.test(digits)) return phone(start, end, digits)
  return { kind: 'landline', start, end, mask: `****${digits.slice(-4)}` }
}

const phone = (start: number, end: number, digits: string): Span => ({
  kind: 'phone',
  start,
  end,
  mask: withoutMiddle(digits),
})

/** What stands in front of the number is no part of it. */
function otherSpan(text: string, { start, end, digits }: Reading, shown: number): Span {
  const front = new RegExp(`^(?:\\d\\D*?){${shown}}\\D*`).exec(text.slice(start, end))?.[0].length ?? 0
  return { kind: 'landline', start: start + front, end, mask: `****${digits.slice(-4)}` }
}

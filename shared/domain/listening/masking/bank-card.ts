import { saysCard } from './cue.ts'
import { type DigitGroup, gapsOf, groupFrom } from './digit-segments.ts'
import { isRound, standsAlone } from './figures.ts'
import { type Detector, spansFromEachSegment } from './span.ts'

/** Longest first: the first 16 digits of a card of 19 may pass the check by chance. 15: American Express. */
const LENGTHS = [19, 18, 17, 16, 15]
/**
 * How cards begin (ISO/IEC 7812). One number in ten passes the check by chance, so beginnings that no card has are what
 * keeps order and call numbers (often a date 2026…, or 1…) readable. Beyond 16 digits only cards of China are issued.
 */
export const STARTS_OF_15 = /^3[47]/
export const STARTS_OF_16 = /^(?:22[2-9]|2[3-6]|27[01]|2720|35|4|5|6|81|9)/
export const STARTS_OF_LONGER = /^(?:6|81|9)/
const LINE_BREAK = /^\s*?[\r\n\u2028\u2029]\s*$/u
const IN_FOURS = /^4-4-4-4(?:-\d)?$/

/** Bank cards of 15 to 19 digits that pass Luhn's check: only the last 4 stay, ****1234. */
export const findBankCards: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first) => {
    for (const count of LENGTHS) {
      const group = groupFrom(folded, segments, first, { count, mostGroups: 5 })
      if (!group || !isCard(group) || !isWrittenTogether(folded, group)) continue
      return { kind: 'bank_card', start: group.start, end: group.end, mask: `****${group.digits.slice(-4)}` }
    }
    return null
  })

function isCard({ digits, shape }: DigitGroup): boolean {
  const starts = digits.length === 15 ? STARTS_OF_15 : digits.length === 16 ? STARTS_OF_16 : STARTS_OF_LONGER
  return starts.test(digits) && isGroupedLikeCard(shape) && passesLuhn(digits)
}

/** In groups of four or more, the last one may be shorter. */
const isGroupedLikeCard = (shape: string): boolean =>
  shape
    .split('-')
    .slice(0, -1)
    .every((length) => Number(length) >= 4)

/** Amounts beside or below each other pass the check as often as one number in ten. */
function isWrittenTogether(folded: string, group: DigitGroup): boolean {
  const [gap, ...others] = gapsOf(folded, group)
  if (gap === undefined || saysCard(folded, group.start)) return true
  if (isRound(folded.slice(group.start, group.end).match(/\d+/g) ?? [])) return false
  if (![gap, ...others].some((each) => LINE_BREAK.test(each))) return true
  return others.length === 0 && IN_FOURS.test(group.shape) && standsAlone(folded, group, gap)
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.charAt(digits.length - 1 - index))
    const doubled = digit * 2
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

import { saysCard } from './cue.ts'
import { type DigitGroup, groupFrom } from './digit-segments.ts'
import { type Detector, spansFromEachSegment } from './span.ts'

/** Longest first: the first 16 digits of a card of 19 may pass the check by chance. */
const LENGTHS = [19, 18, 17, 16]
/**
 * How cards begin (ISO/IEC 7812). One number in ten passes the check by chance, so beginnings that no card has are what
 * keeps order and call numbers (often a date 2026…, or 1…) readable. Beyond 16 digits only cards of China are issued.
 */
export const STARTS_OF_16 = /^(?:22[2-9]|2[3-6]|27[01]|2720|35|4|5|6|81|9)/
export const STARTS_OF_LONGER = /^(?:6|81|9)/

/** Bank cards of 16 to 19 digits that pass Luhn's check: only the last 4 stay, ****1234. */
export const findBankCards: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first) => {
    // Amounts below each other pass the check as often as one number in ten.
    const mostLines = saysCard(folded, segments[first]?.start ?? 0) ? 2 : 1
    for (const length of LENGTHS) {
      const group = groupFrom(folded, segments, first, { count: length, mostGroups: 5, mostLines })
      if (!group || !isCard(group)) continue
      return { kind: 'bank_card', start: group.start, end: group.end, mask: `****${group.digits.slice(-4)}` }
    }
    return null
  })

function isCard({ digits, shape }: DigitGroup): boolean {
  const starts = digits.length === 16 ? STARTS_OF_16 : STARTS_OF_LONGER
  return starts.test(digits) && isGroupedLikeCard(shape) && passesLuhn(digits)
}

/** In groups of four or more, the last one may be shorter. */
const isGroupedLikeCard = (shape: string): boolean =>
  shape
    .split('-')
    .slice(0, -1)
    .every((length) => Number(length) >= 4)

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.charAt(digits.length - 1 - index))
    const doubled = digit * 2
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

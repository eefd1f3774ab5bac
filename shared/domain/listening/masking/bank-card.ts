import { saysCard, saysCardDirectly, saysCardOfBank, saysOrder } from './cue.ts'
import { type DigitGroup, FILLING, gapsOf, groupFrom, groupsOf, isSumSign, type Link } from './digit-segments.ts'
import { arePriced, isAmongFigures, standsAlone } from './figures.ts'
import { type Detector, spansFromEachSegment } from './span.ts'

/** Beyond 16 digits only cards of China are issued. */
const OF_CHINA = /^(?:6|81|9)/
/**
 * How long cards are and how they begin (ISO/IEC 7812), the longest first: the first 16 digits of a card of 19 may pass the check by
 * chance. So does one number in ten, so beginnings that no card has are what keeps order and call numbers (often a date 2026…, or
 * 1…) readable.
 */
const CARDS: readonly (readonly [length: number, beginning: RegExp])[] = [
  [19, /^(?:6|81|9|4367)/],
  [18, OF_CHINA],
  [17, OF_CHINA],
  [16, /^(?:22[2-9]|2[3-6]|27[01]|2720|35|4|5|6|81|9)/],
  [15, /^3[47]/],
  [14, /^3(?:0[0-5]|[689])/],
]

/** How many digits a card has that begins so, at most; null when none does. */
export const longestCard = (digits: string): number | null =>
  CARDS.find(([, beginning]) => beginning.test(digits))?.[0] ?? null

/** In one group, or each digit of two units. */
const BEGINS_LIKE_CARD = new RegExp(`^[2-9](?:[0-9]{3}|${FILLING})`)
/** Fourteen digits say a day and a time as well. */
const SHORTEST_MISHEARD = 15
/** Nothing else is written in fours and begins so behind the word for a card. */
const OF_UNION_PAY = /^62/
const SAYS_ANY_CARD = /(?:卡|银行|信用社|邮储|[工农中建交招]行)[\s:：是]{0,3}$/u
const LONGEST_SAID = 6
const LINE_BREAK = /[\r\n\u2028\u2029]/
const IN_FOURS = /^4-(?:4-4-4|8-4|4-8|12)(?:-[1-3])?$|^8-8(?:-3)?$|^16$|^19$/
const IN_NINETEEN = /^4-4-4-4-3$/
const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]

/** Bank cards of 14 to 19 digits that pass Luhn's check: only the last 4 stay, ****1234. */
export const findBankCards: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first, { start }) => {
    // Most figures are shorter than the first group of a card, and need no further look.
    if (!BEGINS_LIKE_CARD.test(folded.slice(start, start + 4)) || saysOrder(folded, start)) return null
    const links: Link[] = saysCard(folded, start) ? ['sum_sign', 'word'] : ['sum_sign']
    const groups = CARDS.map(([count, beginning]) => {
      const group = groupFrom(folded, segments, first, { count, links })
      return group &&
        beginning.test(group.digits) &&
        (isGroupedLikeCard(group.shape) || saysCardDirectly(folded, start))
        ? group
        : null
    }).filter((group) => group !== null)
    const found =
      groups.find((group) => passesLuhn(group.digits) && isWrittenTogether(folded, group)) ??
      groups.find((group) => isMisheard(folded, group))
    // The first sixteen of nineteen digits may be a card by chance.
    const card = found && (groups.find(({ shape }) => IN_NINETEEN.test(shape)) ?? found)
    return card ? { kind: 'bank_card', start: card.start, end: card.end, mask: `****${card.digits.slice(-4)}` } : null
  })

/** By a digit, it is still what the words right in front say. */
const isMisheard = (folded: string, { start, digits, shape }: DigitGroup): boolean =>
  digits.length >= SHORTEST_MISHEARD &&
  (saysCardDirectly(folded, start) ||
    (saysCardOfBank(folded, start) && IN_FOURS.test(shape)) ||
    (OF_UNION_PAY.test(digits) &&
      IN_FOURS.test(shape) &&
      SAYS_ANY_CARD.test(folded.slice(Math.max(0, start - LONGEST_SAID), start))))

/** In groups of four or more, the last one may be shorter. */
const isGroupedLikeCard = (shape: string): boolean =>
  shape
    .split('-')
    .slice(0, -1)
    .every((length) => Number(length) >= 4)

/** Amounts beside or below each other, and what makes a sum, pass the check as often as one number in ten. */
function isWrittenTogether(folded: string, group: DigitGroup): boolean {
  const [gap, ...others] = gapsOf(folded, group)
  if (gap === undefined || saysCard(folded, group.start)) return true
  if (arePriced(groupsOf(folded, group))) return false
  const gaps = [gap, ...others]
  const isSum = gaps.some(isSumSign)
  if (!isSum && !gaps.some((each) => LINE_BREAK.test(each))) return true
  if (others.length > 0 || !group.shape.startsWith('4-4-4-4') || !standsAlone(folded, group, gap)) return false
  return !(isSum && isAmongFigures(folded, group))
}

export function passesLuhn(digits: string): boolean {
  const values = [...digits]
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) : (DOUBLED[Number(digit)] ?? 0)))
  return values.reduce((sum, value) => sum + value) % 10 === 0
}

import { saysCard, saysGoods, saysOrder, speaksOfFigures } from './cue.ts'
import { type DigitGroup, type DigitSegment, groupFrom, groupsOf } from './digit-segments.ts'
import { arePriced, countsUp, isCounted } from './figures.ts'
import { type Detector, type Span, spansFromEachSegment } from './span.ts'

/**
 * Numbers of Hong Kong, Macau and Singapore without the code of the country: eight digits, which a price, a day or an order may have as
 * well. The place beside them, a word right in front, its code in brackets or an extension behind tell.
 */
const NUMBER = /^[235689]\d{7}$/
const SHAPES = new Set(['8', '4-4', '1-1-1-1-1-1-1-1', '2-2-2-2'])
const DAY = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const PLACE = '(?:(?<![a-z])(?:hk|sg|hong ?kong|singapore|macau)(?![a-z])|香港|新加坡|星加坡|澳门)'
const PLACE_IN_FRONT = new RegExp(`${PLACE}[^\\d\\n。；;元块$]{0,14}$`, 'iu')
const PLACE_BEHIND = new RegExp(`^[\\s,，?？]{0,2}[(（]?\\s?${PLACE}(?!\\$)`, 'iu')
const WORD_IN_FRONT =
  /(?:(?<![a-z])(?:hp|h\/p|mob|office|switchboard|direct line)(?: (?:no\.?|number))?|(?:公司|办公室?|单位|家)线)\s?(?:is|[是系:：])?\s?$/iu
const CODE_IN_FRONT = /[(（]\s?(?:852|853|65)\s?[)）]\s?$/u
const EXTENSION_BEHIND = /^[\s,，]{0,2}(?:ext\.?|extension|转|分机)\s?\d/iu
/** Of a paper. */
const BEHIND_LETTER = /(?<![A-Za-z])[A-Za-z]\s?$/
const [FARTHEST, LENGTH] = [28, 8]

export const findEightDigits: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first, { start }) => {
    const group = groupFrom(folded, segments, first, { count: LENGTH })
    if (group === null || !NUMBER.test(group.digits) || !SHAPES.has(group.shape) || DAY.test(group.digits)) return null
    return isSaid(folded, start, group) && !isOther(folded, segments, first, group) ? spanOf(group) : null
  })

function isSaid(folded: string, start: number, { end }: DigitGroup): boolean {
  const [before, behind] = [folded.slice(Math.max(0, start - FARTHEST), start), folded.slice(end, end + FARTHEST)]
  return (
    [PLACE_IN_FRONT, WORD_IN_FRONT, CODE_IN_FRONT].some((word) => word.test(before)) ||
    [PLACE_BEHIND, EXTENSION_BEHIND].some((word) => word.test(behind))
  )
}

function isOther(folded: string, segments: DigitSegment[], first: number, group: DigitGroup): boolean {
  const { start, end } = group
  if (BEHIND_LETTER.test(folded.slice(Math.max(0, start - 3), start))) return true
  if (segments[first]?.link === 'separator' && !/[)）\s]$/.test(folded.slice(0, start))) return true
  if (saysOrder(folded, start) || saysGoods(folded, start) || saysCard(folded, start)) return true
  const groups = groupsOf(folded, group)
  return speaksOfFigures(folded, start) || isCounted(folded, end) || countsUp(groups) || arePriced(groups)
}

const spanOf = ({ start, end, digits }: DigitGroup): Span => ({
  ...{ kind: 'phone', start, end },
  mask: `****${digits.slice(-4)}`,
})

import { hasBirthday, saysPlace } from './begun-number.ts'
import { saysIdCard } from './cue.ts'
import { runFrom } from './digit-segments.ts'
import { PROVINCE } from './id-card.ts'
import { starFor } from './mask-forms.ts'
import { type Detector, type Span, spansFromEachSegment } from './span.ts'

/** With fewer nothing of the year is told. */
const [FEWEST, MOST] = [9, 17]
const SHOWN = 3
const CENTURY = /^\d{6}(?:18|19|20)/

/** Whether a row of digits is an identity card up to somewhere behind the century: place, year, and as much of the day as is there. */
export const isBegunId = (digits: string): boolean =>
  digits.length >= FEWEST && digits.length <= MOST && CENTURY.test(digits) && (saysPlace(digits) || hasBirthday(digits))

/** The year somebody was born in is no end of a number that may be shown: the first three digits stay, as of any number that goes on elsewhere. */
export const begunIdSpan = (start: number, end: number, digits: string): Span => ({
  ...{ kind: 'id_card', start, end },
  mask: `${digits.slice(0, SHOWN)}${starFor(true)}${'*'.repeat(digits.length - SHOWN - 1)}`,
})

/** An identity card whose rest is told in another line or note: 身份证是1101011990. */
export const findBegunIds: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first, { start, isFraction }) => {
    if (isFraction || !PROVINCE.test(folded.slice(start, start + 2)) || !saysIdCard(folded, start)) return null
    const run = runFrom(segments, first)
    const digits = run.map((segment) => folded.slice(segment.start, segment.end)).join('')
    return isBegunId(digits) ? begunIdSpan(start, run.at(-1)?.end ?? start, digits) : null
  })

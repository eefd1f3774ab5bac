import { saysPhone } from './cue.ts'
import { type DigitSegment, groupFrom } from './digit-segments.ts'
import { type Detector, type Span, spansFromEachSegment } from './span.ts'

/** Mainland China, trunk code, or nothing; they stay readable in front of the mask. */
const PREFIXES = ['', '86', '0086', '0']
/** As numbers are written and read out. Not any grouping: `1500 2000 300` are prices. */
const SHAPES = new Set([
  '11',
  '3-8',
  '7-4',
  '3-4-4',
  '3-3-5',
  '3-5-3',
  '3-2-2-4',
  '3-4-2-2',
  '3-2-2-2-2',
  '1-3-3-4',
  '1-1-1-1-1-1-1-1-1-1-1',
])
export const MOBILE = /^1[3-9]/
/** Two of them with nothing between. */
const TWO_PHONES = /^(1[3-9]\d)\d{4}(\d{4})(1[3-9]\d)\d{4}(\d{4})$/

/** Mainland mobile numbers: 138****5678. */
export const findPhones: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first) => phoneAt(folded, segments, first))

function phoneAt(folded: string, segments: DigitSegment[], first: number): Span | null {
  const { start: segmentStart, end } = segments[first] ?? { start: 0, end: 0 }
  const two = end - segmentStart === 22 ? TWO_PHONES.exec(folded.slice(segmentStart, end)) : null
  if (two !== null)
    return { kind: 'phone', start: segmentStart, end, mask: `${two[1]}****${two[2]}${two[3]}****${two[4]}` }
  const oddly = saysPhone(folded, segmentStart)
  for (const prefix of PREFIXES) {
    if (!folded.startsWith(prefix, segmentStart)) continue
    const group = groupFrom(folded, segments, first, { count: 11, mostGroups: 11, skipped: prefix.length, oddly })
    // Figures beside each other read like any other rhythm, so those count only where the words say that a phone follows.
    if (!group || !(oddly || SHAPES.has(group.shape)) || !MOBILE.test(group.digits)) continue
    const mask = `${group.digits.slice(0, 3)}****${group.digits.slice(7)}`
    return { kind: 'phone', start: group.start, end: group.end, mask }
  }
  return null
}

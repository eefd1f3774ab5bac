import { saysGoods, saysOrder, saysPhone } from './cue.ts'
import { gapsOf, groupFrom } from './digit-segments.ts'
import { isAmongFigures, isTimeOrVersion, standsAlone } from './figures.ts'
import { type Detector, spansFromEachSegment } from './span.ts'

const BEGINS = /^(?:[48]00|1[38]00)/
/** 1300 648 229, in Australia. */
const OF_AUSTRALIA = /^1[38]00/
const LENGTH = 10
const SHAPES = new Set(['3-7', '3-3-4', '3-4-3', '4-3-3', '4-6', '4-2-4', '4-4-2', '3-3-2-2', '3-2-2-3', '7-3', '6-4'])

/** Numbers that companies are called at, 400 and 800: 400****8820. */
export const findHotlines: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first, { start }) => {
    if (!BEGINS.test(folded.slice(start, start + 4)) && !folded.startsWith('00', start + 1)) return null
    const group = groupFrom(folded, segments, first, { count: LENGTH })
    if (group === null || !BEGINS.test(group.digits)) return null
    if (OF_AUSTRALIA.test(group.digits) && group.shape !== '4-3-3') return null
    if (saysOrder(folded, group.start) || saysGoods(folded, group.start)) return null
    const [gap, ...others] = gapsOf(folded, group)
    const isSaid = saysPhone(folded, group.start)
    const isKnown =
      (SHAPES.has(group.shape) || (group.shape.startsWith('3-') && gap === '-')) &&
      (gap === undefined || others.length > 0 || standsAlone(folded, group, gap))
    const isFigure = isAmongFigures(folded, group) || isTimeOrVersion(folded.slice(group.start, group.end))
    if (!isSaid && (isFigure || !(isKnown || group.shape === '10'))) return null
    return {
      kind: 'phone',
      start: group.start,
      end: group.end,
      mask: `${group.digits.slice(0, 3)}****${group.digits.slice(-4)}`,
    }
  })

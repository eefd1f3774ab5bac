import { groupFrom } from './digit-segments.ts'
import { type Detector, spansFromEachSegment } from './span.ts'

/** Area code, then the number. An area code that is glued to the number is left alone: too many order numbers begin with 0. */
const SHAPES = new Set(['3-8', '3-4-4', '4-8', '4-4-4', '4-7', '4-4-3', '4-3-4'])
export const AREA_CODE = /^0(?:10|2\d|[3-9]\d{2})/

/** Landlines with an area code: 010-****5678. What people put between the two stays. */
export const findLandlines: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first) => {
    const [area, number] = [segments[first], segments[first + 1]]
    if (!area || !number || folded.charAt(area.start) !== '0') return null
    for (const count of [11, 12]) {
      const group = groupFrom(folded, segments, first, { count, mostGroups: 3 })
      if (!group || !SHAPES.has(group.shape) || !AREA_CODE.test(group.digits)) continue
      return { kind: 'landline', start: number.start, end: group.end, mask: `****${group.digits.slice(-4)}` }
    }
    return null
  })

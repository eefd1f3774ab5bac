import { saysGoods, saysLandline, saysPhone } from './cue.ts'
import { type DigitGroup, type DigitSegment, groupFrom } from './digit-segments.ts'
import { isAmongFigures } from './figures.ts'
import { type Detector, type Span, spansFromEachSegment } from './span.ts'

/**
 * Area code, then the number. Where the area code is glued to the number the words in front must say that a phone follows: too many
 * order numbers begin with 0.
 */
const SHAPES = new Set(['3-8', '3-4-4', '4-8', '4-4-4', '4-7', '4-4-3', '4-3-4'])
export const AREA_CODE = /^0(?:10|2\d|[3-9]\d{2})/
/** The same behind the country's code, where the nought falls away: +86 10 1234 5678. */
export const CITY_CODE = /^(?:10|2\d|[3-9]\d{2})/
/** Eight digits behind the short area codes, seven or eight behind the long ones. */
const GLUED = /^(010(?=\d{8}$)|02\d(?=\d{8}$)|0[3-9]\d{2}(?=\d{7,8}$))/
/** 027 20261120: a place and a day. */
const PLACE_AND_DAY = /^\d{3,4}\s+20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const COUNTRY_SHAPE = /^(?:2|4)-(?:2-8|2-4-4|3-8|3-4-4|3-7|3-4-3|3-3-4)$/

/** What no area code stands in front of. */
export const LOCAL = /^[2-9]/

/** Landlines with an area code: 010-****5678. What people put between the two stays. Behind 座机 also those without. */
export const findLandlines: Detector = (folded, segments) =>
  spansFromEachSegment(
    segments,
    (first, segment) =>
      landlineAt(folded, segments, first) ??
      behindCountryCode(folded, segments, first) ??
      gluedAt(folded, segment) ??
      localAt(folded, segments, first),
  )

function landlineAt(folded: string, segments: DigitSegment[], first: number): Span | null {
  const [area, number] = [segments[first], segments[first + 1]]
  if (!area || !number || folded.charAt(area.start) !== '0') return null
  for (const count of [11, 12]) {
    const group = groupFrom(folded, segments, first, { count })
    if (!group || !SHAPES.has(group.shape) || !AREA_CODE.test(group.digits)) continue
    if (saysGoods(folded, group.start)) return null
    const isDay = PLACE_AND_DAY.test(folded.slice(group.start, group.end)) && !saysPhone(folded, group.start)
    return isDay ? null : spanFrom(number.start, group)
  }
  return null
}

/** 电话01012345678 and +861012345678. */
function gluedAt(folded: string, { start, end }: DigitSegment): Span | null {
  const digits = folded.slice(start, end)
  const isAbroad = folded.charAt(start - 1) === '+' && digits.startsWith('86')
  const area = GLUED.exec(isAbroad ? `0${digits.slice(2)}` : digits)?.[1]
  if (area === undefined || !(isAbroad || saysPhone(folded, start))) return null
  const shown = isAbroad ? area.length + 1 : area.length
  return { kind: 'landline', start: start + shown, end, mask: `****${digits.slice(-4)}` }
}

function behindCountryCode(folded: string, segments: DigitSegment[], first: number): Span | null {
  const [country, number] = [segments[first], segments[first + 2]]
  const code = country && folded.slice(country.start, country.end)
  if (!number || (code !== '86' && code !== '0086')) return null
  for (const count of [10, 11]) {
    const group = groupFrom(folded, segments, first, { count: code.length + count })
    if (group && COUNTRY_SHAPE.test(group.shape) && CITY_CODE.test(group.digits.slice(code.length)))
      return spanFrom(number.start, group)
  }
  return null
}

/** 座机 6234 5678. */
function localAt(folded: string, segments: DigitSegment[], first: number): Span | null {
  const start = segments[first]?.start ?? 0
  if (!LOCAL.test(folded.charAt(start)) || !saysLandline(folded, start)) return null
  for (const count of [8, 7]) {
    const group = groupFrom(folded, segments, first, { count })
    if (group !== null && !isAmongFigures(folded, group)) return spanFrom(group.start, group)
  }
  return null
}

const spanFrom = (start: number, { end, digits }: DigitGroup): Span => ({
  kind: 'landline',
  start,
  end,
  mask: `****${digits.slice(-4)}`,
})

import { type DigitSegment, digitSegments } from './digit-segments.ts'
import type { Span } from './span.ts'

/** Shorter ones are counts and prices as well. */
const FEWEST = 6
const SHORTEST_WHOLE = 8
const MOST_NUMBERS = 8
const MOST_DIGITS_WRONG = 3
/** How many digits too many or too few somebody types. */
const MOST_BESIDE = 1

/**
 * Numbers begun and told anew, or with a digit wrong, beside the whole one: 17724610，没打完，17724610935. What stands of them tells what the mask
 * of the whole hides; nothing of it stays. `whole`: digits of the numbers that are masked; `free`: the same text with their masks in it.
 */
export function findToldAgain(free: string, whole: readonly string[]): Span[] {
  const numbers = whole.filter(({ length }) => length >= SHORTEST_WHOLE).slice(0, MOST_NUMBERS)
  if (numbers.length === 0) return []
  return runsOf(digitSegments(free)).flatMap((run): Span[] => {
    const digits = run.map(({ start, end }) => free.slice(start, end)).join('')
    if (digits.length < FEWEST || !numbers.some((number) => isOf(number, digits))) return []
    return [{ kind: 'phone', start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, mask: '****' }]
  })
}

/** Digits with nothing but a separator between them. */
function runsOf(segments: readonly DigitSegment[]): DigitSegment[][] {
  const runs: DigitSegment[][] = []
  for (const segment of segments) {
    const run = runs.at(-1)
    if (run !== undefined && segment.link === 'separator') run.push(segment)
    else runs.push([segment])
  }
  return runs
}

function isOf(number: string, digits: string): boolean {
  if (number.startsWith(digits)) return true
  if (digits.length < SHORTEST_WHOLE || Math.abs(number.length - digits.length) > MOST_BESIDE) return false
  if (number.length === digits.length)
    return [...number].filter((digit, place) => digit !== digits.charAt(place)).length <= MOST_DIGITS_WRONG
  const [shorter, longer] = number.length < digits.length ? [number, digits] : [digits, number]
  let common = 0
  while (common < shorter.length && shorter.charAt(common) === longer.charAt(common)) common++
  return longer.endsWith(shorter.slice(common))
}

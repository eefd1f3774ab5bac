import { type DigitSegment, digitSegments } from '../masking/digit-segments.ts'
import { foldSigns, foldSpokenDigits } from '../masking/folding.ts'

/** Digits in one rhythm: groups with nothing but separators between them. */
export interface DigitRun {
  readonly start: number
  /** Behind the last digit, or the X of an identity card. */
  readonly end: number
  /** Behind the separators that follow. */
  readonly reach: number
  readonly groups: readonly DigitSegment[]
  /** Without what stands between, and with the X. */
  readonly digits: string
}

/** Anything a person may put into a number but words, stars (an earlier masking) and signs that make it a price or an address. */
const SEPARATOR = /(?![*@%&#])[\s\p{P}\p{Cf}\p{Mn}\p{Me}~～〜|｜+^]/u
const LONGEST_GAP = 8
const X_OF_ID_CARD = /^[Xx](?![A-Za-z])/

/** Every digit as a plain one, in figures and in words, at its place. */
export const plainDigits = (text: string): string => foldSpokenDigits(foldSigns(text))

/** The runs of a text, given with `plainDigits`; ids and what an earlier masking left are none. */
export function digitRuns(plain: string): DigitRun[] {
  const groups: DigitSegment[][] = []
  for (const segment of digitSegments(plain)) {
    const before = groups.at(-1)
    const isLinked = before !== undefined && gapEnd(plain, before.at(-1)?.end ?? 0) >= segment.start
    if (isLinked) before.push(segment)
    else groups.push([segment])
  }
  return groups.map((run) => runOf(plain, run))
}

function runOf(plain: string, groups: readonly DigitSegment[]): DigitRun {
  const start = groups[0]?.start ?? 0
  const lastDigit = groups.at(-1)?.end ?? start
  const digits = groups.map((group) => plain.slice(group.start, group.end)).join('')
  const hasX = digits.length >= 17 && X_OF_ID_CARD.test(plain.slice(lastDigit, lastDigit + 2))
  const end = hasX ? lastDigit + 1 : lastDigit
  return { start, end, reach: gapEnd(plain, end), groups, digits: hasX ? `${digits}X` : digits }
}

/** Behind the separators that begin at `start`. */
function gapEnd(plain: string, start: number): number {
  let end = start
  while (end < plain.length && end - start < LONGEST_GAP && SEPARATOR.test(plain.charAt(end))) end++
  return end
}

import { saysPhone } from '../masking/cue.ts'
import { type DigitSegment, digitSegments, isOddGap, isSpokenGap, SEPARATOR } from '../masking/digit-segments.ts'
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

/** As between the groups of a finished number, and a sign that may yet become the prefix of one. */
const isSeparator = (sign: string): boolean => sign === '+' || SEPARATOR.test(sign)
const LONGEST_GAP = 8
const BEGUN_GAP = /^\s?(?:然后?|再|空格?|横[杠线]?|杠|点)\s?/u
const X_OF_ID_CARD = /^[Xx](?![A-Za-z])/

/** Every digit as a plain one, in figures and in words, at its place. */
export const plainDigits = (text: string): string => foldSpokenDigits(foldSigns(text))

/** The runs of a text, given with `plainDigits`; ids and what an earlier masking left are none. */
export function digitRuns(plain: string): DigitRun[] {
  const groups: DigitSegment[][] = []
  for (const segment of digitSegments(plain)) {
    const before = groups.at(-1)
    if (before !== undefined && isOneRhythm(plain, before, segment.start)) before.push(segment)
    else groups.push([segment])
  }
  return groups.map((run) => runOf(plain, run))
}

/** As the mask links groups, and a sign that may yet become a prefix. */
function isOneRhythm(plain: string, groups: readonly DigitSegment[], next: number): boolean {
  const [first, last] = [groups[0], groups.at(-1)]
  if (first === undefined || last === undefined) return false
  if (gapEnd(plain, last.end) >= next) return true
  const gap = plain.slice(last.end, next)
  return isSpokenGap(gap, last) || (isOddGap(gap) && saysPhone(plain, first.start))
}

/** What stands of a run in front of the caret; null when that is nothing or all. */
export function runUpTo(plain: string, run: DigitRun, caret: number): DigitRun | null {
  if (caret <= run.start || caret >= run.end) return null
  const groups = run.groups.filter(({ start }) => start < caret)
  return runOf(
    plain.slice(0, caret),
    groups.map((group) => ({ ...group, end: Math.min(group.end, caret) })),
  )
}

function runOf(plain: string, groups: readonly DigitSegment[]): DigitRun {
  const start = groups[0]?.start ?? 0
  const lastDigit = groups.at(-1)?.end ?? start
  const digits = groups.map((group) => plain.slice(group.start, group.end)).join('')
  const hasX = digits.length >= 17 && X_OF_ID_CARD.test(plain.slice(lastDigit, lastDigit + 2))
  const end = hasX ? lastDigit + 1 : lastDigit
  return {
    start,
    end,
    reach: Math.max(gapEnd(plain, end), spokenGapEnd(plain, end, groups.at(-1))),
    groups,
    digits: hasX ? `${digits}X` : digits,
  }
}

/** Behind the word for a gap that begins at `start`, as far as it has been typed. */
function spokenGapEnd(plain: string, start: number, before: DigitSegment | undefined): number {
  const isGap = before !== undefined && before.end - before.start >= 3
  return start + (isGap ? (BEGUN_GAP.exec(plain.slice(start, start + LONGEST_GAP))?.[0].length ?? 0) : 0)
}

/** Behind the separators that begin at `start`. */
function gapEnd(plain: string, start: number): number {
  let end = start
  while (end < plain.length && end - start < LONGEST_GAP && isSeparator(plain.charAt(end))) end++
  return end
}

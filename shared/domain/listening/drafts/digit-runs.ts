import { longestCard } from '../masking/bank-card.ts'
import { saysPlace } from '../masking/begun-number.ts'
import { saysCard, saysId, saysIdCard, saysPhone } from '../masking/cue.ts'
import { type DigitSegment, digitSegments, isWord, SEPARATOR } from '../masking/digit-segments.ts'
import { foldSigns, foldSpokenDigits } from '../masking/folding.ts'
import { PROVINCE } from '../masking/id-card.ts'
import { MOBILE } from '../masking/phone.ts'
import { begunGapLength } from '../masking/spoken-gap.ts'

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
const LONGEST_WORD = 8
const MOST_GROUPS = 18
const [PHONE_LENGTH, SHORTEST_COMMON_CARD, ID_LENGTH] = [11, 16, 18]
/** What begins like a number that is read out, and how much of one somebody takes back. */
const FEWEST_OF_HALF = 7
const MAY_BE_CORRECTED = /^(?:1[3-9]|0[1-9]|[2-9]\d{3}|86)/
const SUM_SIGN_BEHIND = /^\s?(?:[+=#*&%×÷@]|[xX](?![A-Za-z]))\s?/
const X_OF_ID_CARD = /^[Xx](?![A-Za-z])/

/** Every digit as a plain one, in figures and in words, at its place. */
export const plainDigits = (text: string): string => foldSpokenDigits(foldSigns(text))

/** How groups are joined: as the mask joins them in any text, or by any word where the words in front say what it is. */
export type Joining = 'in_rhythm' | 'by_any_word'

/** The runs of a text, given with `plainDigits`; ids and what an earlier masking left are none. */
export function digitRuns(plain: string, joining: Joining = 'in_rhythm'): DigitRun[] {
  const groups: DigitSegment[][] = []
  for (const segment of digitSegments(plain)) {
    const before = groups.at(-1)
    if (before !== undefined && isOneRun(plain, before, segment, joining)) before.push(segment)
    else groups.push([segment])
  }
  return groups.map((run) => runOf(plain, run, joining))
}

const isOneRun = (plain: string, groups: DigitSegment[], next: DigitSegment, joining: Joining): boolean =>
  isOneRhythm(plain, groups, next) || (joining === 'by_any_word' && next.link !== 'none' && mayGoOn(plain, groups))

/** As the mask links groups, and a sign that may yet become a prefix. */
function isOneRhythm(plain: string, groups: readonly DigitSegment[], next: DigitSegment): boolean {
  const [first, last] = [groups[0], groups.at(-1)]
  if (first === undefined || last === undefined) return false
  if (next.link === 'separator' || gapEnd(plain, last.end) >= next.start) return true
  if (next.link === 'none') return false
  if (next.link === 'correction') return MAY_BE_CORRECTED.test(digitsOf(plain, groups.slice(0, MOST_GROUPS)))
  const latest = groups.slice(-MOST_GROUPS)
  if (next.link === 'sum_sign' && (saysPhone(plain, first.start) || beginsCard(plain, latest))) return true
  return beginsPhone(plain, latest) || beginsIdCard(plain, latest)
}

/** 138, or 138×1234: any sign or word may follow, the same twice. */
function beginsPhone(plain: string, groups: readonly DigitSegment[]): boolean {
  const lengths = groups.map(({ start, end }) => end - start)
  const first = lengths.lastIndexOf(3)
  return first >= 0 && /^3(?:,4)?$/.test(String(lengths.slice(first))) && MOBILE.test(plain.slice(groups[first]?.start))
}

/** Groups of four, the first of them as a card has it: any sign may follow. */
const beginsCard = (plain: string, groups: readonly DigitSegment[]): boolean =>
  groups.some(
    (_, first) =>
      groups.slice(first).every(({ start, end }) => end - start === 4) &&
      longestCard(digitsOf(plain, groups.slice(first))) !== null,
  )

/** Any word may follow: the words in front say what it is, or it says so itself, and it is not there in full. */
function mayGoOn(plain: string, groups: readonly DigitSegment[]): boolean {
  const start = groups[0]?.start ?? 0
  const digits = digitsOf(plain, groups.slice(0, MOST_GROUPS))
  return (
    (digits.length < PHONE_LENGTH && saysPhone(plain, start) && MOBILE.test(digits)) ||
    (digits.length < SHORTEST_COMMON_CARD && saysCard(plain, start)) ||
    (digits.length < ID_LENGTH && (saysIdCard(plain, start) || (saysId(plain, start) && PROVINCE.test(digits)))) ||
    (groups.length === 1 && saysPlace(digits))
  )
}

/** The place, with the birthday behind it as far as it goes: any sign or word may follow. */
const beginsIdCard = (plain: string, groups: readonly DigitSegment[]): boolean =>
  groups.some((_, first) => saysPlace(digitsOf(plain, groups.slice(first))))

const digitsOf = (plain: string, groups: readonly DigitSegment[]): string =>
  groups.map(({ start, end }) => plain.slice(start, end)).join('')

/** What stands of a run in front of the caret; null when that is nothing or all. */
export function runUpTo(plain: string, run: DigitRun, caret: number): DigitRun | null {
  if (caret <= run.start || caret >= run.end) return null
  const groups = run.groups.filter(({ start }) => start < caret)
  return runOf(
    plain.slice(0, caret),
    groups.map((group) => ({ ...group, end: Math.min(group.end, caret) })),
    'in_rhythm',
  )
}

function runOf(plain: string, groups: readonly DigitSegment[], joining: Joining): DigitRun {
  const start = groups[0]?.start ?? 0
  const lastDigit = groups.at(-1)?.end ?? start
  const digits = digitsOf(plain, groups)
  const hasX = digits.length >= 17 && X_OF_ID_CARD.test(plain.slice(lastDigit, lastDigit + 2))
  const end = hasX ? lastDigit + 1 : lastDigit
  return {
    start,
    end,
    reach: Math.max(gapEnd(plain, end), saidGapEnd(plain, end, groups), wordEnd(plain, end, groups, joining)),
    groups,
    digits: hasX ? `${digits}X` : digits,
  }
}

/** Behind words for a gap that begin at `end`, or the gap in front once more, as far as it has been typed. */
function saidGapEnd(plain: string, end: number, groups: readonly DigitSegment[]): number {
  const [before, last] = groups.slice(-2)
  const gap = before && last ? plain.slice(before.end, last.start) : ''
  let same = 0
  while (same < gap.length && plain.charAt(end + same) === gap.charAt(same)) same++
  const length = groups.at(-1) === undefined ? 0 : end - (groups.at(-1)?.start ?? 0)
  const digits = digitsOf(plain, groups.slice(0, MOST_GROUPS))
  const isHalf = digits.length >= FEWEST_OF_HALF && MAY_BE_CORRECTED.test(digits)
  return end + Math.max(same, begunGapLength(plain, end, length, isHalf))
}

/** Behind a sign of a sum, or behind a word that ends the text where one may follow. */
function wordEnd(plain: string, end: number, groups: readonly DigitSegment[], joining: Joining): number {
  const isLast = joining === 'by_any_word' && isWord(plain.slice(end, end + LONGEST_WORD + 1))
  if (isLast && plain.length - end <= LONGEST_WORD && mayGoOn(plain, groups)) return plain.length
  return end + (SUM_SIGN_BEHIND.exec(plain.slice(end, end + 3))?.[0].length ?? 0)
}

/** Behind the separators that begin at `start`. */
function gapEnd(plain: string, start: number): number {
  let end = start
  while (end < plain.length && end - start < LONGEST_GAP) {
    const sign = String.fromCodePoint(plain.codePointAt(end) ?? 0)
    if (!isSeparator(sign)) break
    end += sign.length
  }
  return end
}

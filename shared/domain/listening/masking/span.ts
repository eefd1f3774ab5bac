import type { DigitSegment } from './digit-segments.ts'
import { isIn, mayMatch } from './may-match.ts'

export type PersonalDataKind =
  | 'email'
  | 'id_card'
  | 'bank_card'
  | 'phone'
  | 'landline'
  | 'passport'
  | 'permit'
  | 'plate'
  | 'chat'
  | 'code'
  | 'name'
  | 'address'
  | 'company'

/** Personal data at `start` up to `end` (UTF-16 units, end not included), and what is stored instead. */
export type Span = {
  kind: PersonalDataKind
  start: number
  end: number
  mask: string
  /** A later piece of what was told with other words between: no more of it is counted or shown. */
  isRest?: true
  /** A name that nothing but its signs tells: no word beside it says that somebody is called so. */
  isByShape?: true
}

/** In order, without those that lie in another: an address that a number stands in was masked as a whole. */
export function outermost<Place extends { readonly start: number; readonly end: number }>(
  places: readonly Place[],
): Place[] {
  let end = 0
  return [...places]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((place) => {
      if (place.start < end) return false
      end = place.end
      return true
    })
}

/** Those that reach into none of the others. */
export const apartFrom = <Place extends { readonly start: number; readonly end: number }>(
  places: readonly Place[],
  others: readonly { readonly start: number; readonly end: number }[],
): Place[] => places.filter(({ start, end }) => !others.some((other) => other.start < end && other.end > start))

/** Looks through a folded text and its digit segments; answers from left to right, each place at most once. */
export type Detector = (folded: string, segments: DigitSegment[]) => Span[]

/** Of phones and identity cards the first three and the last four stay. */
export const withoutMiddle = (number: string): string =>
  `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`

/** All matches of a global pattern that is made once, without a copy of it for each text: most texts hold none. */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  if (!mayMatch(text, pattern)) return found
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    // Behind a whole sign, of one unit or of two.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1
  }
  return found
}

/** A pattern, and what a text must have for it to match: most have not, and that is told in a hundredth of the time. */
export interface Needy {
  readonly pattern: RegExp
  readonly needs: RegExp
}

export const matchesWhere = (text: string, { pattern, needs }: Needy): RegExpExecArray[] =>
  isIn(text, needs) ? matchesIn(text, pattern) : []

/** Runs `spanAt` from every segment on and goes on behind what it found. */
export function spansFromEachSegment(
  segments: DigitSegment[],
  spanAt: (first: number, segment: DigitSegment) => Span | null,
): Span[] {
  const spans: Span[] = []
  let foundUpTo = 0
  for (const [first, segment] of segments.entries()) {
    if (segment.start < foundUpTo) continue
    const span = spanAt(first, segment)
    if (!span) continue
    spans.push(span)
    foundUpTo = span.end
  }
  return spans
}

/** Of (415) 736-2291 the bracket that opens goes with the one that closes. */
export const withItsBracket = (text: string, span: Span): Span =>
  /[(（]/u.test(text.charAt(span.start - 1)) && /[)）]/u.test(text.slice(span.start, span.end))
    ? { ...span, start: span.start - 1 }
    : span

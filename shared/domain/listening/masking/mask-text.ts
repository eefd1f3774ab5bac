import { findPhonesAbroad } from './abroad.ts'
import { findBankCards } from './bank-card.ts'
import { type DigitSegment, digitSegments } from './digit-segments.ts'
import { findEmails } from './email.ts'
import { foldSigns, foldSpokenDigits } from './folding.ts'
import { findGluedNumbers } from './glued-numbers.ts'
import { findIdCards } from './id-card.ts'
import { findLandlines } from './landline.ts'
import { LOCAL_PART } from './local-part.ts'
import { mayHoldPersonalData } from './may-hold.ts'
import { findPhones } from './phone.ts'
import type { Detector, PersonalDataKind, Span } from './span.ts'

export type MaskedText = {
  text: string
  /** What was masked just now, kinds in a fixed order; empty for a text that is clean. Never the data itself. */
  found: { kind: PersonalDataKind; count: number }[]
}

/** The more certain first: what one has found, the next ones leave alone. */
const DETECTORS: Detector[] = [
  findEmails,
  findGluedNumbers,
  findIdCards,
  findBankCards,
  findPhonesAbroad,
  findPhones,
  findLandlines,
]
/** Without cards: one call or order number in ten passes a card's check by chance, and would be lost. */
const IN_REFERENCES = DETECTORS.filter((detect) => detect !== findBankCards)
const KINDS: PersonalDataKind[] = ['email', 'id_card', 'bank_card', 'phone', 'landline']
/** A digit outside the basic plane takes two units, and half of one is no text; marks make a digit a key: 1️⃣. */
const REST_OF_DIGIT = /^[\udc00-\udfff]?[\p{Mn}\p{Me}]*/u
const LONGEST_REST = 4
const WORTH_LOOKING = /[0-9@]/

/**
 * Masks personal data in what people typed, before it touches the disk or a log. Takes time in proportion to the text's
 * length, whatever the text. Masking a masked text changes nothing.
 */
export function maskText(text: string): MaskedText {
  const { text: masked, spans } = mask(text)
  const counts = KINDS.map((kind) => ({ kind, count: spans.filter((span) => span.kind === kind).length }))
  return { text: masked, found: counts.filter(({ count }) => count > 0) }
}

/** The same for a text box: `caret` (UTF-16 units) stays at the same words; inside a mask it moves behind it. */
export function maskWithCaret(text: string, caret: number): { text: string; caret: number } {
  return mask(text, caret)
}

/** The call system's own reference: some systems use the caller's number for it. */
export const maskReference = (reference: string): string => mask(reference, 0, IN_REFERENCES).text

/** What is masked in a text and where, each place as it is in that text. */
export function personalDataIn(text: string): Span[] {
  const { spans } = mask(text)
  return spans.sort((a, b) => a.start - b.start)
}

function mask(text: string, caret = 0, detectors = DETECTORS): { text: string; caret: number; spans: Span[] } {
  if (!mayHoldPersonalData(text)) return { text, caret, spans: [] }
  const written = withMasks(text, caret, findIn(foldSigns(text), detectors))
  const folded = foldSigns(written.text)
  const spoken = foldSpokenDigits(folded)
  if (spoken === folded) return written
  const heard = findIn(spoken, detectors).flatMap((span) => asWritten(folded, span))
  const all = withMasks(written.text, written.caret, heard)
  return { ...all, spans: [...written.spans, ...placedInFrontOfMasks(all.spans, written.spans)] }
}

/** Where spans of a masked text stood before it was masked. Both are in order. */
function placedInFrontOfMasks(spans: Span[], masked: Span[]): Span[] {
  let shift = 0
  let next = 0
  return spans.map((span) => {
    for (
      let before = masked[next];
      before !== undefined && before.end <= span.start + shift + grown(before);
      before = masked[next]
    ) {
      shift += grown(before)
      next++
    }
    return { ...span, start: span.start + shift, end: span.end + shift }
  })
}

/** How much longer a text was before this was masked. */
const grown = ({ start, end, mask }: Span): number => end - start - mask.length

/** 三 is a digit of a number, and a sign of a name: an address keeps its own first sign, and is none for a numeral alone. */
function asWritten(folded: string, span: Span): Span[] {
  if (span.kind !== 'email') return [span]
  const isName = ![...folded.slice(span.start, span.end)].some((sign) => LOCAL_PART.test(sign))
  return isName ? [] : [{ ...span, mask: `${folded.charAt(span.start)}${span.mask.slice(1)}` }]
}

function findIn(folded: string, detectors: readonly Detector[]): Span[] {
  if (!WORTH_LOOKING.test(folded)) return []
  let free: DigitSegment[] = digitSegments(folded)
  const found: Span[] = []
  for (const detect of detectors) {
    const spans = detect(folded, free)
    found.push(...spans)
    free = withoutSpans(free, spans)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Drops the segments inside spans; what stood behind one is no longer linked to what stood before. Both are in order. */
function withoutSpans(segments: DigitSegment[], spans: Span[]): DigitSegment[] {
  const free: DigitSegment[] = []
  let next = 0
  let isBroken = false
  for (const segment of segments) {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= segment.start) next++
    const isTaken = (spans[next]?.start ?? Number.POSITIVE_INFINITY) < segment.end
    if (!isTaken) free.push(isBroken ? { ...segment, link: 'none' } : segment)
    isBroken = isTaken
  }
  return free
}

/** Masks instead of what they stand for; the spans are in order, and answered with their true ends. */
export function withMasks(text: string, caret: number, spans: Span[]): { text: string; caret: number; spans: Span[] } {
  const pieces: string[] = []
  let copiedTo = 0
  let length = 0
  let newCaret: number | null = null
  const applied: Span[] = []
  for (const span of spans) {
    const { start, end: endOfDigits, mask } = span
    const end = endOfDigits + (REST_OF_DIGIT.exec(text.slice(endOfDigits, endOfDigits + LONGEST_REST))?.[0].length ?? 0)
    if (newCaret === null && caret <= start) newCaret = length + caret - copiedTo
    pieces.push(text.slice(copiedTo, start), mask)
    applied.push({ ...span, end })
    length += start - copiedTo + mask.length
    copiedTo = end
    if (newCaret === null && caret < end) newCaret = length
  }
  pieces.push(text.slice(copiedTo))
  return { text: pieces.join(''), caret: newCaret ?? length + Math.max(0, caret - copiedTo), spans: applied }
}

import { FILLING } from './digit-segments.ts'
import type { Detector, Span } from './span.ts'

/** Letters of the Latin script, with or without marks: a Chinese name is mostly the word in front of the address. */
export const LOCAL_PART =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Mn}\u00ad\u200b-\u200f\ufeff0-9.!#$%&'+/=?^_`{|}~-]/u
const LABEL = '[\\p{L}\\p{N}-]{1,63}'
const BLANK = '[\\s\\p{Cf}]{0,2}'
const SAID_DOT = `${BLANK}(?:[.。｡․·•,，、点]|[([（【［{｛<]?(?:dot|[.点])[)\\]）】］}｝>]?)${BLANK}`
/**
 * Labels of a domain with at least one dot, a Chinese one where the input method made it; or four numbers. Bounded, and tried once
 * behind each @.
 */
const DOMAIN = new RegExp(
  `^(?:[.。｡]?${LABEL}(?:(?:[.。｡]{1,2}|\\sdot\\s)${LABEL}){0,6}(?:[.。｡]{1,2}\\p{L}{2,24}|${SAID_DOT}(?:com|cn|net|org))|\\[?(?:\\d{1,3}[.。｡]){3}\\d{1,3})`,
  'iu',
)
const LONGEST_DOMAIN = 255
/** What may stand around the @ all the same: blanks and marks without width. */
const GAP = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/
const LONGEST_GAP = 2

/** E-mail addresses: the first character and the domain stay, w***@example.com. */
export const findEmails: Detector = (folded) => {
  const spans: Span[] = []
  for (const { index: at } of folded.matchAll(/@/g)) {
    const domain = behindGap(folded, at + 1, 1)
    const { start, end } = localPartBefore(folded, at)
    if (start === end || !DOMAIN.test(folded.slice(domain, domain + LONGEST_DOMAIN))) continue
    // Only the part in front: a phone number as a domain is still to be found.
    spans.push({ kind: 'email', start, end, mask: `${folded.charAt(start)}***` })
  }
  return spans
}

/** The first place from `place` on, forwards or backwards, that is no gap, or one too many. */
export function behindGap(folded: string, place: number, step: 1 | -1): number {
  let blanks = 0
  for (let next = place; ; next += step) {
    const sign = folded.charAt(next)
    if (!GAP.test(sign) || (sign !== FILLING && blanks === LONGEST_GAP)) return next
    if (sign !== FILLING) blanks++
  }
}

/** Stops at the @ before, so that all steps to the left together are no more than the text is long. */
export function localPartBefore(folded: string, at: number): { start: number; end: number } {
  const end = behindGap(folded, at - 1, -1) + 1
  let start = end
  while (start > 0 && LOCAL_PART.test(folded.charAt(start - 1))) start--
  return { start, end }
}

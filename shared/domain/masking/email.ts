import type { Detector, Span } from './span.ts'

const LOCAL_PART = /[A-Za-z0-9.!#$%&'+/=?^_`{|}~-]/
/** Labels of a domain with at least one dot. Bounded, and tried once behind each @. */
const DOMAIN = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,6}\.[A-Za-z]{2,24}/
const LONGEST_DOMAIN = 255

/** E-mail addresses: the first character and the domain stay, w***@example.com. */
export const findEmails: Detector = (folded) => {
  const spans: Span[] = []
  for (let at = folded.indexOf('@'); at !== -1; at = folded.indexOf('@', at + 1)) {
    // Stops at the @ before, so that all steps to the left together are no more than the text is long.
    let start = at
    while (start > 0 && LOCAL_PART.test(folded.charAt(start - 1))) start--
    if (start === at || !DOMAIN.test(folded.slice(at + 1, at + 1 + LONGEST_DOMAIN))) continue
    // Only the part in front: a phone number as a domain is still to be found.
    spans.push({ kind: 'email', start, end: at, mask: `${folded.charAt(start)}***` })
  }
  return spans
}

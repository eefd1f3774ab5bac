import { isIdNumber, X } from './id-card.ts'
import { type Detector, type Span, withoutMiddle } from './span.ts'

const PHONE_LENGTH = 11
const PHONE = /^1[3-9]\d{9}$/
const ID_LENGTH = 18
/** Where the digits end, and no length of a number. */
const END = 255

/** Phones and identity cards with nothing between them. Only all of a row of digits: a long order number may hold a phone by chance. */
export const findGluedNumbers: Detector = (folded, segments) =>
  segments.flatMap(({ start, end, isFraction }) => {
    if (isFraction || end - start < 2 * PHONE_LENGTH) return []
    const x = X.exec(folded.slice(end, end + 2))?.[0] ?? ''
    const plain = partsOf(folded.slice(start, end))
    const parts = plain.length > 0 || x === '' ? plain : partsOf(`${folded.slice(start, end)}X`)
    return parts.map(({ from, number }): Span => {
      const isPhone = number.length === PHONE_LENGTH
      const upTo = start + from + number.length
      return {
        kind: isPhone ? 'phone' : 'id_card',
        start: start + from,
        end: upTo > end ? end + x.length : upTo,
        mask: withoutMiddle(number),
      }
    })
  })

/** The numbers that together are these digits; none when there is anything else. From the end, so that each place is tried once. */
function partsOf(digits: string): { from: number; number: string }[] {
  const lengths = new Uint8Array(digits.length + 1)
  lengths[digits.length] = END
  for (let from = digits.length - PHONE_LENGTH; from >= 0; from--) {
    if (lengths[from + ID_LENGTH] && isIdNumber(digits.slice(from, from + ID_LENGTH))) lengths[from] = ID_LENGTH
    else if (lengths[from + PHONE_LENGTH] && PHONE.test(digits.slice(from, from + PHONE_LENGTH)))
      lengths[from] = PHONE_LENGTH
  }
  const parts: { from: number; number: string }[] = []
  for (let from = 0, length = lengths[0] ?? 0; length > 0 && length < END; from += length, length = lengths[from] ?? 0)
    parts.push({ from, number: digits.slice(from, from + length) })
  return parts
}

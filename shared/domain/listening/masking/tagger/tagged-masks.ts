import { begunIdSpan, isBegunId } from '../begun-id.ts'
import { foldSigns, foldSpokenDigits } from '../folding.ts'
import { starFor } from '../mask-forms.ts'
import { PROVINCES } from '../plate.ts'
import { retell } from '../retelling.ts'
import { type PersonalDataKind, type Span, withoutMiddle } from '../span.ts'
import type { Piece } from './pieces.ts'
import type { Tagged } from './tagged.ts'

const PHONE = /^1[3-9]\d{9}$/
const ID_LENGTH = 18
const SHORTEST_CARD = 15
/** Of less than that the four that a mask leaves would be half, and it may go on in the next note. */
const SHORTEST_NUMBER = 8
/** What is shorter tells of nobody. */
const FEWEST: Readonly<Record<Tagged['tag'], number>> = {
  ...{ number: 5, paper: 5, plate: 4, code: 4 },
  ...{ chat: 3, email: 4, address: 3, name: 2 },
}

const KIND_OF: Readonly<Record<Tagged['tag'], PersonalDataKind>> = {
  ...{ number: 'landline', paper: 'passport', plate: 'plate', chat: 'chat' },
  ...{ code: 'code', email: 'email', address: 'address', name: 'name' },
}
/** Its first two signs stay. */
const PLATE = new RegExp(`^(?:[${PROVINCES}][A-Z]|[A-Z0-9]{2})`, 'u')
const SIGN = /[\p{L}\p{N}]/gu

/** The mask that its kind has, as far as the words tell which; none of what is too short to be any. */
export function maskOfTagged(text: string, tag: Tagged['tag'], { start, end }: Piece): Span[] {
  const words = foldSigns(text.slice(start, end))
  const spoken = foldSpokenDigits(words)
  const digits = (retell(spoken)?.text ?? spoken).replace(/\D/g, '')
  const signs = words.match(SIGN)?.length ?? 0
  if ((tag === 'number' ? digits.length : signs) < FEWEST[tag]) return []
  const { kind, mask } = maskOf(tag, words, digits)
  return [{ kind, start, end, mask }]
}

function maskOf(tag: Tagged['tag'], words: string, digits: string): { kind: PersonalDataKind; mask: string } {
  const kind = KIND_OF[tag]
  const first = words.charAt(0)
  switch (tag) {
    case 'number':
      if (PHONE.test(digits)) return { kind: 'phone', mask: withoutMiddle(digits) }
      if (isBegunId(digits)) return begunIdSpan(0, 0, digits)
      if (digits.length === ID_LENGTH) return { kind: 'id_card', mask: withoutMiddle(digits) }
      if (digits.length >= SHORTEST_CARD) return { kind: 'bank_card', mask: `****${digits.slice(-4)}` }
      if (digits.length >= SHORTEST_NUMBER) return { kind, mask: `****${digits.slice(-4)}` }
      return { kind, mask: '******' }
    case 'paper':
      return { kind, mask: digits.length > 2 ? `******${digits.slice(-2)}` : starFor(true) }
    case 'plate': {
      const plate = words.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
      return { kind, mask: PLATE.test(plate) ? `${plate.slice(0, 2)}*****` : starFor(true) }
    }
    case 'code':
      return { kind, mask: '******' }
    case 'chat':
      return { kind, mask: /[A-Za-z0-9\p{Script=Han}]/u.test(first) ? `${first}***` : starFor(true) }
    case 'email':
      return { kind, mask: `${first}***` }
    case 'address':
      return { kind, mask: '***' }
    case 'name':
      return { kind, mask: `${first}*` }
  }
}

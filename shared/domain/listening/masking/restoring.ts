import { knownIn } from './known-names.ts'
import { starFor } from './mask-forms.ts'
import { personalDataIn } from './mask-text.ts'
import { outermost, type PersonalDataKind, type Span } from './span.ts'

/**
 * Of these nobody at a seat may say that they are none: identity and bank cards carry their own proof, and what a rule of the company hides
 * is the company's to show.
 */
const NEVER: readonly PersonalDataKind[] = ['id_card', 'bank_card', 'company']

export type Restoring =
  /** The stored text with what was typed in the place of one mask, and what kind that was taken for. */
  | { readonly text: string; readonly kind: PersonalDataKind; readonly words: string }
  | 'never'
  /** No mask stands there, or these are not the words that were stored. */
  | 'not_these_words'

/**
 * Takes one mask back: `stored` is what became of `typed`, `at` a place (UTF-16 units) inside the mask. Masks that were taken back before are
 * known by their words. What goes on with a number of the note before has stars of its own, which stay. `names`: what the call told before.
 */
export function restoreAt(typed: string, stored: string, at: number, names: readonly string[] = []): Restoring {
  let from = 0
  let place = 0
  let found: { readonly span: Span; readonly place: number } | null = null
  for (const span of outermost([...personalDataIn(typed), ...knownIn(typed, names)])) {
    const between = typed.slice(from, span.start)
    if (!isStored(between, stored.slice(place, place + between.length))) return 'not_these_words'
    place += between.length
    const words = typed.slice(span.start, span.end)
    const isMasked = stored.startsWith(span.mask, place)
    if (!isMasked && !stored.startsWith(words, place)) return 'not_these_words'
    if (isMasked && at >= place && at < place + span.mask.length) found = { span, place }
    place += isMasked ? span.mask.length : words.length
    from = span.end
  }
  if (!isStored(typed.slice(from), stored.slice(place)) || found === null) return 'not_these_words'
  const { span, place: start } = found
  if (NEVER.includes(span.kind)) return 'never'
  const words = typed.slice(span.start, span.end)
  return { text: stored.slice(0, start) + words + stored.slice(start + span.mask.length), kind: span.kind, words }
}

/** Each sign as it was typed, or a star instead. */
const isStored = (typed: string, stored: string): boolean =>
  typed.length === stored.length &&
  (typed === stored ||
    typed.split('').every((unit, index) => [unit, starFor(true), starFor(false)].includes(stored.charAt(index))))

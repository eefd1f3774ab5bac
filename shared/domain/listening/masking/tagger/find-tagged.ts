import learned from '../../../../../resources/masking/tagger.json' with { type: 'json' }
import { foldSigns } from '../folding.ts'
import { maskByRules } from '../mask-by-rules.ts'
import { MASK_FORMS, mayHoldMask } from '../mask-forms.ts'
import { outermost, type Span } from '../span.ts'
import { isNobodys } from './nobodys.ts'
import type { Piece } from './pieces.ts'
import type { SequenceModel } from './sequence-model.ts'
import { type Tagged, taggedIn } from './tagged.ts'
import { maskOfTagged } from './tagged-masks.ts'
import { taggerOf } from './written-tagger.ts'

/** Found so that of two hundred ordinary lines of somebody it never read less than one is touched. */
const LEAST_SURETY = 0.9

/** Made when a process begins, of less than half a megabyte: ten milliseconds, and no key waits for them. */
const shipped: SequenceModel = taggerOf(learned)

/**
 * What the words around say is personal, and the rules did not know: told by a model that learned it from lines of many writers (decision 0082). What is
 * masked already, or in part, stays as the rules left it. `byRules`: what they masked. Places of the text with its masks, in order.
 */
export function findTagged(text: string, byRules: readonly Span[], model: SequenceModel = shipped): Span[] {
  const found = placesOf(text, () => byRules, model)
  return found.length === 0 ? [] : placedBehindMasks(found, outermost(byRules))
}

/** A draft with stars for every sign of what is found, and with those of `typed`, which the rules set while something is being typed: as many signs as before. */
export function starTagged(text: string, typed: string): string {
  const found = placesOf(text, () => maskByRules(text).spans, shipped)
  if (found.length === 0) return text
  const apart = found.filter(({ start, end }) => typed.slice(start, end) === text.slice(start, end))
  if (apart.length === 0) return text
  const units = typed.split('')
  for (const { start, end } of apart)
    for (let place = start; place < end; place++) if (/\S/.test(text.charAt(place))) units[place] = '*'
  return units.join('')
}

function placesOf(text: string, spansByRules: () => readonly Span[], model: SequenceModel): Span[] {
  const tags = taggedIn(text, model, LEAST_SURETY)
  if (tags.length === 0) return []
  const masked = outermost([...spansByRules(), ...masksIn(text)])
  return tags.flatMap((tag) => spansOf(text, tag, masked))
}

function spansOf(text: string, tag: Tagged, masked: readonly Piece[]): Span[] {
  // The rest of a name stands behind its mask.
  const apart = tag.tag === 'name' ? 2 : 0
  const isTaken = masked.some(({ start, end }) => start < tag.end + apart && end > tag.start - apart)
  const whole = isTaken ? null : wholeWords(text, tag.tag, trimmed(text, tag))
  return whole === null || isNobodys(text, tag.tag, whole) ? [] : maskOfTagged(text, tag.tag, whole)
}

const LETTER = /\p{Script=Latin}/u
const LONGEST_WORD = 20
/** What is asked for is no part of what it is: surname De'Ath. */
const LABEL = /^(?:(?:sur|first |last |full |family )?name|customer|caller)[\s:]{1,3}(?=\S)/iu
/** A name and the words for digits go to the end of their words: nothing of Venkatesh or seven stays beside a mask. */
function wholeWords(text: string, tag: Tagged['tag'], piece: Piece | null): Piece | null {
  if (piece === null || (tag !== 'name' && tag !== 'code')) return piece
  let { start, end } = piece
  const isLetter = (place: number): boolean => LETTER.test(text.charAt(place))
  if (tag === 'name') start += LABEL.exec(text.slice(start, end))?.[0].length ?? 0
  while (piece.start - start < LONGEST_WORD && isLetter(start) && isLetter(start - 1)) start--
  while (end - piece.end < LONGEST_WORD && isLetter(end - 1) && isLetter(end)) end++
  return { start, end }
}

/** Without the spaces and the punctuation at its ends. */
function trimmed(text: string, { start, end }: Piece): Piece | null {
  const words = text.slice(start, end)
  const first = words.search(/[\p{L}\p{N}]/u)
  if (first < 0) return null
  const last = /[\p{L}\p{N}\p{M}][^\p{L}\p{N}\p{M}]*$/u.exec(words)?.index ?? words.length - 1
  const isPair = /^[\ud800-\udbff]/.test(words.slice(last))
  return { start: start + first, end: start + last + (isPair ? 2 : 1) }
}

const masksIn = (text: string): Piece[] =>
  mayHoldMask(text)
    ? [...foldSigns(text).matchAll(MASK_FORMS)].map(({ 0: mask, index }) => ({
        start: index,
        end: index + mask.length,
      }))
    : []

/** From places of a text to those of the same with masks in it. Both are in order, and none lies in another. */
function placedBehindMasks(found: readonly Span[], masks: readonly Span[]): Span[] {
  let [shift, next] = [0, 0]
  return found.map((span) => {
    for (let mask = masks[next]; mask !== undefined && mask.end <= span.start; mask = masks[++next])
      shift += mask.mask.length - (mask.end - mask.start)
    return { ...span, start: span.start + shift, end: span.end + shift }
  })
}

import { namesTold } from './known-names.ts'
import { type Masked, type MaskedText, maskByRules, toldKinds, withFound } from './mask-by-rules.ts'
import { isNamesAlone } from './names-alone.ts'
import { namesInLetters } from './names-in-letters.ts'
import { placesByParts } from './place-by-parts.ts'
import { outermost, type Span } from './span.ts'
import { findTagged } from './tagger/find-tagged.ts'
import type { SequenceModel } from './tagger/sequence-model.ts'
import { namesInWords } from './words/names-in-words.ts'

/** One mask may make the words around another plainer. */
const MOST_ROUNDS = 5

/**
 * Masks personal data in what people typed, before it touches the disk or a log. Takes time in proportion to the text's
 * length, whatever the text. Masking a masked text changes nothing. `model`: another than the one that ships, for measuring.
 */
export function maskText(text: string, model?: SequenceModel): MaskedText {
  return toldKinds(mask(text, model))
}

/** The same, with the names that were told in it: for the memory of a running call alone. */
export function maskAndHear(text: string): { readonly text: string; readonly names: readonly string[] } {
  const masked = mask(text)
  return { text: masked.text, names: masked.spans.length === 0 ? NO_NAMES : namesTold(text, masked.spans) }
}
const NO_NAMES: readonly string[] = []

/** What is masked in a text and where, each place as it is in that text. */
export function personalDataIn(text: string): Span[] {
  const { spans } = mask(text)
  return spans.sort((a, b) => a.start - b.start)
}

function mask(text: string, model?: SequenceModel): Masked {
  let masked = maskByRules(text)
  // First by the words as they are: of what the rules have hidden less could be told.
  let [looked, byRules] = [text, masked.spans]
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    masked = withFound(masked, findTagged(looked, byRules, model))
    if (masked.text === looked) break
    ;[looked, byRules] = [masked.text, []]
    masked = withFound(masked, outermost(maskByRules(looked).spans))
    looked = masked.text
  }
  // Last of all: a name in an address or a mail is masked with it, and nothing of what is hidden whole is hidden in part.
  const placed = withFound(masked, placesByParts(masked.text))
  if (isNamesAlone(text)) return placed
  const named = withFound(placed, namesInWords(placed.text))
  return withFound(named, outermost(namesInLetters(named.text)))
}

import { namesInLetters } from './names-in-letters.ts'
import { placesByParts } from './place-by-parts.ts'
import { outermost, type Span } from './span.ts'
import { namesInWords } from './words/names-in-words.ts'

/** A draft with a star for every sign of what a note is looked through for last of all: as many signs as there were. */
export function starLast(text: string): string {
  const placed = withStars(text, placesByParts(text))
  const named = withStars(placed, namesInWords(placed))
  return withStars(named, outermost(namesInLetters(named)))
}

function withStars(text: string, spans: readonly Span[]): string {
  let starred = text
  for (const { kind, start, end, mask } of spans) {
    // Of a name in letters the first one stays.
    const from = kind === 'name' ? start + mask.length - 1 : start
    starred = starred.slice(0, from) + '*'.repeat(end - from) + starred.slice(end)
  }
  return starred
}

/** Stands between title and quotes in the index, so that no phrase is found across two of them. A character nobody types. */
const BETWEEN = '\u{e000}'
const WORD = /[\p{L}\p{N}]/u

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

const charactersOf = (text: string): string[] => [...folded(text)].filter((character) => WORD.test(character))

/** What goes into the index for these texts: letters, digits and Chinese characters, each a word of its own. */
export function indexedCharacters(texts: readonly string[]): string {
  return texts.map((text) => charactersOf(text).join(' ')).join(` ${BETWEEN} `)
}

/**
 * The full-text question for what a person typed: every blank-separated part must be found as it stands, anywhere, blanks and
 * punctuation in the tickets left aside. Null when nothing in it can be looked for. Only quoted phrases of letters and digits
 * come out, so nothing typed is read as an operator.
 */
export function searchQuestion(typed: string): string | null {
  const phrases = folded(typed)
    .split(/\s+/u)
    .map((part) => charactersOf(part).join(' '))
    .filter((phrase) => phrase !== '')
  return phrases.length === 0 ? null : phrases.map((phrase) => `"${phrase}"`).join(' AND ')
}

/** A part of a text, in UTF-16 units; `to` is not included. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/**
 * Where in a text the parts stand that `searchQuestion` asks for, to be shown beside what was found: in order, none touching
 * another. Blanks and punctuation inside a hit belong to it.
 */
export function foundRanges(text: string, typed: string): TextRange[] {
  const letters = lettersOf(text)
  const inText = letters.map(({ character }) => character)
  const hits = folded(typed)
    .split(/\s+/u)
    .map((part) => charactersOf(part))
    .filter((part) => part.length > 0)
    .flatMap((part) => placesOf(inText, part).map((at) => rangeOf(letters.slice(at, at + part.length))))
  return joined(hits)
}

interface Letter extends TextRange {
  readonly character: string
}

/** One sign may be several letters («㎏»): each of them is all of it. */
function lettersOf(text: string): Letter[] {
  let at = 0
  return [...text].flatMap((sign) => {
    const from = at
    at += sign.length
    return charactersOf(sign).map((character) => ({ character, from, to: from + sign.length }))
  })
}

const placesOf = (all: readonly string[], part: readonly string[]): number[] =>
  all.flatMap((_, at) => (part.every((character, step) => all[at + step] === character) ? [at] : []))

const rangeOf = (letters: readonly Letter[]): TextRange => ({
  from: letters[0]?.from ?? 0,
  to: letters.at(-1)?.to ?? 0,
})

function joined(ranges: readonly TextRange[]): TextRange[] {
  const done: { from: number; to: number }[] = []
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = done.at(-1)
    if (last === undefined || from > last.to) done.push({ from, to })
    else last.to = Math.max(last.to, to)
  }
  return done
}

/** The ticket number meant by `123`, `ES-000123` or `es123`; null when it is not one. */
export function typedTicketNumber(typed: string): number | null {
  const match = /^(?:es[-\s]?)?0*(\d{1,9})$/u.exec(folded(typed).trim())
  return match?.[1] === undefined ? null : Number(match[1])
}

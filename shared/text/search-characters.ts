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

/** The ticket number meant by `123`, `ES-000123` or `es123`; null when it is not one. */
export function typedTicketNumber(typed: string): number | null {
  const match = /^(?:es[-\s]?)?0*(\d{1,9})$/u.exec(folded(typed).trim())
  return match?.[1] === undefined ? null : Number(match[1])
}

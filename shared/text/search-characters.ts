/** What the index is made by. Another number has every index made anew: raise it whenever the same words would give other characters, or others are left out. */
export const SEARCH_RULE = 3

/** Stands between title and quotes in the index, so that no phrase is found across two of them. A character nobody types. */
const BETWEEN = '\u{e000}'
const WORD = /[\p{L}\p{N}]/u
/** 😡, ❤ and the two halves of a flag. Colours of skin are left aside: 👍 finds 👍🏽. */
const PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

const lettersIn = (text: string): string[] => [...folded(text)].filter((character) => WORD.test(character))
const picturesIn = (text: string): string[] =>
  [...folded(text)].filter((character) => PICTURE.test(character) && !WORD.test(character))

/** A word for the index, which knows no pictures: 😡 is `u1f621`. No letter is more than one character, so nothing typed is mistaken for it. */
const nameOf = (picture: string): string => `u${picture.codePointAt(0)?.toString(16)}`

/** Letters by themselves and pictures by themselves: a picture between two words parts them for nobody who looks for the words. */
const phrasesIn = (text: string): string[] =>
  [lettersIn(text).join(' '), picturesIn(text).map(nameOf).join(' ')].filter((phrase) => phrase !== '')

/** What goes into the index for these texts: letters, digits, Chinese characters and pictures, each a word of its own. */
export function indexedCharacters(texts: readonly string[]): string {
  return texts.flatMap((text) => (phrasesIn(text).length === 0 ? [''] : phrasesIn(text))).join(` ${BETWEEN} `)
}

/** What must be found, each as it stands, for what a person typed: of every blank-separated part its letters, and its pictures. */
export const wantedPhrases = (typed: string): string[] => typed.split(/\s+/u).flatMap(phrasesIn)

/**
 * The full-text question for what a person typed: every blank-separated part must be found as it stands, anywhere, blanks and
 * punctuation in the tickets left aside. Null when nothing in it can be looked for. Only quoted phrases of letters, digits and names
 * of pictures come out, so nothing typed is read as an operator.
 */
export function searchQuestion(typed: string): string | null {
  const phrases = wantedPhrases(typed)
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
  const parts = typed.split(/\s+/u)
  return joined(
    [lettersIn, picturesIn].flatMap((kind) => parts.flatMap((part) => hitsOf(signsIn(text, kind), kind(part)))),
  )
}

interface Sign extends TextRange {
  readonly character: string
}

/** One sign may be several letters («㎏»): each of them is all of it. */
function signsIn(text: string, kind: (sign: string) => string[]): Sign[] {
  let at = 0
  return [...text].flatMap((sign) => {
    const from = at
    at += sign.length
    return kind(sign).map((character) => ({ character, from, to: from + sign.length }))
  })
}

function hitsOf(signs: readonly Sign[], part: readonly string[]): TextRange[] {
  if (part.length === 0) return []
  const isAt = (at: number) => part.every((character, step) => signs[at + step]?.character === character)
  return signs.flatMap(({ from }, at) => (isAt(at) ? [{ from, to: signs[at + part.length - 1]?.to ?? from }] : []))
}

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

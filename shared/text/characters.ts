/**
 * Letters, digits, signs and pictures can be seen. Blanks, control and format characters, fillers, selectors and marks without a
 * letter to stand on cannot, nor can the blank pattern of Braille and the musical null notehead, which Unicode counts as signs.
 */
const SEEN = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/u

/** True for a text in which nothing can be seen: it is empty, whatever it is made of. */
export const isBlank = (text: string): boolean => !SEEN.test(text)

/**
 * A character that cannot be kept as it is:
 * - `half`: half of a pair (one code unit of an emoji): it has no UTF-8, a database would store a replacement in its place
 * - `control`: NUL and the other control characters but tab and line ends, and code points that are no characters: programs
 *   cut the text there, XML and spreadsheets refuse them
 */
export interface OddCharacter {
  readonly kind: 'half' | 'control'
  /** `U+D83D`, to name it: it cannot be shown. */
  readonly name: string
  /** Which character of the text it is, from 1, as a person counts. */
  readonly position: number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ODD = /\p{Cs}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Noncharacter_Code_Point}/u

/**
 * The first character of a text that cannot be kept as it is; null for every other text. Marks of direction, joiners, selectors
 * and combining marks are kept: scripts and emoji need them.
 */
export function oddCharacterIn(text: string): OddCharacter | null {
  const found = ODD.exec(text)
  const codePoint = found?.[0].codePointAt(0)
  if (found === null || codePoint === undefined) return null
  return {
    kind: codePoint >= 0xd800 && codePoint <= 0xdfff ? 'half' : 'control',
    name: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
    position: [...text.slice(0, found.index)].length + 1,
  }
}

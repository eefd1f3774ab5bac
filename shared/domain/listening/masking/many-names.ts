/** Names of many peoples, in small letters without marks: none of them a word, a brand or a town. */
export interface ManyNames {
  readonly given: ReadonlySet<string>
  readonly families: ReadonlySet<string>
}

/** Of a letter that no mark makes. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }
const IS_PLAIN = /^[A-Za-z]+$/

/** As the lists have it: Tazegül, O’Shea. */
export const inSmallLetters = (word: string): string =>
  IS_PLAIN.test(word)
    ? word.toLowerCase()
    : word
        .replace(/['’]s$/u, '')
        .replace(/['’]/gu, '')
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[łøđıßæœ]/gu, (letter) => PLAIN[letter] ?? letter)

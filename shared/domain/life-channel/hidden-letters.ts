/** What may stand for a letter; `*` and `#` stand for any. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const ANY = '*#'

/** Words that are written with other signs, or sign by sign, by how many letters they have. */
export type HiddenWords = ReadonlyMap<number, readonly string[]>

/** A word with signs in it, `s*icide`, or its letters one by one, `k.i.l.l`; a sound in front, `2nite`. */
export const MAY_BE_HIDDEN =
  /(?<![\p{Script=Latin}\p{N}])(?:\d[a-z]{2,8}|[a-z][a-z0-9*#@$!]{0,10}?[0-9*#@$!][a-z0-9*#@$!]{0,10}[a-z]|[a-z]([-._ *])[a-z](?:\1[a-z]){0,10})(?![\p{Script=Latin}\p{N}])/giu

/** `words`: with 、 between them. */
export function hiddenWordsOf(words: string): HiddenWords {
  const byLength = new Map<number, string[]>()
  for (const word of words.split('、')) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word])
  return byLength
}

/** The one word of the list that it can be; null where it is none of them, or more of it is hidden than stands there. */
export function readHidden(written: string, words: HiddenWords): string | null {
  const isOneByOne = /^[a-z](?:([-._ *])[a-z])(?:\1[a-z])*$/iu.test(written)
  const signs = [...written.toLowerCase()].filter((_, at) => !isOneByOne || at % 2 === 0)
  const hidden = signs.filter((sign) => !/[a-z]/.test(sign)).length
  if (hidden * 2 > signs.length) return null
  return words.get(signs.length)?.find((word) => signs.every((sign, at) => mayBe(sign, word[at] ?? ''))) ?? null
}

const mayBe = (sign: string, letter: string): boolean =>
  sign === letter || ANY.includes(sign) || LOOKS_LIKE[sign]?.includes(letter) === true

/** One word that is written as it sounds, so that no filter finds it: sewerslide, sooicidal, suacide. */
const AS_IT_SOUNDS = /^s(?:u|ew|oo|ou)[aeiouwyr]*[sc]+l?[iy]+(?:gh)?d(?<ending>e|es|ed|ing|al|el|ul|ally|y)$/

/** A word as it is spelled; null for one that does not sound like it. In lower case. */
export function respelled(word: string): string | null {
  const ending = AS_IT_SOUNDS.exec(word)?.groups?.ending
  if (ending === undefined) return null
  return /[lu]|^y$/.test(ending) ? 'suicidal' : 'suicide'
}

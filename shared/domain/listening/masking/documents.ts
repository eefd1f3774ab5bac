import { matchesIn, type Span } from './span.ts'

const OF_PASSPORT = '护照|passport'
const OF_PERMIT = '回乡证|回乡卡|通行证|台胞证|往来证|返乡证|home return permit|travel permit|entry permit'
/** What the number of a passport or a travel permit stands behind. */
export const DOCUMENT_CUE = `${OF_PASSPORT}|${OF_PERMIT}`
/** Between a word and the number it is said of: no digit, no end of a sentence. */
const FRONT = '[^\\d\\n。；;*]{0,12}?'
const GAP = '[\\s·.,，、-]{0,2}'
const LETTERS = `(?:字母)?(?<![A-Za-z])[A-Za-z]${GAP}(?:[A-Za-z]${GAP})?(?:后面(?:是)?${GAP})?`
const DIGITS = (least: number, most: number): string => `\\d(?:${GAP}\\d){${least - 1},${most - 1}}`
const END = '(?![\\d*]|\\s?(?:元|块|个|件|年|月|%))'

/** Behind 护照 and passport: with one or two letters or without, 7 to 9 digits, some with a letter at their end. */
const PASSPORT = new RegExp(
  `(?<=(?:${OF_PASSPORT})${FRONT})(?:${LETTERS}${DIGITS(6, 9)}|${DIGITS(8, 9)}|[A-Za-z](?=[A-Za-z\\d]*\\d[A-Za-z\\d]*\\d[A-Za-z\\d]*\\d[A-Za-z\\d]*\\d)[A-Za-z\\d]{7,8}(?![A-Za-z\\d]))(?:[A-Za-z](?![A-Za-z\\d]))?${END}`,
  'giu',
)
/** Behind 回乡证, 通行证, 台胞证 and travel permit: a letter and 8 to 10 digits, or 8 to 10 digits alone. */
const PERMIT = new RegExp(`(?<=(?:${OF_PERMIT})${FRONT})(?:${LETTERS})?${DIGITS(7, 12)}${END}`, 'giu')
const MAY_HOLD = /护照|[乡行胞来]证|回乡卡|passport|permit/iu
const SHOWN = 2

/** Passports and travel permits behind the words for them: of each its last two digits stay. In a text whose spoken digits are plain. */
export function findDocuments(text: string): Span[] {
  if (!MAY_HOLD.test(text)) return []
  const spans = (kind: 'passport' | 'permit', pattern: RegExp, stars: string): Span[] =>
    matchesIn(text, pattern).map(({ 0: found, index }) => ({
      ...{ kind, start: index, end: index + found.length },
      mask: `${stars}${found.replace(/\D/g, '').slice(-SHOWN)}`,
    }))
  const permits = spans('permit', PERMIT, '*******')
  return [...spans('passport', PASSPORT, '******'), ...permits]
}

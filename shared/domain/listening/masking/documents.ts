import { saysOrder } from './cue.ts'
import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

const OF_PASSPORT = '护照|passe?port|(?<![a-z])ppt?(?=#|\\s(?:no|number|#|[A-Za-z]{1,2}\\s?\\d))'
const OF_PERMIT =
  '回乡证|回乡卡|(?<![a-z])mtp(?= |#)|大?通[行证]证?(?<=证)|台胞证?|往来证|返乡证|(?:home[ -]return|travel|entry|compatriot) permit(?: (?:to|for) [a-z ]{2,24})?(?: number| no\\.?)?'
const OF_RESIDENT = '居留证|居留卡|永居[证卡]|residence permit'
/** What the number of a passport or a travel permit stands behind. */
export const DOCUMENT_CUE = `${OF_PASSPORT}|${OF_PERMIT}|${OF_RESIDENT}`
/** Between a word and the number it is said of: no digit, no end of a sentence. */
const FRONT = '[^\\d\\n。；;*]{0,12}?'
const GAP = '(?:[\\s·.,，、-]|嗯|呃|然后|那个|后面是?|字母|(?<![a-z])(?:um|uh|er)(?![a-z])){0,3}'
const SPELLED =
  'alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu'
/** As it is written, as it is spelled on a bad line (E as in Echo), or its word alone. */
const LETTER = `(?:(?:${SPELLED})(?![A-Za-z])|[A-Za-z](?![A-Za-z])(?:\\s(?:as in|for|like)\\s[A-Za-z]{2,12})?|[A-Za-z])`
/** What stands in front of the digits. */
export const LETTERS = `(?:字母|大写的?)?(?<![A-Za-z])${LETTER}${GAP}(?:${LETTER}${GAP})?(?:后面(?:是)?${GAP})?`
const DIGITS = (least: number, most: number): string => `\\d(?:${GAP}\\d){${least - 1},${most - 1}}`
const END = '(?![\\d*]|\\s?(?:元|块|个|件|年|月|%))'

/** Behind 护照 and passport: with one or two letters or without, 7 to 9 digits, some with a letter at their end. */
const PASSPORT = new RegExp(
  `(?<=(?:${OF_PASSPORT})${FRONT})(?:${LETTERS}${DIGITS(6, 9)}|${DIGITS(8, 9)}|[A-Za-z](?=[A-Za-z\\d]*\\d[A-Za-z\\d]*\\d[A-Za-z\\d]*\\d[A-Za-z\\d]*\\d)[A-Za-z\\d]{7,8}(?![A-Za-z\\d]))(?:[A-Za-z](?![A-Za-z\\d]))?${END}`,
  'giu',
)
/** Letters among the digits, as in France and Germany: 12AB34567, C 01 X 00 T 47. A letter that is said stands alone. */
const LETTERS_AMONG_DIGITS = new RegExp(
  `(?<=(?:${OF_PASSPORT})${FRONT})(?<![A-Za-z])(?=(?:[A-Za-z]${GAP})?\\d(?:${GAP}[A-Za-z\\d]){0,7}?${GAP}[A-Za-z]${GAP}\\d)(?:\\d|[A-Za-z](?:(?![A-Za-z])|(?=[A-Za-z]\\d)|(?<=\\d[A-Za-z])))(?:${GAP}(?:\\d|(?<=\\d)[A-Za-z]{1,2}(?=\\d)|(?<![A-Za-z])[A-Za-z](?![A-Za-z]))){7,8}(?![A-Za-z])${END}`,
  'giu',
)
/** Behind 回乡证, 通行证, 台胞证 and travel permit: a letter and 8 to 10 digits, or 8 to 10 digits alone. */
const PERMIT = new RegExp(`(?<=(?:${OF_PERMIT})${FRONT})(?:${LETTERS})?${DIGITS(7, 12)}${END}`, 'giu')
/** Of a foreigner who lives here, as it was until 2023: a country and 12 digits. */
const RESIDENT = new RegExp(
  `(?<=(?:${OF_RESIDENT})${FRONT})(?<![A-Za-z])[A-Za-z]${GAP}[A-Za-z]${GAP}[A-Za-z]${GAP}${DIGITS(12, 12)}${END}`,
  'giu',
)
/** C4VH81NTK: as in Germany, of letters that no digit looks like, without a vowel. */
const OF_GERMANY =
  /(?<=(?:护照|[Pp]assport)[^\d\n。；;*A-Za-z]{0,8}(?:(?:is|no\.?|number)[\s:]{1,2}){0,2})[CFGHJKLMNPRTVWXYZ](?=[\dA-Z]{0,7}\d)[\dCFGHJKLMNPRTVWXYZ]{8}(?![A-Za-z\d])/gu
const MAY_HOLD =
  /护照|海关|清关|实名|籍|[乡行胞来居留通]证|[港澳台][澳湾]?[的证]|[乡留居]卡|passe?port|permit|(?<![a-z])mtp|往来[台港]|(?<![a-z])ppt?(?=#|\s)/iu
/** Wherever a text speaks of such a paper: 旧号G48203917 新号EB6172904, EA7719305 is my pp no. */
const ELSEWHERE = new RegExp(
  `(?<![A-Za-z\\d])(?:[A-Za-z]{1,2}|[A-Za-z]${GAP}[A-Za-z])(?![A-Za-z])${GAP}(?:(?:开头|for [a-z]{3,8}),?\\s?)?${DIGITS(7, 9)}(?:${GAP}[A-Za-z])?(?![A-Za-z\\d*])`,
  'giu',
)
/** The same of letters that are spelled, behind the word as well: papa bravo 604 2718. */
const SPELLED_ELSEWHERE = new RegExp(
  `(?<![A-Za-z])(?:${SPELLED})${GAP}(?:(?:${SPELLED})${GAP})?${DIGITS(7, 9)}(?!\\d)`,
  'giu',
)
/** E74109283 at the customs, 日本籍,TZ1840635: as passports are written, where something beside says that somebody has one. */
const OF_A_TRAVELLER =
  /(?<![A-Za-z\d])[EGＥＧ]\d{8}(?![A-Za-z\d])(?=[^\n。]{0,12}(?:海关|清关|实名))|(?<=(?:海关|清关|实名)[^\n。]{0,10})(?<![A-Za-z\d])[EG]\d{8}(?![A-Za-z\d])|(?<=[国本亚兰籍]籍?[，,：:\s]{1,2}(?<=籍[，,：:\s]{1,2}))[A-Z]{1,2}\d{7}(?![A-Za-z\d])/gu
/** 734 018 265. */
const OF_NINE = new RegExp(`(?<=bno[^\\n]{0,14}?\\s)${DIGITS(9, 9)}(?!\\d)`, 'giu')
const SHOWN = 2

/** Passports and permits behind the words for them: of each its last two digits stay. In a text whose spoken digits are plain. */
export function findDocuments(text: string): Span[] {
  if (!isIn(text, MAY_HOLD)) return []
  const spans = (kind: 'passport' | 'permit', pattern: RegExp, stars: string): Span[] =>
    matchesIn(text, pattern).flatMap(({ 0: found, index }) => {
      if (saysOrder(text, index)) return []
      return [
        { kind, start: index, end: index + found.length, mask: `${stars}${found.replace(/\D/g, '').slice(-SHOWN)}` },
      ]
    })
  return [
    ...[PASSPORT, LETTERS_AMONG_DIGITS].flatMap((pattern) => spans('passport', pattern, '******')),
    ...[PERMIT, RESIDENT].flatMap((pattern) => spans('permit', pattern, '*******')),
    ...[ELSEWHERE, SPELLED_ELSEWHERE, OF_NINE, OF_GERMANY, OF_A_TRAVELLER].flatMap((pattern) =>
      spans('passport', pattern, '******'),
    ),
  ]
}

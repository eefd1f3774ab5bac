import { foldWidth } from '../listening/masking/folding.ts'

/**
 * How texts of customers become cells that spreadsheets neither run nor change. What was considered for «11-11», «50%», long
 * numbers and the like, and what was seen where, is in docs/decisions (texts that spreadsheets change).
 *
 * In short: a tab BEHIND the text makes it text for Excel, WPS and LibreOffice, is not seen on screen and is white space that
 * importers trim. A would-be formula gets an apostrophe in front, where a visible mark is honest.
 */
const KEEP_AS_TEXT = '\t'
const NO_FORMULA = "'"

/** Begins a formula; the full-width signs too, which Excel in a Chinese locale takes for the plain ones. */
const FORMULA_SIGN = /[=+\-@＝＋－＠]/gu
const BLANK = /[\s\p{Default_Ignorable_Code_Point}]/u
/** Would be run as a formula, also behind blanks. */
const STARTS_LIKE_FORMULA = new RegExp(`^(?:[\\t\\r\\n]|${BLANK.source}*${FORMULA_SIGN.source})`, 'u')

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:星期|周)[一二三四五六日天]'
/** All that numbers, amounts, fractions, shares, dates and times are written with, in Chinese and English. */
const VALUE_PARTS = [
  '[\\p{Nd}〇零一二三四五六七八九十]',
  "[\\s.,:：/⁄\\\\\\-+%％‰()（）'’$¥￥€£₩]",
  '[年月日号號时時点點分秒]|[上下]午',
  '(?<=\\d)[de](?=[+-]?\\d)|(?<=\\d)t(?=\\d)|(?<=\\d)z|(?<=\\d\\s?)[ap]m?',
  ...[MONTH, WEEKDAY],
]
const VALUE = new RegExp(`^(?:${VALUE_PARTS.join('|')})+$`, 'iu')
const HAS_FIGURE = /\p{Nd}|[〇零一二三四五六七八九十][年月日号號时時点點分]/u
/** A sign that stands neither at the beginning nor at the end of any of those: of most cells these two places are all that is looked at. */
const OF_NO_VALUE =
  /^[^\s\p{Nd}\p{Default_Ignorable_Code_Point}\p{Cs}〇零一二三四五六七八九十.,:：/⁄\\\-+%％‰()（）'’$¥￥€£₩年月日号號时時点點分秒上下午星期周天a-zａ-ｚ#!?/]/iu
const LOGICAL = /^(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|vero)$/i
const ERROR = /^#(?:n\/a|ref!|div\/0!|name\?|null!|num!|value!|spill!|calc!)$/i

/** A number every spreadsheet shows with the very characters of the text: 12 digits are where Excel turns to 1.2E+11. */
const SHOWN_AS_IT_IS = /^(?:0|[1-9]\d{0,10}|0\.\d{0,8}[1-9])$/

/** A spreadsheet would take it for a number, a date, a time, an amount, a share, a truth or a fault, and show another text. */
function isTakenForValue(text: string): boolean {
  const folded = foldWidth(text).trim()
  if (LOGICAL.test(folded) || ERROR.test(folded)) return true
  return HAS_FIGURE.test(folded) && VALUE.test(folded) && !SHOWN_AS_IT_IS.test(text)
}

/**
 * Whether a sign inside a text begins a cell where a spreadsheet of another country reads the file: there the comma parts
 * nothing, so our quotes protect nothing, and `a;=1+1` or a second line `=1+1` is a cell of its own.
 */
function beginsCell(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && BLANK.test(text.charAt(before))) before -= 1
  if (before < 0) return false
  return /[;|]/.test(text.charAt(before)) || /[\t\r\n]/.test(text.slice(before + 1, at))
}

const isPlainlyText = (text: string): boolean =>
  OF_NO_VALUE.test(text) || (!/^[\t\r\n]/.test(text) && OF_NO_VALUE.test(text.charAt(text.length - 1)))

/** The cell's text before the CSV writer quotes it. Once guarded, it stays as it is. XLSX needs none of this: there a text cell is text. */
export function csvCell(text: string): string {
  if (isPlainlyText(text) && text.search(FORMULA_SIGN) === -1) return text
  const inside = text.replace(FORMULA_SIGN, (sign, at: number) =>
    beginsCell(text, at) ? `${NO_FORMULA}${sign}` : sign,
  )
  if (STARTS_LIKE_FORMULA.test(text)) return `${NO_FORMULA}${inside}`
  return !text.endsWith(KEEP_AS_TEXT) && isTakenForValue(text) ? `${inside}${KEEP_AS_TEXT}` : inside
}

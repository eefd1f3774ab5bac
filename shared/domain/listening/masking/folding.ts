import { mayMatch } from './may-match.ts'
import { foldSaidAt } from './said-at.ts'
import { foldCountingDigits, foldScriptDigits } from './script-digits.ts'
import { hasAny, signTable } from './sign-table.ts'
import { SPOKEN_DIGITS } from './spoken-digits.ts'
import { foldTraditional } from './traditional.ts'

/** Full-width signs that input methods and forms produce, with what they mean. */
const FULL_WIDTH: Record<string, string> = {
  '＠': '@',
  '﹫': '@',
  '．': '.',
  '－': '-',
  '＋': '+',
  '＿': '_',
  '＊': '*',
}
const spokenDigits = new Map(SPOKEN_DIGITS.flatMap((words, digit) => [...words].map((word) => [word, String(digit)])))
const isSpoken = signTable(SPOKEN_DIGITS.join(''))
/** They are no digits in what is said between two groups, 空一格, 停一下, 后四位, nor where they begin another word. */
const SPOKEN = new RegExp(
  `(?!一直|(?<![\\d${SPOKEN_DIGITS.join('')}])一[下样定些起共会般半早律切路旦致遍组段])[${SPOKEN_DIGITS.join('')}](?![格位])`,
  'gu',
)

/** Plain digits, letters and signs instead of full-width ones. Every place in the text stays where it was. */
export const foldWidth = (text: string): string =>
  hasAny(text, isWide)
    ? text.replace(WIDE, (sign) => FULL_WIDTH[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    : text
const WIDE = /[０-９Ａ-Ｚａ-ｚ＠﹫．－＋＿＊]/gu
const isWide = signTable(Object.keys(FULL_WIDTH).join('')).fill(1, 0xff10, 0xff5b)

/** The text that was folded last: rules, model and drafts look at the same one after the other. */
let last = { text: '', folded: '' }

/** Signs and digits of any width and script, simplified, and the sign of an address however it is said. */
export function foldSigns(text: string): string {
  if (text !== last.text) last = { text, folded: foldSaidAt(foldScriptDigits(foldTraditional(foldWidth(text)))) }
  return last.folded
}

/** 幺 as it is heard by whoever writes it down: 腰八六, 么八六. Only among digits. */
const HEARD_ONE = new RegExp(
  `[腰么](?=[\\d${SPOKEN_DIGITS.join('')}]{3})|(?<=[\\d${SPOKEN_DIGITS.join('')}])[腰么](?=[\\d${SPOKEN_DIGITS.join('')}])`,
  'gu',
)

/** 幺三八 becomes 138. Only for looking: numbers in words are mostly no digits. Places stay where they were. */
export function foldSpokenDigits(folded: string): string {
  const counted = foldCountingDigits(folded)
  const heard = mayMatch(counted, HEARD_ONE) ? counted.replace(HEARD_ONE, '1') : counted
  return hasAny(heard, isSpoken) ? heard.replace(SPOKEN, (word) => spokenDigits.get(word) ?? word) : heard
}

import { foldScriptDigits } from './script-digits.ts'

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
/** Digits as they are spoken and as they are written on cheques. */
const SPOKEN_DIGITS = [
  '零〇○洞',
  '一幺妖壹',
  '二两兩贰貳',
  '三叁參叄',
  '四肆',
  '五伍',
  '六陆陸',
  '七拐柒',
  '八捌',
  '九勾钩玖',
]

const spokenDigits = new Map(SPOKEN_DIGITS.flatMap((words, digit) => [...words].map((word) => [word, String(digit)])))
const SPOKEN = new RegExp(`[${SPOKEN_DIGITS.join('')}]`, 'gu')

/** Plain digits, letters and signs instead of full-width ones. Every place in the text stays where it was. */
export const foldWidth = (text: string): string =>
  text.replace(
    /[０-９Ａ-Ｚａ-ｚ＠﹫．－＋＿＊]/gu,
    (sign) => FULL_WIDTH[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )

/** How the sign of an address is said and paraphrased; also the beginning of it, as far as it has been typed. */
const SPOKEN_AT = /艾特|[([（【［] ?at ?[)\]）】］]/giu
const SPOKEN_AT_BEGUN = /(?:艾|[([（【［](?:at?)?)$/iu
const asAt = (sign: string): string => `${sign.length > 2 ? '\u2060' : ''}@`.padEnd(sign.length, '\u2060')

/** The sign of an address instead of the words for it. Places stay: marks without width fill them. */
export const foldSpokenAt = (folded: string): string => folded.replace(SPOKEN_AT, asAt)
/** The same for a text that is being typed and ends in the middle of those words. */
export const foldBegunAt = (folded: string): string => foldSpokenAt(folded).replace(SPOKEN_AT_BEGUN, asAt)

/** The same, and plain digits instead of those of any script. */
export const foldSigns = (text: string): string => foldSpokenAt(foldScriptDigits(foldWidth(text)))

/** 幺三八 becomes 138. Only for looking: numbers in words are mostly no digits. Places stay where they were. */
export const foldSpokenDigits = (folded: string): string =>
  folded.replace(SPOKEN, (word) => spokenDigits.get(word) ?? word)

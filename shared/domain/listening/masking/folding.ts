import { FILLING } from './digit-segments.ts'
import { foldCountingDigits, foldScriptDigits } from './script-digits.ts'

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
/** A gap as it is said has none: 空一格. */
const SPOKEN = new RegExp(`[${SPOKEN_DIGITS.join('')}](?<!空一(?=格))`, 'gu')

/** Plain digits, letters and signs instead of full-width ones. Every place in the text stays where it was. */
export const foldWidth = (text: string): string =>
  text.replace(
    /[０-９Ａ-Ｚａ-ｚ＠﹫．－＋＿＊]/gu,
    (sign) => FULL_WIDTH[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )

/** How the sign of an address is said and paraphrased; between other signs it stands alone. */
const AT_WORDS = [
  '艾特符号',
  '艾特',
  '爱特',
  '小老鼠符号',
  '小老鼠号',
  '小老鼠',
  '圈a',
  '花a',
  'at符号',
  '@符号',
  '@号',
]
const [OPEN, CLOSE] = ['[([{（【［｛<＜〈《⟨|"“「]', '[)\\]}）】］｝>＞〉》⟩|"”」]']
/** Without a sign of its own only in front of a host; between blanks only of one whose dot is said, too: look at jd.com. */
const PLAIN_AT = '_at_(?=[a-z0-9-]{1,63}\\.[a-z])|(?<=\\s)at(?=\\s[a-z0-9-]{1,63}\\s?(?:dot|点)\\s?[a-z])'
const SPOKEN_AT = new RegExp(`${AT_WORDS.join('|')}|${OPEN}\\s?at\\s?${CLOSE}|${PLAIN_AT}`, 'giu')
const begun = AT_WORDS.flatMap((word) => [...word].map((_, index) => word.slice(0, index + 1))).filter((word) =>
  /^[^a@]/.test(word),
)
const SPOKEN_AT_BEGUN = new RegExp(`(?:${begun.join('|')}|${OPEN}(?:at?)?)$`, 'iu')
/** Typed twice it is still the same sign. */
const MANY_AT = /@(?:\s?@)+/g
const asAt = (sign: string): string => `${sign.length > 2 ? FILLING : ''}@`.padEnd(sign.length, FILLING)

/** The sign of an address instead of the words for it. Places stay: marks without width fill them. */
export const foldSpokenAt = (folded: string): string => folded.replace(SPOKEN_AT, asAt).replace(MANY_AT, asAt)
/** The same for a text that is being typed and ends in the middle of those words. */
export const foldBegunAt = (folded: string): string => foldSpokenAt(folded).replace(SPOKEN_AT_BEGUN, asAt)

/** The same, and plain digits instead of those of any script. */
export const foldSigns = (text: string): string => foldSpokenAt(foldScriptDigits(foldWidth(text)))

/** 幺三八 becomes 138. Only for looking: numbers in words are mostly no digits. Places stay where they were. */
export const foldSpokenDigits = (folded: string): string =>
  foldCountingDigits(folded).replace(SPOKEN, (word) => spokenDigits.get(word) ?? word)

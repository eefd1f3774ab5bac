import { foldSigns, foldSpokenDigits } from '../folding.ts'
import { OTHER_DIGITS } from '../script-digits.ts'
import { hasAny, signTable } from '../sign-table.ts'
import { SPOKEN_DIGITS } from '../spoken-digits.ts'

/** What a sign is, for whoever has to tell what it is part of. */
export const SIGN = {
  beyond: 0,
  digit: 1,
  /** A word that is folded to a digit: 幺. */
  said: 2,
  /** 十, 百 and what else counts, but is no digit by itself. */
  numeral: 3,
  /** How often one is said: 三个八, 双九. */
  times: 4,
  upper: 5,
  lower: 6,
  space: 7,
  comma: 8,
  other: 9,
  han: 10,
  surname: 11,
  /** Said while somebody thinks: 嗯, 那个. */
  filler: 12,
  star: 13,
  dash: 14,
  dot: 15,
  at: 16,
} as const

/** The commonest: a sign more or less says little. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const NUMERALS = '一二三四五六七八九零十两幺洞拐勾百千万'
const FIRST_HAN = 0x3400
/** How far to both sides a sign is judged by its neighbours. */
export const REACH = 5

/** A text as it is judged: everything by place of the text (UTF-16 units). */
export interface Signs {
  readonly length: number
  /** What each is; `REACH` places further on, for there is something beyond a text on both sides. */
  readonly kinds: Uint8Array
  /** Which unit each is, in lower case; as far further on. */
  readonly units: Uint16Array
  /** The text, folded and in lower case. */
  readonly text: string
}

const KINDS = kindsOfUnits()

function kindsOfUnits(): Uint8Array {
  const kinds = new Uint8Array(0x10000).fill(SIGN.other)
  kinds.fill(SIGN.han, FIRST_HAN)
  const say = (signs: string, kind: number) => {
    for (const sign of signs) kinds[sign.charCodeAt(0)] = kind
  }
  say('嗯呃啊哦然后那个是对的再不面前呢哎诶吧', SIGN.filler)
  say(SURNAMES, SIGN.surname)
  say('连双个', SIGN.times)
  say(NUMERALS, SIGN.numeral)
  say(' \t\n\r\u00a0\u3000', SIGN.space)
  say(',，、。;；:：!！?？（）()', SIGN.comma)
  say('*※', SIGN.star)
  say('-－_', SIGN.dash)
  say('.', SIGN.dot)
  say('@', SIGN.at)
  say('0123456789', SIGN.digit)
  say('abcdefghijklmnopqrstuvwxyz', SIGN.lower)
  say('ABCDEFGHIJKLMNOPQRSTUVWXYZ', SIGN.upper)
  return kinds
}

export function signsOf(text: string): Signs {
  const folded = foldSigns(text)
  const spoken = foldSpokenDigits(folded)
  const lower = folded.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const { length } = text
  const kinds = new Uint8Array(length + 2 * REACH)
  const units = new Uint16Array(length + 2 * REACH)
  for (let place = 0; place < length; place++) {
    const [unit, said] = [folded.charCodeAt(place), spoken.charCodeAt(place)]
    kinds[place + REACH] = unit === said ? (KINDS[unit] ?? SIGN.other) : SIGN.said
    units[place + REACH] = lower.charCodeAt(place)
  }
  return { length, kinds, units, text: lower }
}

const COUNTING = `0-9${NUMERALS}${SPOKEN_DIGITS.join('')}腰么${OTHER_DIGITS}`
const MAY_COUNT = new RegExp(`[a-z@]|(?:[${COUNTING}][^${COUNTING}]*){4}`, 'iu')

/** Whether anything of a folded text may be looked at: most talk has neither letters nor four digits, and needs no look at each of its signs. */
export const mayCount = (folded: string): boolean =>
  hasAny(folded, isLetter) || (hasAny(folded, counts) && MAY_COUNT.test(folded))
const isLetter = signTable('@').fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b)
/** What counts, and the two signs that stand for a letter where case is not told: long s and the sign of kelvin. */
const counts = signTable(`0123456789${NUMERALS}${SPOKEN_DIGITS.join('')}腰么${OTHER_DIGITS}ſ\u212a`)

/** A digit, however it is written or said, or a word that counts. */
export const isCounting = (kind: number): boolean => kind >= SIGN.digit && kind <= SIGN.numeral

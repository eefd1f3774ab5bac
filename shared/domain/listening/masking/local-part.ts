import { isNoName } from './no-name.ts'
import { SPOKEN_DIGITS } from './spoken-digits.ts'
import { SURNAMES } from './surnames.ts'

/** Letters of the Latin script, with or without marks: a Chinese name is mostly the word in front of the address. */
export const LOCAL_PART =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Mn}\u00ad\u200b-\u200f\ufeff0-9.!#$%&'+/=?^_`{|}~-]/u
/** How the signs inside it are said: zhang点san, john underscore smith. */
export const SAID_IN_CHINESE =
  '下划线 下横线 底线 横杠 横线 短横线 短横 中横线 中划线 中杠 杠 减号 连字符 点 小数点 圆点 加号 加 — —— –'.split(' ')
const ENGLISH = 'dash hyphen minus dot point plus underscore underline period'.split(' ')
const oneOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')
const JOINT = new RegExp(
  `(?:\\s?[[(（]\\s?dot\\s?[\\])）]\\s?|\\s{0,2}(?:${oneOf(SAID_IN_CHINESE)})\\s{0,2}|\\s{1,2}(?:${oneOf(ENGLISH)})\\s{1,2})$`,
  'iu',
)
const begunOf = (words: readonly string[]): string =>
  oneOf([...new Set(words.flatMap((word) => [...word].map((_, index) => word.slice(0, index + 1))))])
const BEGUN_JOINT = new RegExp(
  `(?:\\s{0,2}(?:${begunOf(SAID_IN_CHINESE)})\\s{0,2}|\\s{1,2}(?:${begunOf(ENGLISH)})\\s{0,2})$`,
  'iu',
)
const LONGEST_JOINT = 14
const DIGIT = `[${SPOKEN_DIGITS.join('')}]`
/** Digits that are said between its letters: li八ming. */
const SAID_DIGITS = new RegExp(`(?<=[\\p{Script=Latin}\\d])${DIGIT}{1,12}$`, 'u')
const LAST_PART = new RegExp(`(?:[\\p{Script=Latin}\\d.!#$%&'+/=?^_\`{|}~-]|${DIGIT}){1,64}$`, 'u')
const LONGEST_PART = 64
/** A Chinese name in front of a joint: 李雷下划线八八. */
const HAN_NAME = new RegExp(`(?:${SURNAMES.any})\\p{Script=Han}{1,2}$`, 'u')
/** Letter by letter: z h a n g. */
const SPELLED = /(?<![\p{Script=Latin}\d])[\p{Script=Latin}\d]\s$/u
/** Any words may stand in quotation marks. */
const QUOTED = /["“”＂'‘’][\p{Script=Latin}\d ._+-]{1,64}["”＂'’]$/u
const LONGEST_QUOTED = 66

/** Where the words begin that are quoted and end at `end`; `end` itself when none are. */
export function startOfQuoted(folded: string, end: number): number {
  return end - (QUOTED.exec(folded.slice(Math.max(0, end - LONGEST_QUOTED), end))?.[0].length ?? 0)
}

/** Where a local part begins whose last piece begins at `start`, when its signs, its digits or its letters are said one by one. */
export function startOfSaid(folded: string, start: number, end: number): number {
  let from = start
  for (;;) {
    const next = oneStepBack(folded, from, end)
    if (next === from) return from
    from = next
  }
}

/** A number that is told in words of its own: ninety nine. */
const NUMBER_WORDS =
  'zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|double|triple'
const TELLS_NUMBER = new RegExp(`^(?:(?:\\d|${DIGIT})+$|(?:${NUMBER_WORDS})(?![a-z]))`, 'i')
const NUMBER_IN_FRONT = new RegExp(`(?<![\\p{Script=Latin}\\d])(?:${NUMBER_WORDS}|\\d{1,4})\\s$`, 'iu')
const WORD_IN_FRONT = /(?<![\p{Script=Latin}\d])\p{Script=Latin}{2,12}\s$/u
const LEADS_TO_ADDRESS = /(?:邮箱|邮件|e-?mail|mail)[\s是为:：]{0,3}(?:is\s)?$/iu
const FARTHEST_LEAD = 14
/** Right behind these, two words are one name: 邮箱 liu yang. */
const LEADS_TO_WORDS = /(?:邮箱|邮件|信箱)(?:地址)?[\s是为:：]{1,3}$|e-?mail\s?[:：]\s?$|e?mail (?:address )?is $/iu

/** Figures at its end belong to the word in front where that is a part of it for sure: mary underscore lee 88, 邮箱 lilei 八八. */
function inFrontOfNumber(folded: string, from: number, before: string): number | null {
  const number = NUMBER_IN_FRONT.exec(before)?.[0].length
  if (number !== undefined) return from - number
  const word = WORD_IN_FRONT.exec(before)?.[0].length
  if (word === undefined) return null
  const lead = folded.slice(Math.max(0, from - word - FARTHEST_LEAD), from - word)
  return JOINT.test(lead) || LEADS_TO_ADDRESS.test(lead) ? from - word : null
}

function oneStepBack(folded: string, from: number, end: number): number {
  const before = folded.slice(Math.max(0, from - LONGEST_JOINT), from)
  const joint = (JOINT.exec(before) ?? SAID_DIGITS.exec(before))?.[0].length
  if (joint !== undefined) return startOfPart(folded, from - joint) ?? from
  const inFront = TELLS_NUMBER.test(folded.slice(from, end)) ? inFrontOfNumber(folded, from, before) : null
  if (inFront !== null) return inFront
  const word = WORD_IN_FRONT.exec(before)?.[0].length ?? 0
  if (word > 0 && LEADS_TO_WORDS.test(folded.slice(Math.max(0, from - word - FARTHEST_LEAD), from - word)))
    return from - word
  const isLetter =
    TELLS_NUMBER.test(folded.slice(from, end)) || end - from === 1 || /^[\p{L}\d]\s/u.test(folded.slice(from, end))
  return isLetter && SPELLED.test(folded.slice(Math.max(0, from - 3), from)) ? from - 2 : from
}

/** The piece that ends there; null where none does, or a word nobody's address begins with. */
function startOfPart(folded: string, end: number): number | null {
  const front = folded.slice(Math.max(0, end - LONGEST_PART), end)
  const part = LAST_PART.exec(front)?.[0] ?? HAN_NAME.exec(front)?.[0] ?? ''
  return part === '' || isNoName(part) ? null : end - part.length
}

/** Where a word for such a sign begins that ends the text, perhaps unfinished; null where none does. */
export function begunJoint(folded: string): number | null {
  const joint = BEGUN_JOINT.exec(folded.slice(-LONGEST_JOINT))?.[0].length
  return joint === undefined ? null : folded.length - joint
}

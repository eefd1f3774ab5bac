import { isIn } from './may-match.ts'
import type { Piece } from './tagger/pieces.ts'

const DIGIT = '[一二三四五六七八九]'
/** Twice five is ten, as it is learned by heart: 二五一十, 三五十五, 一五得五. */
const PRODUCT = new RegExp(`(${DIGIT})(${DIGIT})(?:得(${DIGIT})|(${DIGIT}?)十(${DIGIT}?))`, 'gu')
const TABLE = new RegExp(`(?:${DIGIT}{2}(?:得${DIGIT}|${DIGIT}?十${DIGIT}?)[\\s，,、；;。]{0,2}){2,81}`, 'gu')
/** Three point one four one five: as far as somebody knows it. */
const WORDS = 'zero one two three four five six seven eight nine'.split(' ')
const CIRCLE = new RegExp(
  `(?:(?<![\\d.])3[.点]|三点|three point )((?:(?:[\\d零〇一二三四五六七八九幺]|${WORDS.join('|')})[\\s，,]{0,2}){5,60})`,
  'giu',
)
/** A tune, note by note: 简谱 1 1 5 5 6 6 5. */
const TUNE = /(?<=(?:简谱|曲谱|歌谱|谱子|音符)[^\d\n。；;]{0,3})[0-7](?:[\s，,|-]{1,3}[0-7]){5,63}(?!\d)/gu
/** One, two, three; and how drill is counted: 一二三四，二二三四. */
const COUNTED = new RegExp(`(?<!${DIGIT})${DIGIT}(?:[、，,\\s]{1,2}${DIGIT}){4,8}(?!${DIGIT})`, 'gu')
const DRILL = new RegExp(`(?:${DIGIT}二三四(?:五六七八)?[，,、\\s]{0,2}){2,16}`, 'gu')
const DIGITS_OF_CIRCLE = '14159265358979323846264338327950288419716939937510582097494459'
/** Somebody's number follows all the same. */
const OF_SOMEBODY =
  /(?:电话|手机|座机|联系|微信|扣扣|号码?|[密口]令|密码|码|[打拨回]|(?<![a-z])(?:qq|tel|phone|mobile|call|ring|number|code|pin|otp))[^\d\n。；;]{0,6}$/iu
const LONGEST_CUE = 14
const MAY_HOLD = /十|得|四|3\s?[.点]|三\s?点|three point|谱|音符/iu

const worthOf = (sign: string): number => '零一二三四五六七八九'.indexOf(sign)

const isTrue = ([, one = '', other = '', below = '', tens = '', ones = '']: RegExpExecArray): boolean => {
  const told =
    below !== '' ? worthOf(below) : (tens === '' ? 1 : worthOf(tens)) * 10 + (ones === '' ? 0 : worthOf(ones))
  return worthOf(one) * worthOf(other) === told
}

const digitsIn = (told: string): string =>
  told
    .toLowerCase()
    .replace(new RegExp(WORDS.join('|'), 'gu'), (word) => String(WORDS.indexOf(word)))
    .replace(/[〇幺]/gu, (sign) => (sign === '幺' ? '1' : '0'))
    .replace(/[零一二三四五六七八九]/gu, (sign) => String(worthOf(sign)))
    .replace(/\D/gu, '')

/** What is known by heart, digit by digit, and is nobody's number: the times tables where they are right, the number of the circle, and tunes. Of a folded text, in order. */
export function recitedIn(folded: string): Piece[] {
  if (!isIn(folded, MAY_HOLD)) return []
  const tables = [...folded.matchAll(TABLE)].filter(({ 0: row }) => [...row.matchAll(PRODUCT)].every(isTrue))
  const circles = [...folded.matchAll(CIRCLE)].filter(({ 1: told = '' }) => DIGITS_OF_CIRCLE.startsWith(digitsIn(told)))
  const counted = [...folded.matchAll(COUNTED)].filter(({ 0: row }) => isCountedOff(digitsIn(row), FEWEST_IN_A_LIST))
  const tunes = [...folded.matchAll(TUNE)].filter(({ 0: row }) => !/^1[3-7]\d{9}$/.test(digitsIn(row)))
  return [...tables, ...circles, ...counted, ...folded.matchAll(DRILL), ...tunes]
    .filter(({ index }) => !OF_SOMEBODY.test(folded.slice(Math.max(0, index - LONGEST_CUE), index)))
    .map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }))
    .sort((a, b) => a.start - b.start)
}

/** A text with blanks instead of it. Places stay where they were. */
export function blankRecited(folded: string): string {
  const recited = recitedIn(folded)
  if (recited.length === 0) return folded
  const pieces: string[] = []
  let copiedTo = 0
  for (const { start, end } of recited) {
    pieces.push(folded.slice(copiedTo, start), ' '.repeat(Math.max(0, end - Math.max(start, copiedTo))))
    copiedTo = Math.max(copiedTo, end)
  }
  return pieces.join('') + folded.slice(copiedTo)
}

/** Up or down, one by one: nine eight seven six five. */
export const isCountedOff = (digits: string, fewest = FEWEST_COUNTED): boolean =>
  digits.length >= fewest && ALL.some((row) => row.includes(digits))
/** With fewer a password is as likely: 123456. */
const [FEWEST_COUNTED, FEWEST_IN_A_LIST] = [7, 5]
const ALL = ['01234567890', '12345678910', '10987654321', '09876543210']

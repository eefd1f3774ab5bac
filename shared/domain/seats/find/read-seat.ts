import { numberOf } from './numerals.ts'
import type { Reading } from './reading.ts'

const ZH = '[零〇一二两三四五六七八九十]'
/** Behind a month it is a day; behind another digit, a letter or a sign it is the end of something else; «周三三号席» is no seat 33. */
const DIGITS = '(?<!月\\s*|[\\da-z.:/-])(\\d{1,3})'
const SIGNS = `(?<!月\\s*|周|星期|礼拜|(?<!周|期|拜)${ZH})(${ZH}{1,3})`
const PLACE = '(?:席位?|座位?)'
const SEAT = new RegExp(
  `(?:第\\s*(\\d{1,3}|${ZH}{1,3})\\s*号?\\s*${PLACE}|(?:${DIGITS}|${SIGNS})\\s*号(?:\\s*${PLACE}|位))|` +
    '\\bseat\\s*(?:(?:number|no\\.?|#)\\s*(\\d{1,3})\\b|(\\d{1,2})\\b(?!\\s*[.:–-]\\s*\\d|\\s*(?:h|hours?|m|min|minutes?|[ap]\\.?m|people|persons?|of us)\\b))',
)
/** What seats are called elsewhere: «3.5号席», «A3号席», «3A 号席», «seat B-12». */
const ODD =
  /(?<![a-z\d.])(?:[a-z]-?\d+|\d+(?:\.\d+|[a-z])(?=\s*号))[a-z\d.]*\s*号?\s*(?:席位?|座位?)|\bseat\s*(?:number\s*|no\.?\s*|#\s*)?(?:[a-z]-?\d{1,3}|\d{1,2}[a-f])\b/
/** «3号或5号席», «3-5号席»: one seat is looked for, the last that is said. */
const BESIDE = /(?<![\d月.:])\d{1,2}\s*号?\s*(?:或者?|[和、,，/~-]|到|至)\s*(?=\d{1,2}\s*号\s*[席座])/

/** The one seat that is meant, and what is said of seats that are not known here. */
export function readSeat(reading: Reading): { seatNumber: number | null; odd: string } {
  const odd = [reading.take(ODD), reading.take(BESIDE)]
    .map((found) => found?.[0].replaceAll(/\s+(?=[号席座])/g, '') ?? '')
    .join(' ')
  const seat = reading.take(SEAT)
  const number = seat?.slice(1).find((part) => part !== undefined)
  return { seatNumber: number === undefined ? null : numberOf(number), odd }
}

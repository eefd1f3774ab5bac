import { begunNumber, hasBirthday } from '../masking/begun-number.ts'
import { maskText } from '../masking/mask-text.ts'
import type { DigitRun } from './digit-runs.ts'

/** Any number of up to three digits may stand: a mask would leave as many, and most are days, pieces and prices. */
const MAY_STAND = 3
/** More digits than any number has are not looked at. */
const LONGEST = 24
/** As far as it has got. No number that is masked begins with 20. */
const DATE_AND_TIME = /^20\d{2}([-/.])\d{1,2}(?:\1(?:\d{1,2}(?:\s\d{1,2}(?:[:：]\d{0,2})?)?)?)?$/u
const AMOUNT = /^\s*[元块万亿件台箱个只条份次人天年克斤米升]/u
/** A price with its pence, also in thousands; three digits may as well begin a phone or hold an area code. */
const DECIMAL = /^(?:[1-9]\d{3,5}|\d{1,3}(?:[,，]\d{3})+|\d{1,2}|[2-9]\d{2}|1[0-2]\d)[.．]\d{1,2}$/u
/** Up to six digits behind a word of money. */
const MONEY = /(?:余额|价格|原价|现价|单价|差价|总价|售价|合计|金额|[¥￥$])\s{0,2}$/u
const SUM = /^\d{1,6}(?:[.．]\d{0,2})?$/u
const PHONE_WITHOUT_ITS_END = /^(?:(?:00)?86|0)?1[3-9]\d{5,8}$/

/**
 * From where on the digits of this run are hidden while it is being typed; null when none are. Every group may be the first of a
 * number, and what a number becomes is known by how it begins, not by how far it has got: a digit too many is still that number.
 */
export function hiddenWhileTyped(text: string, run: DigitRun): number | null {
  if (DATE_AND_TIME.test(text.slice(run.start, run.end)) || isAmount(text, run)) return null
  let from: number | null = null
  for (const { digits, start } of beginnings(run)) {
    if (digits.length <= MAY_STAND || (from !== null && from <= start)) break
    const begun = begunNumber(digits.slice(0, LONGEST))
    if (begun === null) continue
    // All of it is there and it cannot grow: the mask knows it, and says more about it than stars.
    if (digits.length === begun.length && maskText(text.slice(start, run.end)).found.length === 1) break
    from = least(from, placeOfDigit(run, start, begun.shown))
  }
  return from
}

/**
 * The same for a run with words behind it, which the caret has left: only what can hardly be anything but the greater part of a number,
 * because most that stands in a sentence is finished.
 */
export function hiddenInSentence(text: string, run: DigitRun): number | null {
  let from: number | null = null
  for (const { digits, start, shape } of beginnings(run)) {
    if (digits.length < 7 || (from !== null && from <= start)) break
    const begun = begunNumber(digits.slice(0, LONGEST))
    if (begun === null || !isGreaterPart(digits, shape, text.slice(run.end, run.end + 4))) continue
    from = least(from, placeOfDigit(run, start, begun.shown))
  }
  return from
}

function isAmount(text: string, run: DigitRun): boolean {
  const typed = text.slice(run.start, run.reach).trimEnd()
  return DECIMAL.test(typed) || (SUM.test(typed) && MONEY.test(text.slice(Math.max(0, run.start - 8), run.start)))
}

function isGreaterPart(digits: string, shape: readonly number[], behind: string): boolean {
  const [first = 0, second = 0, third = 0] = shape
  const isInFours = first === 4 && second === 4 && third === 4
  if (isInFours) return digits.length < 16
  if (digits.startsWith('0') && (first === 3 || first === 4)) return digits.length < 11 && shape.length < 4
  const isGroupedLikePhone = first >= 7 || first === 3 || first === 1 || first === 2
  if (PHONE_WITHOUT_ITS_END.test(digits)) return isGroupedLikePhone && !AMOUNT.test(behind)
  return hasBirthday(digits) && digits.length < 18
}

function* beginnings(run: DigitRun): Generator<{ digits: string; start: number; shape: readonly number[] }> {
  let passed = 0
  const lengths = run.groups.map(({ start, end }) => end - start)
  for (const [index, group] of run.groups.entries()) {
    yield { digits: run.digits.slice(passed), start: group.start, shape: lengths.slice(index, index + 4) }
    passed += group.end - group.start
  }
}

/** Where the digit number `count` (from nought) behind `start` stands. */
function placeOfDigit(run: DigitRun, start: number, count: number): number {
  let left = count
  for (const group of run.groups) {
    if (group.start < start) continue
    const length = group.end - group.start
    if (left < length) return group.start + left
    left -= length
  }
  return run.end
}

const least = (one: number | null, other: number): number => (one === null ? other : Math.min(one, other))

import { countryAt } from '../masking/abroad.ts'
import { saysPhoneOfAbroad } from '../masking/abroad-at-home.ts'
import { longestCard } from '../masking/bank-card.ts'
import { type BegunNumber, begunNumber, hasBirthday } from '../masking/begun-number.ts'
import {
  countInFront,
  isMoney,
  saysCard,
  saysId,
  saysIdCard,
  saysLandline,
  saysPhone,
  saysTelephone,
} from '../masking/cue.ts'
import { isAmongFigures, isFigures, isRound } from '../masking/figures.ts'
import { PROVINCE } from '../masking/id-card.ts'
import { LOCAL } from '../masking/landline.ts'
import { maskedByRules } from '../masking/mask-by-rules.ts'
import { PHONE_SHAPES } from '../masking/phone.ts'
import { isCountingDigit } from '../masking/script-digits.ts'
import type { DigitRun } from './digit-runs.ts'

/** Any number of up to three digits may stand: a mask would leave as many, and most are days, pieces and prices. */
const MAY_STAND = 3
/** More digits than any number has are not looked at. */
const LONGEST = 24
const ID_LENGTH = 18
const HOTLINE = /^[48]00/
const FEWEST_OF_HOTLINE = 6
const PHONE_LENGTH = 11
const LOCAL_LENGTH = 8
const UNFINISHED_WORD = /^\s?\p{L}{1,4}$/u
const MOST_GROUPS = 18
/** As far as it has got. No number that is masked begins with 20. */
const DATE_AND_TIME = /^20\d{2}([-/.])\d{1,2}(?:\1(?:\d{1,2}(?:\s\d{1,2}(?:[:：]\d{0,2})?)?)?)?$/u
/** Up to five digits, and pence, behind a word of money. */
const MONEY =
  /(?:余额|[价金总]额|价格?|合计|一共|总共|退款?|补|[付花收扣交退补减降卖赔差]了|只要|才|便宜|优惠|满|[¥￥$])\s{0,2}$/u
const SUM = /^(?:\d{1,5}|\d{1,2}[,，]\d{3})(?:[.．]\d{0,2})?$/u
const FEWEST_OF_GREATER_PART = 7
/** Without a word that says so: seven are what a mask shows. */
const FEWEST_IN_RHYTHM = 8
const PHONE_WITHOUT_ITS_END = /^(?:(?:00)?86|0)?1[3-9]\d{5,8}$/
const CARD_WITHOUT_ITS_END = /^4-4-4(?:-[1-3])?$/
/** What may stand in front of a number and is none of it. */
const PREFIX = /^(?:(?:00)?86|\d)?$/
const SHAPES = PHONE_SHAPES.map((shape) => shape.split('-').map(Number))

interface Beginning {
  readonly start: number
  /** From there to the end of the run, and the same in its groups. */
  readonly digits: string
  readonly groups: readonly string[]
  /** The digits in front. */
  readonly before: string
}

/**
 * From where on the digits of this run are hidden while it is being typed; null when none are. Every group may be the first of a
 * number, and what a number becomes is known by how it begins, not by how far it has got: a digit too many is still that number.
 */
export function hiddenWhileTyped(text: string, run: DigitRun): number | null {
  if (DATE_AND_TIME.test(text.slice(run.start, run.end))) return null
  if (isAmount(text, run) && !saysPhone(text, run.start)) return null
  let from: number | null = null
  for (const { digits, start } of beginnings(text, run)) {
    if (from !== null && from <= start) break
    const begun = begunAt(text, start, digits)
    if (digits.length <= Math.min(MAY_STAND, begun?.shown ?? MAY_STAND)) break
    if (begun === null) continue
    // All of it is there and it cannot grow: the mask knows it, and says more about it than stars.
    if (digits.length === begun.length && maskedByRules(text.slice(start, run.end)).found.length === 1) break
    from = least(from, placeOfDigit(run, start, begun.shown))
  }
  return from
}

/**
 * The same for a run with words behind it, which the caret has left: that is finished, and stands if it is no number. Only the greater
 * part of one is hidden, when the words in front or the rhythm tell that it can hardly be anything else.
 */
export function hiddenInSentence(text: string, run: DigitRun): number | null {
  for (const beginning of beginnings(text, run)) {
    const { digits, start, before } = beginning
    if (digits.length < FEWEST_OF_GREATER_PART || !PREFIX.test(before)) break
    const begun = begunAt(text, start, digits)
    if (begun !== null && isGreaterPart(text, run, beginning)) return placeOfDigit(run, start, begun.shown)
  }
  return null
}

/**
 * Behind words that say an identity card follows, any digits may begin one. Of a number without an area code the mask leaves all but three,
 * so nothing may stand.
 */
function begunAt(text: string, start: number, digits: string): BegunNumber | null {
  if (LOCAL.test(digits) && (saysLandline(text, start) || saysTelephone(text, start)))
    return { shown: 0, length: LOCAL_LENGTH }
  if (HOTLINE.test(digits) && (digits.length > FEWEST_OF_HOTLINE || saysPhone(text, start)))
    return { shown: MAY_STAND, length: 10 }
  const country = countryAt(text, start, digits)
  if (country !== null) {
    const inFront = country.noughts + country.code
    return { shown: Math.max(MAY_STAND, inFront), length: inFront + country.most }
  }
  if (saysIdCard(text, start)) return { shown: MAY_STAND, length: ID_LENGTH }
  const begun = begunNumber(digits.slice(0, LONGEST))
  if (begun === null && saysPhoneOfAbroad(text, start)) return { shown: MAY_STAND, length: PHONE_LENGTH }
  if (begun !== null || !saysId(text, start) || !PROVINCE.test(digits)) return begun
  return { shown: MAY_STAND, length: ID_LENGTH }
}

/** 13812345678元 is money, and 13812345678元旦 is none: until there is more, it may be either. */
export function hiddenAsMoney(text: string, run: DigitRun, caret: number): number | null {
  const last = run.groups.at(-1)
  if (last === undefined || last.end - last.start !== PHONE_LENGTH) return null
  const isUnfinished = [caret, text.length].some(
    (end) => UNFINISHED_WORD.test(text.slice(last.end, end)) && isMoney(text.slice(0, end), last),
  )
  return isUnfinished ? last.start + MAY_STAND : null
}

function isAmount(text: string, run: DigitRun): boolean {
  const typed = text.slice(run.start, run.reach).trimEnd()
  return SUM.test(typed) && MONEY.test(text.slice(Math.max(0, run.start - 8), run.start))
}

function isGreaterPart(text: string, run: DigitRun, { digits, groups, start }: Beginning): boolean {
  if (isAmongFigures(text, { start, end: run.end })) return false
  // The last group may be unfinished.
  if (isFigures(text.slice(start, run.end), groups) || isRound(groups.slice(0, -1))) return false
  if (digits.startsWith('0')) return saysPhone(text, start) && digits.length < 11 && groups.length < 4
  const lengths = groups.map(({ length }) => length)
  if (PHONE_WITHOUT_ITS_END.test(digits))
    return saysPhone(text, start) || (digits.length >= FEWEST_IN_RHYTHM && beginsLikePhone(lengths))
  const isCard = CARD_WITHOUT_ITS_END.test(lengths.join('-')) ? longestCard(digits) !== null : saysCard(text, start)
  const isIdCard = hasBirthday(digits) || saysIdCard(text, start)
  return (isCard && digits.length < 16) || (isIdCard && digits.length < ID_LENGTH)
}

/** In the rhythm of a phone, the last group perhaps unfinished. Without a gap it is a figure just as well. */
const beginsLikePhone = (lengths: readonly number[]): boolean =>
  lengths.length > 1 &&
  SHAPES.some((shape) =>
    lengths.every(
      (length, index) => length === shape[index] || (index === lengths.length - 1 && length < (shape[index] ?? 0)),
    ),
  )

function* beginnings(text: string, run: DigitRun): Generator<Beginning> {
  let passed = 0
  for (const [index, { start, end, isFraction }] of run.groups.entries()) {
    const digits = run.digits.slice(passed)
    const groups = textsOf(digits, run.groups.slice(index, index + MOST_GROUPS))
    if (!isFraction) yield { start, digits, groups, before: run.digits.slice(0, passed) }
    const count = isCountingDigit(text, start) ? 1 : countInFront(text, start)
    const [first = '', ...others] = groups
    if (count > 0 && count < first.length)
      yield { start: start + count, digits: digits.slice(count), groups: [first.slice(count), ...others], before: '' }
    passed += end - start
  }
}

/** The digits of each group. */
function textsOf(digits: string, groups: DigitRun['groups']): string[] {
  let passed = 0
  return groups.map(({ start, end }) => {
    passed += end - start
    return digits.slice(passed - (end - start), passed)
  })
}

/** Where the digit number `count` (from nought) behind `start` stands. */
function placeOfDigit(run: DigitRun, start: number, count: number): number {
  let left = count
  for (const group of run.groups) {
    if (group.end <= start) continue
    const from = Math.max(group.start, start)
    if (left < group.end - from) return from + left
    left -= group.end - from
  }
  return run.end
}

const least = (one: number | null, other: number): number => (one === null ? other : Math.min(one, other))

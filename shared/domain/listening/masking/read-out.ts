import { begunIdSpan, isBegunId } from './begun-id.ts'
import { saysGoods, saysOrder, saysPhone } from './cue.ts'
import { type DigitSegment, runFrom } from './digit-segments.ts'
import { countsUp, isAmongFigures, isFigures } from './figures.ts'
import { PROVINCE } from './id-card.ts'
import { type Detector, type Span, spansFromEachSegment, withoutMiddle } from './span.ts'

/** What a reading that hears said digits knows of the words they were said in; places are those of the reading. */
export interface Said {
  /** How many digits between two places were said rather than written. */
  readonly digits: (start: number, end: number) => number
  /** The words between them. */
  readonly words: (start: number, end: number) => string
}

/** Shorter ones are counts, days and rooms as well. */
const FEWEST = 8
const MOST = 24
/** 一二三四五六七，七颗: somebody counts. */
const FIRST = 6
/** Nobody tells a price, a size or a day digit by digit; eleven hundred and thirty-eight is told in numerals. */
export const NUMERAL =
  /[十百千万亿]|(?<![a-z])(?:ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)(?![a-z])/iu
const DAY = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/
const YEARS = /^(?:(?:19|20)\d{2}){2,}$/
const SAME = /^(\d)\1+$/
/** These have numbers that belong to nobody, or masks of their own. */
const OTHER_MATTER =
  /(?:订单|单号|运单|快递|物流|[型货款编批序流税票][号码列次]|编码|条码|工单|合同|发票|保单|案件|验证|校验|动态|密码|口令|护照|通行证|台胞证?|回乡证?|往来证|(?<![a-z])mtp|[驾证]照|社保|信用代码|(?<![a-z])(?:order|tracking|serial|model|batch|invoice|case|ticket|reference|ref|sku|part|barcode|claim|policy|booking|code|otp|pin|password|passport|permit|licen[cs]e|version|imei|lot|waybill|parcel)(?![a-z]))[^。；;.!?\n]{0,28}$/iu
/** Of a paper or a product, or of a numeral; or part of what is told in other words: 两个零, double eight. */
const BEHIND_OTHER_WORDS =
  /(?:(?<![a-z])[a-z]\s?|[十百千万][\s，,、]{0,2}|[俩双仨个]\s?|(?:double|triple|treble)\s?|(?<![a-z])(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[\s，,]{1,2})$/iu
const IN_FRONT_OF_OTHER_WORDS = /^[\s，,、]{0,2}(?:[十百千万俩双仨]|个\d|double|triple|treble)/iu
/** Its pieces are told in another order. */
const IN_PIECES = /前面|尾[号数]|[后末]四|中间|开头|last|first|middle/iu
const FARTHEST = 40
const LONGEST_WORD = 10
/** Money is paid to it: 退钱退到六二一二… */
const BEGINS_CARD = /^62/
const [ID_LENGTH, SHORTEST_CARD, PHONE_LENGTH] = [18, 15, 11]

/** A number that somebody reads out digit by digit, whatever it is and however it is grouped: of eight digits or more the last four stay. */
export const findReadOut =
  (said: Said): Detector =>
  (text, segments) =>
    spansFromEachSegment(segments, (first) => readOutAt(text, wholeRunFrom(segments, first), said))

/** From its beginning on; what is put right is another matter. */
function wholeRunFrom(segments: readonly DigitSegment[], first: number): DigitSegment[] {
  if (segments[first]?.link === 'correction' || segments[first]?.link === 'separator') return []
  const run = runFrom(segments, first, ['separator', 'correction'])
  return run.some(({ link }, index) => index > 0 && link === 'correction') ? [] : run
}

function readOutAt(text: string, run: readonly DigitSegment[], said: Said): Span | null {
  const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0]
  const groups = run.map((segment) => text.slice(segment.start, segment.end))
  const digits = groups.join('')
  if (digits.length < FEWEST || digits.length > MOST || run[0]?.isFraction) return null
  const words = said.words(start, end)
  if (said.digits(start, end) < digits.length || NUMERAL.test(words) || IN_PIECES.test(words)) return null
  if (DAY.test(digits) || YEARS.test(digits) || SAME.test(digits) || countsUp([...digits.slice(0, FIRST)])) return null
  const before = text.slice(Math.max(0, start - FARTHEST), start)
  if (OTHER_MATTER.test(before) || goesOnInOtherWords(text, start, end)) return null
  if (saysOrder(text, start) || saysGoods(text, start)) return null
  const isCard = digits.length > SHORTEST_CARD && BEGINS_CARD.test(digits)
  if (
    !saysPhone(text, start) &&
    !isCard &&
    (isAmongFigures(text, { start, end }) || isFigures(text.slice(start, end), groups))
  )
    return null
  return spanOf(start, end, digits)
}

/** What stands right in front or behind may be digits of the number, told in words that this reading does not hear. */
export const goesOnInOtherWords = (text: string, start: number, end: number): boolean =>
  BEHIND_OTHER_WORDS.test(text.slice(Math.max(0, start - LONGEST_WORD), start)) ||
  IN_FRONT_OF_OTHER_WORDS.test(text.slice(end, end + LONGEST_WORD))

function spanOf(start: number, end: number, digits: string): Span {
  if (digits.length === PHONE_LENGTH && /^1[3-9]/.test(digits))
    return { kind: 'phone', start, end, mask: withoutMiddle(digits) }
  if (digits.length === ID_LENGTH && PROVINCE.test(digits))
    return { kind: 'id_card', start, end, mask: withoutMiddle(digits) }
  if (isBegunId(digits)) return begunIdSpan(start, end, digits)
  const kind = digits.length >= SHORTEST_CARD ? 'bank_card' : 'phone'
  return { kind, start, end, mask: `****${digits.slice(-4)}` }
}

import { NUMBER, numberOf } from './numerals.ts'
import type { Reading } from './reading.ts'

const HALF_DAY = 720
const DAY = 1_440

/** Parts of a day as people mean them, in minutes; the longer words first. A morning begins with the day's work, where a room is open all night. */
const PARTS: readonly (readonly [RegExp, from: number, to: number])[] = [
  [/(?:午饭|中午)(?:之|以)?前|\bbefore (?:noon|midday|lunch)\b/, 480, 720],
  [/(?:午饭|中午)(?:之|以)?后|\bafter (?:noon|lunch)\b/, 720, 1_080],
  [/下班(?:之|以)?后|\bafter work\b/, 1_080, 1_440],
  [/\bfirst thing(?: in the morning)?\b/, 480, 600],
  [/凌晨|\bafter midnight\b/, 0, 360],
  [/清早|清晨|早上|早晨|一早|早(?=\s|\d|[零一二两三四五六七八九十])|\bearly\b/, 360, 660],
  [/上午|\bmornings?\b|(?<!\d\s*|\bi\s+)\ba\.?m\b\.?/, 480, 720],
  [/中午|\bnoon\b|\blunch(?:[ -]?time)?\b|\bmidday\b/, 660, 840],
  [/下午|午后|\bafternoons?\b|(?<!\d\s*)\bp\.?m\b\.?/, 720, 1_080],
  [/傍晚/, 1_020, 1_140],
  [/晚上|夜里|夜晚|晚(?=\s|\d|[零一二两三四五六七八九十])|\bevenings?\b|\b(?:to)?nights?\b/, 1_080, 1_440],
]

const LENGTHS: readonly (readonly [RegExp, (found: RegExpExecArray) => number])[] = [
  [/\ban?\s+hour\s+and\s+a\s+half\b/, () => 90],
  [new RegExp(`(${NUMBER})\\s*个半(?:小时|钟头)`), ([, n = '']) => numberOf(n) * 60 + 30],
  [/\bhalf\s+(?:an?\s+)?hour\b|半(?:个)?(?:小时|钟头)/, () => 30],
  [new RegExp(`(${NUMBER})\\s*(?:个)?(?:小时|钟头)半`), ([, n = '']) => numberOf(n) * 60 + 30],
  [new RegExp(`(${NUMBER})\\s*(?:个)?(?:小时|钟头)`), ([, n = '']) => numberOf(n) * 60],
  [new RegExp(`(${NUMBER})\\s*-?\\s*(?:hours?|hrs?|h)\\b`), ([, n = '']) => numberOf(n) * 60],
  [new RegExp(`(${NUMBER})\\s*(?:分钟|-?\\s*(?:minutes?|mins?)\\b)`), ([, n = '']) => numberOf(n)],
  // «9点45分» is a time.
  [new RegExp(`(?<![点\\d零〇一二两三四五六七八九十])(${NUMBER})\\s*分(?!\\d)`), ([, n = '']) => numberOf(n)],
  [/\ba?\s*couple\s+of\s+hours\b/, () => 120],
  [/一刻钟/, () => 15],
  // As long as the morning of the working hours, so that it fits in an afternoon, too.
  [/半天|半日|\b(?:half\s+a|a\s+half|half)[ -]day\b/, () => 180],
]

/** How long, in minutes; null where nothing is said. */
export function readLength(reading: Reading): number | null {
  for (const [pattern, read] of LENGTHS) {
    const found = reading.take(pattern)
    if (found !== null) return read(found)
  }
  return null
}

const PEOPLE = new RegExp(
  `(${NUMBER})\\s*个?(?:(?:挨着|连着|靠着|相邻|邻近|在一起)的?)?\\s*(?:人|席位?|座位?|位[子置]?)|俩(?:人)?|\\b(?:for|of)\\s+(${NUMBER})\\b(?!\\s*(?:h|m|:))(?:\\s+(?:people|persons?)\\b)?|(${NUMBER})\\s+(?:people|persons?|(?:(?:free|adjacent|adjoining|neighbou?ring)\\s+)?seats|of us|together)\\b`,
)

/** How many people come together; null where nothing is said. */
export function readPeople(reading: Reading): number | null {
  const found = reading.take(PEOPLE)
  if (found === null)
    return reading.take(
      /(?:带(?:上)?|和)(?:一个|一位)?同(?:事|行)|\b(?:with|and) (?:(?:a|my) )?(?:companion|colleague)\b/,
    ) === null
      ? null
      : 2
  const said = found[1] ?? found[2] ?? found[3]
  return said === undefined ? 2 : numberOf(said)
}

const CLOCK = `(\\d{1,2})[:.](\\d{2})(?!\\d)\\s*(?:([ap])\\.?m\\b\\.?)?|(${NUMBER})\\s*点(?:钟)?(半|一刻|三刻|(?:${NUMBER})分?)?|(\\d{1,2})\\s*([ap])\\.?m\\b\\.?|(\\d{1,2})\\s*o['’]?clock\\b`
/** Whether a moment of the day is said by the clock. */
export const saysClock = (text: string): boolean => new RegExp(CLOCK).test(text)
/** Longer than anybody means who says no more than two hours. */
const LONGEST_BETWEEN_HOURS = 9

/** Whether two numbers can be hours from one to the other: within the part of the day that is said, or in a working day. */
export function canBeHours(from: number, to: number, text: string): boolean {
  const part = PARTS.find(([pattern]) => pattern.test(text))
  if (part === undefined) return from > to || to - from <= LONGEST_BETWEEN_HOURS
  const [, begin, end] = part
  const minutes = [from, to].map((hour) => (hour * 60 < begin ? hour * 60 + HALF_DAY : hour * 60))
  return (minutes[0] ?? 0) < (minutes[1] ?? 0) && minutes.every((at) => at >= begin && at <= end)
}
const SPOKEN = new RegExp(`\\b(half|(?:a\\s+)?quarter)\\s+(past|to)\\s+(${NUMBER})`)
/** An hour alone is one where another stands beside it: no part of a date or of a number. */
const BARE = `(?<![\\d/.:])([1-9]|1\\d|2[0-4])(?![\\d/.:年月日号])`
const NIGHT = /(到|至|-|–|~)\s*(?:凌晨|次日|第二天)/
const LATER_PART = /(到|至|-|–|~)\s*(?:上午|中午|下午|傍晚|晚上)/
const RANGE = new RegExp(`(?:${CLOCK}|${BARE})\\s*(?:到|至|-|–|~|\\b(?:to|until|till|and)\\b)\\s*(?:${CLOCK}|${BARE})`)
const AT = new RegExp(`(?:\\bat\\s+)?(?:${CLOCK})`)
const PLAIN_AT = /\b(?:not\s+)?(?:at|after|before|by|than|around|about|from)\s+(\d{1,2})\b/
/** What makes of a clock the earliest moment, or the latest. */
const EARLIEST = /\bnot before\b|\bno earlier(?: than)?\b|不早于|(?<!\bnot )\bafter\b|\bonwards?\b|(?:以|之|过)后|后/
const LATEST = /\bnot after\b|\bno later(?: than)?\b|不晚于|(?<!\bnot )\b(?:before|by)\b|(?:以|之)?前/
const LEADING = /\b(?:between|from)\b/

interface Clock {
  readonly minutes: number
  /** Before or after noon was said. */
  readonly isSure: boolean
}

const CLOCK_GROUPS = 8

/** The groups of one clock; null where they found nothing. */
function clockOf([h, m, half, zh, rest, en, enHalf, oClock]: readonly (string | undefined)[]): Clock | null {
  if (h !== undefined) return onHalf(Number(h) * 60 + Number(m), half)
  if (zh !== undefined) return { minutes: numberOf(zh) * 60 + restOf(rest), isSure: false }
  if (en !== undefined) return onHalf(Number(en) * 60, enHalf)
  return oClock === undefined ? null : { minutes: Number(oClock) * 60, isSure: false }
}
const onHalf = (minutes: number, half: string | undefined): Clock =>
  half === undefined
    ? { minutes, isSure: false }
    : { minutes: (minutes % HALF_DAY) + (half === 'p' ? HALF_DAY : 0), isSure: true }
const bareOf = (hour: string | undefined): Clock | null =>
  hour === undefined ? null : { minutes: Number(hour) * 60, isSure: false }
function restOf(rest: string | undefined): number {
  if (rest === undefined) return 0
  if (rest === '半') return 30
  if (rest === '一刻') return 15
  return rest === '三刻' ? 45 : numberOf(rest.replace('分', ''))
}

export interface TimesRead {
  from: number
  to: number
  isExact: boolean
  /** From one end to the other, where both were said: the other may lie after midnight. */
  rangeMinutes: number | null
}

/** Between which minutes of the day, or from when; null where nothing is said. */
export function readTimes(reading: Reading): TimesRead | null {
  const spoken = reading.take(SPOKEN)
  reading.text = reading.text.replace(NIGHT, '$1').replace(LATER_PART, (all, sign) => (RANGE.test(all) ? all : sign))
  const part = readPart(reading)
  /** «3 点» in the afternoon is 15:00; so it is where no part of the day is said, as nobody sits at three in the night. */
  const inPart = ({ minutes, isSure }: Clock): number => {
    if (isSure) return minutes
    // Twelve at night begins the day, or is over with it.
    if (Math.floor(minutes / 60) === 12 && part?.from === 0) return minutes - HALF_DAY
    if (Math.floor(minutes / 60) === 12 && part?.to === DAY) return minutes + HALF_DAY
    if (minutes >= HALF_DAY || part?.from === 0) return minutes
    if (part !== null)
      return minutes < part.from && minutes + HALF_DAY <= DAY && part.to > HALF_DAY ? minutes + HALF_DAY : minutes
    return minutes < 7 * 60 ? minutes + HALF_DAY : minutes
  }
  const range = spoken === null ? rangeIn(reading, inPart) : null
  if (range !== null) return range
  const [isEarliest, isLatest] = [EARLIEST, LATEST].map((pattern) => pattern.test(reading.text))
  const said = spoken === null ? clockIn(reading) : spokenClock(spoken)
  const clock = said === null ? DAY : inPart(said)
  if (clock < DAY) {
    for (const pattern of [EARLIEST, LATEST]) reading.take(pattern)
    if (isLatest && !isEarliest)
      return { from: Math.min(part?.from ?? 0, clock), to: clock, isExact: false, rangeMinutes: null }
    return { from: clock, to: DAY, isExact: !isEarliest, rangeMinutes: null }
  }
  return part === null ? null : { ...part, isExact: false, rangeMinutes: null }
}

function spokenClock([, by, way, hour = '']: RegExpExecArray): Clock {
  const off = by === 'half' ? 30 : 15
  return { minutes: numberOf(hour) * 60 + (way === 'to' ? -off : off), isSure: false }
}

function clockIn(reading: Reading): Clock | null {
  const at = reading.take(AT)
  return at === null ? bareOf(reading.take(PLAIN_AT)?.[1]) : clockOf(at.slice(1, 1 + CLOCK_GROUPS))
}

function rangeIn(reading: Reading, inPart: (clock: Clock) => number): TimesRead | null {
  const found = RANGE.exec(reading.text)
  if (found === null) return null
  const [first, second] = [found.slice(1, 2 + CLOCK_GROUPS), found.slice(2 + CLOCK_GROUPS)].map(
    (groups) => clockOf(groups) ?? bareOf(groups[CLOCK_GROUPS]),
  )
  if (first === null || second === null || first === undefined || second === undefined) return null
  const range = rangeOf(inPart(first), first, second)
  if (range === null) return null
  reading.take(RANGE)
  reading.take(LEADING)
  return range
}

/** «8-10pm» begins in the evening; the end is the first of its kind after the beginning, after midnight if need be. */
function rangeOf(begin: number, first: Clock, second: Clock): TimesRead | null {
  const isEvening = second.isSure && !first.isSure && begin < HALF_DAY && begin + HALF_DAY < second.minutes
  const from = isEvening ? begin + HALF_DAY : begin
  const ends = second.isSure ? [0, DAY] : [0, HALF_DAY, DAY]
  const end = ends.map((more) => second.minutes + more).find((minutes) => minutes > from)
  if (from >= DAY || end === undefined || second.minutes > DAY) return null
  return { from, to: Math.min(end, DAY), isExact: true, rangeMinutes: end - from }
}

function readPart(reading: Reading): { from: number; to: number } | null {
  for (const [pattern, from, to] of PARTS) if (reading.take(pattern) !== null) return { from, to }
  return null
}

import { NUMBER, numberOf } from './numerals.ts'
import type { Reading } from './reading.ts'

const HALF_DAY = 720
const DAY = 1_440

/** Parts of a day as people mean them, in minutes; the longer words first. */
const PARTS: readonly (readonly [RegExp, from: number, to: number])[] = [
  [/凌晨|\bafter midnight\b/, 0, 360],
  [/清早|清晨|早上|早晨|一早|早(?=\s|\d|[零一二两三四五六七八九十])|\bearly\b/, 360, 660],
  [/上午|\bmornings?\b/, 360, 720],
  [/中午|\bnoon\b|\blunch(?:time)?\b|\bmidday\b/, 660, 840],
  [/下午|午后|\bafternoons?\b/, 720, 1_080],
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
  [/一刻钟/, () => 15],
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
  `(${NUMBER})\\s*(?:个)?(?:人|席位?|座位?|位)|俩(?:人)?|\\b(?:for|of)\\s+(${NUMBER})\\b(?!\\s*(?:h|m|:))|(${NUMBER})\\s+(?:people|persons?|seats|of us|together)\\b`,
)

/** How many people come together; null where nothing is said. */
export function readPeople(reading: Reading): number | null {
  const found = reading.take(PEOPLE)
  if (found === null)
    return reading.take(/带(?:上)?(?:一个)?同(?:事|行)|\bwith (?:a )?(?:companion|colleague)\b/) === null ? null : 2
  const said = found[1] ?? found[2] ?? found[3]
  return said === undefined ? 2 : numberOf(said)
}

const CLOCK = `(\\d{1,2}):(\\d{2})|(${NUMBER})\\s*点(?:钟)?(半|一刻|三刻|(?:${NUMBER})分?)?|(\\d{1,2})\\s*(am|pm)`
const RANGE = new RegExp(`(?:${CLOCK}|(\\d{1,2}))\\s*(?:到|至|-|–|~|to|until)\\s*(?:${CLOCK})`)
const PLAIN_RANGE = /\bfrom\s+(\d{1,2})\s+(?:to|until)\s+(\d{1,2})\b/
const AT = new RegExp(`(?:\\bat\\s+)?(?:${CLOCK})`)
const PLAIN_AT = /\b(?:at|after|before)\s+(\d{1,2})\b/
/** What makes of a clock the earliest moment, or the latest. */
const EARLIEST = /\bafter\b|\bonwards?\b|(?:以|之|过)后|后/
const LATEST = /\b(?:before|by)\b|(?:以|之)?前/

/** The groups of one clock as minutes; null where they found nothing. */
function minutesOf([h, m, zh, rest, en, half]: readonly (string | undefined)[]): number | null {
  if (h !== undefined) return Number(h) * 60 + Number(m)
  if (zh !== undefined) return numberOf(zh) * 60 + restOf(rest)
  if (en === undefined) return null
  return (Number(en) % 12) * 60 + (half === 'pm' ? HALF_DAY : 0)
}
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
  /** Both ends were said. */
  isRange: boolean
}

/** Between which minutes of the day, or from when; null where nothing is said. */
export function readTimes(reading: Reading): TimesRead | null {
  const part = readPart(reading)
  /** «3 点» in the afternoon is 15:00; so it is where no part of the day is said, as nobody sits at three in the night. */
  const inPart = (minutes: number): number => {
    if (minutes >= HALF_DAY || part?.from === 0) return minutes
    if (part !== null)
      return minutes < part.from && minutes + HALF_DAY <= DAY && part.to > HALF_DAY ? minutes + HALF_DAY : minutes
    return minutes < 7 * 60 ? minutes + HALF_DAY : minutes
  }
  const range = reading.take(RANGE)
  if (range !== null) {
    const from = minutesOf(range.slice(1, 7)) ?? Number(range[7]) * 60
    const to = minutesOf(range.slice(8, 14)) ?? 0
    return rangeOf(inPart(from), inPart(to))
  }
  const plain = reading.take(PLAIN_RANGE)
  if (plain !== null) return rangeOf(inPart(Number(plain[1]) * 60), inPart(Number(plain[2]) * 60))
  const [isEarliest, isLatest] = [EARLIEST, LATEST].map((pattern) => pattern.test(reading.text))
  const at = reading.take(AT)
  const exact = at === null ? null : minutesOf(at.slice(1, 7))
  const bare = exact === null ? reading.take(PLAIN_AT) : null
  const said = exact ?? (bare === null ? null : Number(bare[1]) * 60)
  if (said !== null && said < DAY) {
    for (const pattern of [EARLIEST, LATEST]) reading.take(pattern)
    const clock = inPart(said)
    if (isLatest && !isEarliest)
      return { from: Math.min(part?.from ?? 0, clock), to: clock, isExact: false, isRange: false }
    return { from: clock, to: DAY, isExact: !isEarliest, isRange: false }
  }
  return part === null ? null : { ...part, isExact: false, isRange: false }
}

function rangeOf(from: number, to: number): TimesRead | null {
  const end = to <= from && to + HALF_DAY > from && to < HALF_DAY ? to + HALF_DAY : to
  return end > from && end <= DAY ? { from, to: end, isExact: true, isRange: true } : null
}

function readPart(reading: Reading): { from: number; to: number } | null {
  for (const [pattern, from, to] of PARTS) if (reading.take(pattern) !== null) return { from, to }
  return null
}

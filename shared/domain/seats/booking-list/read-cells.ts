import { NUMBER, numberOf } from '../find/numerals.ts'
import { readLength } from '../find/read-times.ts'
import { readingOf } from '../find/reading.ts'
import { type DayFacts, type DayFault, dayBeforeTime, daySerial, plain, SHEET_DAY } from './read-days.ts'

const PART = '(凌晨|清早|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜里|晚|早)?'
const CLOCK = new RegExp(
  `^${PART} ?(?:(\\d{1,2})[:.](\\d{2})(?::\\d{2}(?:\\.\\d+)?)?|(${NUMBER}) ?[点點时時](?:钟|鐘)? ?(半|一刻|三刻|${NUMBER})?分?|(\\d{1,2})) ?([ap])?\\.?(?:m\\.?)?$`,
)

/** A time of a day that is said with it, or not: 2026-12-01 14:00. */
export interface TimeRead {
  /** Null: none is said. */
  readonly day: string | null
  /** Since that day began, or the day of the row. */
  readonly minutes: number
}

/**
 * A day, which a sheet writes as its own number, and what stands behind it. A day that stands alone means its midnight. Null: no month has that day, or
 * nobody can tell which of its numbers is the month.
 */
function apart(text: string, facts: DayFacts): { day: string | null; time: string } | null {
  const [, serial, share] = SHEET_DAY.exec(text) ?? []
  if (serial !== undefined) return { day: daySerial(serial), time: share ?? '0:00' }
  const found = dayBeforeTime(text, facts)
  if (found === null) return { day: null, time: text }
  const { day, rest } = found
  return typeof day === 'string' ? { day, time: rest === '' ? '0:00' : rest } : null
}

/** Why the day before a time is none; null where none stands there, or one that no month has, as no time it is. */
export function dayFaultBefore(cell: string, facts: DayFacts): DayFault | null {
  const day = dayBeforeTime(plain(cell), facts)?.day ?? ''
  return typeof day === 'string' || day.code === 'bad_day' ? null : day
}

/** What stands behind a day, also behind one that is none; null: nothing, or no day stands there. */
export function timeBehindDay(cell: string, facts: DayFacts): string | null {
  const rest = dayBeforeTime(plain(cell), facts)?.rest ?? ''
  return rest === '' ? null : rest
}

/** Whether a time has its day before it, whatever order its numbers have. */
export function tellsDayAndTime(cell: string): boolean {
  const text = plain(cell)
  const share = SHEET_DAY.exec(text)?.[2]
  return share !== undefined || (dayBeforeTime(text, { today: '', order: null })?.rest ?? '') !== ''
}

/** Null: no time, or of a day that is none. */
function timeIn(cell: string, facts: DayFacts): TimeRead | null {
  const read = apart(plain(cell), facts)
  const minutes = read === null ? null : minutesIn(read.time)
  return read === null || minutes === null ? null : { day: read.day, minutes }
}

/** Minutes of the day. A bare number is an hour, four digits are one with its minutes; 0.5 is noon, as a sheet counts. Null: no time. */
export function minutesIn(cell: string): number | null {
  const text = plain(cell).replace(/^([01]\d|2[0-4])([0-5]\d)$/, '$1:$2')
  const share = /^0?\.\d+$/.exec(text)
  if (share !== null) return Math.round(Number(share[0]) * 1_440)
  const found = CLOCK.exec(text)
  if (found === null) return null
  const [, part, h, m, zh, rest, bare, half] = found
  const hour = Number(h ?? (zh === undefined ? bare : numberOf(zh)))
  const minute = h === undefined ? restOf(rest) : Number(m)
  if (hour > 24 || minute > 59 || (half !== undefined && (hour === 0 || hour > 12))) return null
  const whole = (half === undefined ? hourIn(part, hour) : (hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute
  return whole <= 1_440 ? whole : null
}

/** «下午 2 点» is 14:00, «中午 12 点» is noon, «晚上 12 点» the end of the day. */
function hourIn(part: string | undefined, hour: number): number {
  if (part === undefined || hour > 12) return hour
  if (/[凌清早上]/.test(part[0] ?? '') && !part.startsWith('晚')) return hour === 12 && part !== '上午' ? 0 : hour
  if (part === '中午') return hour < 10 ? hour + 12 : hour
  if (hour === 12) return /[晚夜]/.test(part) ? 24 : 12
  return hour + 12
}

function restOf(rest: string | undefined): number {
  if (rest === undefined) return 0
  if (rest === '半') return 30
  if (rest === '一刻') return 15
  return rest === '三刻' ? 45 : numberOf(rest)
}

const NEXT_DAY = /^(?:次日|翌日|第二天|隔天|next day) ?| ?\(?(?:\+ ?1(?: ?d(?:ay)?)?|次日|next day)\)?$/

/** When something ends: 次日 00:30 and 00:30 (+1) are beyond 24:00. Null: no time, or one of a day that is none. */
export function endIn(cell: string, facts: DayFacts): TimeRead | null {
  const text = plain(cell)
  const time = text.replace(NEXT_DAY, '')
  if (time === text) return timeIn(text, facts)
  const minutes = minutesIn(time)
  return minutes === null ? null : { day: null, minutes: minutes + 1_440 }
}

/** One time or both ends in one cell: 14:00-15:00, 下午2点到3点半, 23:00-次日1:00. `to` null: only one stands there. Null: no times. */
export function timesIn(cell: string, facts: DayFacts): { from: TimeRead; to: TimeRead | null } | null {
  const one = timeIn(cell, facts)
  if (one !== null) return { from: one, to: null }
  const { day, time } = apart(plain(cell), facts) ?? { day: null, time: '' }
  const [first = '', second, ...more] = endsOf(time)
  if (second === undefined || more.length > 0) return null
  const part = new RegExp(`^${PART}`).exec(first)?.[1] ?? ''
  const from = minutesIn(/[ap]\.?m/.test(first) || !/([ap]\.?m\.?)$/.test(second) ? first : first + endOf(second))
  // «下午2点到3点»: both are in the afternoon.
  const to =
    (second.startsWith(part) || NEXT_DAY.test(second) ? null : endIn(part + second, facts)) ?? endIn(second, facts)
  return from === null || to === null ? null : { from: { day, minutes: from }, to }
}

/** Where blanks stand around a line, it is the one between the two: 10:00 - 2026-12-01 11:00. */
function endsOf(time: string): readonly string[] {
  const apart = time.split(/ (?:~|–|—|--?) /)
  return apart.length === 2 ? apart : time.split(/ ?(?:~|–|—|--?|到|至|\bto\b|\buntil\b) ?/)
}

const endOf = (second: string): string => /[ap]\.?m\.?$/.exec(second)?.[0] ?? ''

/** Minutes: 60, 90分钟, 1.5小时, 1:30. A bare number up to 8 is of hours. Null: no length. */
export function lengthIn(cell: string): number | null {
  const text = plain(cell)
  const bare = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null
  if (bare !== null) {
    const minutes = bare > 0 && bare < 0.4 ? bare * 1_440 : bare <= 8 ? bare * 60 : bare
    return minutes > 0 ? Math.round(minutes) : null
  }
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text)
  const minutes = clock === null ? readLength(readingOf(text)) : Number(clock[1]) * 60 + Number(clock[2])
  return minutes === null || minutes <= 0 ? null : Math.round(minutes)
}

/** The one number of a cell: 7, 7号席, 席位 07, Seat 7, 七号席. Null: none, or several. */
export function seatNumberIn(cell: string): number | null {
  const found = plain(cell).match(/\d+|[一二三四五六七八九十]+/g) ?? []
  const [only, more] = found
  return only === undefined || more !== undefined ? null : numberOf(only)
}

/** Null: neither. Nothing said: somebody listens. */
export function purposeIn(cell: string): 'listen' | 'answer' | null {
  const text = plain(cell)
  if (text === '' || /^(?:听线?|listen(?:ing)?(?: in)?)$/.test(text)) return 'listen'
  return /^(?:接线?|answer(?:ing)?(?: calls)?)$/.test(text) ? 'answer' : null
}

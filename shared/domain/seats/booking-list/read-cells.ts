import { NUMBER, numberOf } from '../find/numerals.ts'
import { readLength } from '../find/read-times.ts'
import { readingOf } from '../find/reading.ts'

const DAY_MS = 86_400_000
/** Day 0 of a sheet's own count. */
const SHEET_EPOCH_MS = Date.UTC(1899, 11, 30)
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const plain = (cell: string): string => cell.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Which of day and month comes first where both are numbers. */
export type DayOrder = 'day' | 'month'

const NUMBERS_ONLY = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/
/** Without a year. Never with a point between them: of 12.10, written as a number, a sheet keeps 12.1. */
const SHORT_NUMBERS = /^(\d{1,2})[-/](\d{1,2})(?: ?\(?(?:周|星期|礼拜)[一二三四五六日天]\)?)?$/

/** What the cells of one column tell of it together: 25/12 can be read in one way only. Null: they leave it open, or contradict each other. */
export function dayOrderIn(cells: readonly string[]): DayOrder | null {
  const orders = new Set(
    cells.flatMap((cell): DayOrder[] => {
      const text = withoutWeekday(plain(cell))
      const [, first, sign, second] = NUMBERS_ONLY.exec(text) ?? []
      const [, shortFirst = first, shortSecond = second] = SHORT_NUMBERS.exec(text) ?? []
      const [isDay, isMonth] = [Number(shortFirst) > 12, Number(shortSecond) > 12]
      if (sign === '.' || (isDay && !isMonth)) return ['day']
      return isMonth && !isDay ? ['month'] : []
    }),
  )
  const [only, other] = orders
  return other === undefined ? (only ?? null) : null
}

const withoutWeekday = (text: string): string =>
  text.replace(/^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?|(?:周|星期|礼拜)[一二三四五六日天]) ?(?=[\da-z])/, '')

/**
 * `2026-12-01` of the usual ways to write a day, also with a weekday beside it or a time behind it, and of a sheet's own number of a day. A day without
 * a year is the next of that name; 12/01/2026 and 12/01 are one where `order` says which of the two is the day. Null: none of these, or a day that no month has.
 */
export function dayIn(cell: string, today: string, order: DayOrder | null = null): string | null {
  const text = withoutWeekday(plain(cell))
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text)
  if (serial !== null) return new Date(SHEET_EPOCH_MS + Number(serial[1]) * DAY_MS).toISOString().slice(0, 10)
  const full = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (full !== null) return realDay(full[1] ?? '', full[2] ?? '', full[3] ?? '')
  const numbers = order === null ? null : NUMBERS_ONLY.exec(text)
  if (numbers !== null) {
    const [, first = '', , second = '', year = ''] = numbers
    return order === 'day' ? realDay(year, second, first) : realDay(year, first, second)
  }
  const shortNumbers = order === null ? null : SHORT_NUMBERS.exec(text)
  if (shortNumbers !== null) {
    const [, first = '', second = ''] = shortNumbers
    return order === 'day' ? coming(second, first, null, today) : coming(first, second, null, today)
  }
  const month = `(${MONTHS.join('|')})[a-z]*\\.?`
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${month}(?:,?[ -](\\d{4}))?`).exec(text)
  const monthFirst = new RegExp(`^${month} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`).exec(text)
  const named = dayFirst === null ? monthFirst : [dayFirst[0], dayFirst[2], dayFirst[1], dayFirst[3]]
  if (named !== null) return coming(String(MONTHS.indexOf(named[1] ?? '') + 1), named[2] ?? '', named[3] ?? null, today)
  const short = /^(\d{1,2})月(\d{1,2})[日号]?/.exec(text)
  return short === null ? null : coming(short[1] ?? '', short[2] ?? '', null, today)
}

function coming(month: string, day: string, year: string | null, today: string): string | null {
  if (year !== null) return realDay(year, month, day)
  const thisYear = realDay(today.slice(0, 4), month, day)
  return thisYear !== null && thisYear >= today ? thisYear : realDay(`${Number(today.slice(0, 4)) + 1}`, month, day)
}

function realDay(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return new Date(`${date}T00:00:00.000Z`).toJSON()?.slice(0, 10) === date ? date : null
}

const PART = '(凌晨|清早|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜里|晚|早)?'
const CLOCK = new RegExp(
  `^${PART} ?(?:(\\d{1,2})[:.](\\d{2})(?::\\d{2}(?:\\.\\d+)?)?|(${NUMBER}) ?[点點时時](?:钟|鐘)? ?(半|一刻|三刻|${NUMBER})?分?|(\\d{1,2})) ?([ap])?\\.?(?:m\\.?)?$`,
)

const DAY_AND_TIME = /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}(?:日 ?|[ t]|$)|\d{5}(?=\.|$))(.*)$/

/** A time of a day that is said with it, or not: 2026-12-01 14:00. */
export interface TimeRead {
  /** Null: none is said. */
  readonly day: string | null
  /** Since that day began, or the day of the row. */
  readonly minutes: number
}

/** A day, which a sheet writes as its own number, and what stands behind it. A day that stands alone means its midnight. Null: no month has that day. */
function apart(text: string): { day: string | null; time: string } | null {
  const [, said, time = ''] = DAY_AND_TIME.exec(text) ?? []
  if (said === undefined) return { day: null, time: text }
  const day = dayIn(said, '')
  return day === null ? null : { day, time: time === '' ? '0:00' : time }
}

/** Whether a time has its day before it. */
export const tellsDayAndTime = (cell: string): boolean => (DAY_AND_TIME.exec(plain(cell))?.[2] ?? '') !== ''

/** Null: no time, or of a day that is none. */
function timeIn(cell: string): TimeRead | null {
  const read = apart(plain(cell))
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
export function endIn(cell: string): TimeRead | null {
  const text = plain(cell)
  const time = text.replace(NEXT_DAY, '')
  if (time === text) return timeIn(text)
  const minutes = minutesIn(time)
  return minutes === null ? null : { day: null, minutes: minutes + 1_440 }
}

/** One time or both ends in one cell: 14:00-15:00, 下午2点到3点半, 23:00-次日1:00. `to` null: only one stands there. Null: no times. */
export function timesIn(cell: string): { from: TimeRead; to: TimeRead | null } | null {
  const one = timeIn(cell)
  if (one !== null) return { from: one, to: null }
  const { day, time } = apart(plain(cell)) ?? { day: null, time: '' }
  const [first = '', second, ...more] = time.split(/ ?(?:~|–|—|--?|到|至|\bto\b|\buntil\b) ?/)
  if (second === undefined || more.length > 0) return null
  const part = new RegExp(`^${PART}`).exec(first)?.[1] ?? ''
  const from = minutesIn(/[ap]\.?m/.test(first) || !/([ap]\.?m\.?)$/.test(second) ? first : first + endOf(second))
  // «下午2点到3点»: both are in the afternoon.
  const to = (second.startsWith(part) || NEXT_DAY.test(second) ? null : endIn(part + second)) ?? endIn(second)
  return from === null || to === null ? null : { from: { day, minutes: from }, to }
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

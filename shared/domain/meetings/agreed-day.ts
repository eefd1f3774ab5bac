import type { PlainDate } from '../../contract/values.ts'
import { isWorkday, type WorkCalendar } from '../house/work-calendar.ts'
import { daysAfter, weekdayOf } from '../wall-clock.ts'

/** What a day is told by: today in the room, and the calendar that knows which days are worked. */
export interface DayFacts {
  readonly today: PlainDate
  readonly calendar: WorkCalendar
}

/** A day that somebody agreed on, and the words that say no more than it: `from` included, `to` not; none where they say an hour as well (4小时内). */
export interface AgreedDay {
  readonly date: PlainDate
  readonly from: number
  readonly to: number
}

type Meant = (groups: Readonly<Record<string, string | undefined>>, facts: DayFacts) => PlainDate | null

const NUMBER = '\\d{1,3}|[一二两三四五六七八九十]{1,3}'
const DIGITS = '零一二三四五六七八九'
const NUMBERS_EN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const NUMBER_EN = `\\d{1,3}|an?|${NUMBERS_EN.join('|')}`
const WEEKDAYS_EN = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTHS_EN = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_EN = '(?<monthName>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const LONGEST_DAYS = 400

/** 三, 十二, 二十, 二十五, 12, three. */
function numberOf(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (/^an?$/.test(text)) return 1
  if (NUMBERS_EN.includes(text)) return NUMBERS_EN.indexOf(text) + 1
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text.replace('两', '二')]
  const ten = text.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 : 0
  return ten + Math.max(0, DIGITS.indexOf(ones === '' ? '零' : ones))
}

const inDays =
  (days: number): Meant =>
  (_, { today }) =>
    daysAfter(today, days)

/** So many worked days after today. */
function workdaysAfter({ today, calendar }: DayFacts, count: number): PlainDate | null {
  let date = today
  for (let left = count, looked = 0; left > 0; looked += 1) {
    if (looked > LONGEST_DAYS) return null
    date = daysAfter(date, 1)
    if (isWorkday(calendar, date)) left -= 1
  }
  return date
}

/** Of the week so many weeks on: its last worked day, its Friday where none is. */
function endOfWeek({ today, calendar }: DayFacts, weeks: number): PlainDate {
  const monday = daysAfter(today, 1 - weekdayOf(today) + weeks * 7)
  const days = [6, 5, 4, 3, 2, 1, 0].map((day) => daysAfter(monday, day))
  return days.find((day) => day >= today && isWorkday(calendar, day)) ?? daysAfter(monday, weeks === 0 ? 6 : 4)
}

/** A weekday by itself is the next one that comes, today included; one of a named week is that week's. */
function weekday({ today }: DayFacts, day: number, weeks: number | null): PlainDate {
  const ahead = day - weekdayOf(today)
  if (weeks !== null) return daysAfter(today, ahead + weeks * 7)
  return daysAfter(today, ahead < 0 ? ahead + 7 : ahead)
}

/** The last day of the month so many months on. */
function endOfMonth(today: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10)
}

/** The last day of as many months as are left until one can be divided by `months`: of the quarter by 3, of the year by 12. */
function endOfPeriod(today: PlainDate, months: number): PlainDate {
  const month = Number(today.slice(5, 7))
  return endOfMonth(today, (months - (month % months)) % months)
}

/** The same day so many months on, the last one where that month is shorter. */
function monthsAfter(today: PlainDate, months: number): PlainDate {
  const last = endOfMonth(today, months)
  const day = `${last.slice(0, 8)}${today.slice(8)}`
  return day < last ? day : last
}

/** Of the month so many months on. Null where it has no such day. */
function dayInMonths(today: PlainDate, day: number, months: number): PlainDate | null {
  const last = endOfMonth(today, months)
  return day > 0 && day <= Number(last.slice(8)) ? daysAfter(last, day - Number(last.slice(8))) : null
}

/** Null where there is no such day. Without a year it is the next one that comes. */
function dayOfMonth({ today }: DayFacts, day: number, month: number | null, year: number | null): PlainDate | null {
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number)
  const dated = (y: number, m: number): PlainDate | null => {
    const at = new Date(Date.UTC(y, m - 1, day))
    return at.getUTCDate() === day && day > 0 ? at.toISOString().slice(0, 10) : null
  }
  if (year !== null && month !== null) return dated(year, month)
  const first = dated(thisYear, month ?? thisMonth)
  if (first !== null && first >= today) return first
  return month === null ? dated(thisYear, thisMonth + 1) : dated(thisYear + 1, month)
}

/** Hours end on the day that as many whole days reach; what they say beyond it stays in the line. */
const wholeDays: Meant = ({ hours }, { today }) => daysAfter(today, Math.floor(numberOf(hours) / 24))

const WEEKS: Readonly<Record<string, number>> = { 这: 0, 本: 0, 下: 1, 下下: 2, this: 0, next: 1 }
const weeksOf = (which: string | undefined): number | null => (which === undefined ? null : (WEEKS[which] ?? null))

const DAY = `(?<day>${NUMBER})(?:日|号)(?![楼店线桌仓库柜员机位单床门])`
const ORDINAL = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const DAYS_END_EN = 'eod|eob|cob|end of (?:the )?(?:working |business )?day|close of (?:business|play)'

const MEANT: readonly (readonly [string, Meant])[] = [
  ['大后天', inDays(3)],
  ['后天', inDays(2)],
  ['明天|明日|明早|明晚', inDays(1)],
  ['今天|今日|今晚|当天|下班(?=之前|以前|前)', inDays(0)],
  // Before a week or a month that is to come: while this one lasts.
  ['下个?(?:周|星期|礼拜)(?=\\s?(?:之|以)?前)|(?<=before )next week', (_, facts) => endOfWeek(facts, 0)],
  ['下个?月(?=\\s?(?:之|以)?前)|(?<=before )next month', (_, { today }) => endOfMonth(today, 0)],
  [
    '(?<week>下下|下|这|本)?个?(?:周|星期|礼拜)(?<day>[一二三四五六日天])',
    ({ week, day = '' }, facts) => weekday(facts, day === '天' ? 7 : '一二三四五六日'.indexOf(day) + 1, weeksOf(week)),
  ],
  ['(?<week>下|这|本)个?(?:周|星期|礼拜)', ({ week }, facts) => endOfWeek(facts, weeksOf(week) ?? 0)],
  ['(?<week>下|这|本)?个?周末', ({ week }, facts) => endOfWeek(facts, weeksOf(week) ?? 0)],
  ['(?<which>下个?|这个|本)?月[底末]', ({ which }, { today }) => endOfMonth(today, which?.startsWith('下') ? 1 : 0)],
  [
    `(?<month>${NUMBER})月[底末]`,
    ({ month }, { today }) =>
      numberOf(month) > 12 ? null : endOfMonth(today, (numberOf(month) + 12 - Number(today.slice(5, 7))) % 12),
  ],
  ['(?:这个|本)?季度?[底末]', (_, { today }) => endOfPeriod(today, 3)],
  ['年[底末]', (_, { today }) => endOfPeriod(today, 12)],
  [`(?<count>${NUMBER})个?工作日`, ({ count }, facts) => workdaysAfter(facts, numberOf(count))],
  [`(?<count>${NUMBER})(?:天|日)(?:之内|以内|内|之后|以后|后)`, ({ count }, f) => daysAfter(f.today, numberOf(count))],
  [
    `(?<count>${NUMBER})个?(?:周|星期|礼拜)(?:之内|以内|内|之后|后)`,
    ({ count }, f) => daysAfter(f.today, 7 * numberOf(count)),
  ],
  [`(?<count>${NUMBER})个月(?:之内|以内|内|之后|后)`, ({ count }, f) => monthsAfter(f.today, numberOf(count))],
  [`(?<hours>${NUMBER})(?:个?(?:小时|钟头)|h)(?:之内|以内|内)`, wholeDays],
  [
    '(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})(?:日|号)?',
    ({ year, month, day }, facts) => dayOfMonth(facts, Number(day), Number(month), Number(year)),
  ],
  [
    '(?<month>\\d{1,2})(?:[-/](?<day>\\d{1,2})|\\.(?<day2>\\d{1,2})(?=日|号|\\s?(?:之|以)?前))(?:日|号)?',
    ({ month, day, day2 }, facts) =>
      Number(month) > 12 ? null : dayOfMonth(facts, Number(day ?? day2), Number(month), null),
  ],
  [
    `(?<month>${NUMBER})月(?:份的?)?(?<day>${NUMBER})(?:日|号)?`,
    ({ month, day }, facts) => (numberOf(month) > 12 ? null : dayOfMonth(facts, numberOf(day), numberOf(month), null)),
  ],
  [
    `(?<which>下个?|这个|本)月(?:份的?)?${DAY}`,
    ({ which, day }, { today }) => dayInMonths(today, numberOf(day), which?.startsWith('下') ? 1 : 0),
  ],
  [
    `(?<!月(?:份的?)?\\s?)(?<![\\d一二三四五六七八九十])${DAY}`,
    ({ day }, facts) => dayOfMonth(facts, numberOf(day), null, null),
  ],
  ['day after tomorrow', inDays(2)],
  ['tomorrow|tmrw?', inDays(1)],
  [`today|tonight|${DAYS_END_EN}`, inDays(0)],
  ['(?:eow|end of (?:the |this )?week)', (_, facts) => endOfWeek(facts, 0)],
  ['(?:end of )?next week', (_, facts) => endOfWeek(facts, 1)],
  ['(?:eom|end of (?:the |this )?month)', (_, { today }) => endOfMonth(today, 0)],
  ['end of next month', (_, { today }) => endOfMonth(today, 1)],
  ['end of (?:the |this )?quarter', (_, { today }) => endOfPeriod(today, 3)],
  ['end of (?:the |this )?year', (_, { today }) => endOfPeriod(today, 12)],
  [
    '(?:(?<week>this|next) )?(?<day>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?',
    ({ week, day = '' }, facts) => weekday(facts, WEEKDAYS_EN.indexOf(day.slice(0, 3)) + 1, week === 'next' ? 1 : null),
  ],
  [
    `(?:(?:with)?in )?(?<count>${NUMBER_EN}) ?(?:wds?|work(?:ing)? ?days?|business days?)`,
    ({ count }, facts) => workdaysAfter(facts, numberOf(count)),
  ],
  [`(?:with)?in (?<count>${NUMBER_EN}) days?`, ({ count }, { today }) => daysAfter(today, numberOf(count))],
  [`(?:with)?in (?<count>${NUMBER_EN}) weeks?`, ({ count }, { today }) => daysAfter(today, 7 * numberOf(count))],
  [`(?:with)?in (?<count>${NUMBER_EN}) months?`, ({ count }, { today }) => monthsAfter(today, numberOf(count))],
  [`(?:with)?in (?<hours>${NUMBER_EN}) ?(?:hours?|hrs?|h)`, wholeDays],
  [
    `${MONTH_EN} ${ORDINAL}`,
    ({ monthName = '', day }, facts) => dayOfMonth(facts, Number(day), MONTHS_EN.indexOf(monthName) + 1, null),
  ],
  [
    `(?:the )?${ORDINAL} (?:of )?${MONTH_EN}`,
    ({ monthName = '', day }, facts) => dayOfMonth(facts, Number(day), MONTHS_EN.indexOf(monthName) + 1, null),
  ],
  [
    '(?<=\\b(?:by|before|until|due|on) )(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)(?: of (?<next>this|next) month|(?=\\s*(?:$|[,.;!?])))',
    ({ day, next }, facts) =>
      next === undefined
        ? dayOfMonth(facts, Number(day), null, null)
        : dayInMonths(facts.today, Number(day), next === 'next' ? 1 : 0),
  ],
]

const BEFORE =
  '(?:(?:不晚于|截止到?|截至|最晚|在|到)\\s?|\\b(?:no later than|not later than|by|before|until|due|on)\\s(?:the\\s(?=end|close))?)?'
const AFTER = '(?:\\s?(?:之前|以前|前|之内|以内|内|为止))?'
/** Of a day that is named its end is when it is due anyway: 周五下班前, `by EOD Friday`, `Friday, close of business`. */
const ITS_END = `(?:\\s?下班(?=之前|以前|前)|,? (?:${DAYS_END_EN}))?`
const END_OF_IT = `(?:(?:${DAYS_END_EN}) (?:on |of )?)?`
const FORMS = MEANT.map(
  ([words, meant]) =>
    [new RegExp(`(?<lead>${BEFORE})${END_OF_IT}(?:${words})${ITS_END}(?<tail>${AFTER})`, 'dgu'), meant] as const,
)

/** An hour of that day, by which it has to be done: it stays in the line. */
const BY_AN_HOUR =
  /^\s?(?:的)?(?:早上|早晨|一早|上午|中午|下午|傍晚|晚上|晚|夜里|半夜)?\s?(?:(?:\d{1,2}|[一二两三四五六七八九十]{1,2})(?:点(?:半|\d{1,2}分?|[一二三四五]?十?[一二三四五六七八九]?分?)?|[:：]\d{2}))?(?:钟|整)?(?:之前|以前|前)/u

const EDGE = /^[\s，,。.；;、：:!！…-]*$/u

/**
 * The day that a line agrees on. It is one where the words say «by» (`by Friday`, 周五前, 三天内), and at either end of the line, where a day
 * by itself says when (明天给客户回电, `call back tomorrow`); in the middle it is part of what is told. A day that has passed is none.
 */
export function agreedDayIn(text: string, facts: DayFacts): AgreedDay | null {
  const said = text.toLowerCase()
  // Some letters have more of themselves in lower case: places would not be the same.
  if (said.length !== text.length) return null
  const found = FORMS.flatMap(([form, meant]) =>
    [...said.matchAll(form)].flatMap((match) => {
      const { lead = '', tail = '', ...groups } = match.groups ?? {}
      const [from, to] = [match.index, match.index + match[0].length]
      const date = isWhole(said, from, to) ? meant(groups, facts) : null
      if (date === null || date < facts.today) return []
      const isAtEdge = EDGE.test(said.slice(0, from)) || EDGE.test(said.slice(to))
      const isTold =
        lead !== '' || tail !== '' || /内$|^(?:with)?in /u.test(match[0]) || BY_AN_HOUR.test(said.slice(to))
      const end = numberOf(groups.hours) % 24 === 0 ? to : from
      return isTold || isAtEdge ? [{ date, from, to: end, weight: (isTold ? 1000 : 0) + (to - from) }] : []
    }),
  )
  const [best] = found.sort((one, other) => other.weight - one.weight || other.from - one.from)
  return best === undefined ? null : { date: best.date, from: best.from, to: best.to }
}

/** Not within a longer word or number, and not what something is called by (周五的活动). */
function isWhole(said: string, from: number, to: number): boolean {
  const [before = '', after = ''] = [said[from - 1], said[to]]
  const [first = '', last = ''] = [said[from], said[to - 1]]
  if (after === '的') return false
  const joins = (one: string, other: string) => /[a-z0-9]/.test(one) && /[a-z0-9]/.test(other)
  return !joins(before, first) && !joins(last, after) && !/^[-/.]\d/.test(said.slice(to))
}

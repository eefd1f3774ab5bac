import type { PlainDate } from '../../../contract/values.ts'
import { daysAfter } from '../../wall-clock.ts'
import { NUMBER, numberOf } from './numerals.ts'
import type { Reading } from './reading.ts'

/** Days in a row. */
export interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}
type Rule = readonly [RegExp, (found: RegExpExecArray, today: PlainDate) => Span]

const EN_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const WEEKDAY = '(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|ur)?(?:day)?'
const ZH_WEEK = '(?:个)?(?:周|星期|礼拜)'

const one = (date: PlainDate): Span => ({ from: date, to: date })
const monday = (today: PlainDate, weeks: number): PlainDate =>
  daysAfter(today, 1 - (new Date(today).getUTCDay() || 7) + 7 * weeks)
const week = (today: PlainDate, weeks: number): Span => ({
  from: monday(today, weeks),
  to: daysAfter(monday(today, weeks), 6),
})
const weekend = (today: PlainDate, weeks: number): Span => ({
  ...week(today, weeks),
  from: daysAfter(monday(today, weeks), 5),
})
const zhDay = (sign: string): number => Math.min('一二三四五六日天'.indexOf(sign), 6)
/** The last one that is over: on a Monday «last Friday» was three days ago, and so it was on a Sunday two. */
const last = (today: PlainDate, day: number): Span => {
  const since = ((new Date(today).getUTCDay() || 7) - 1 - day + 7) % 7
  return one(daysAfter(today, since === 0 ? -7 : -since))
}
function month(today: PlainDate, months: number): Span {
  const at = (ahead: number, day: number): PlainDate =>
    new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + ahead, day)).toISOString().slice(0, 10)
  return { from: at(months, 1), to: at(months + 1, 0) }
}

/** The longest words first: «上上周三» is no «上周三». */
const RULES: readonly Rule[] = [
  [/大前天/, (_, today) => one(daysAfter(today, -3))],
  [/前天|前日|\b(?:the\s+)?day before yesterday\b/, (_, today) => one(daysAfter(today, -2))],
  [/昨天|昨日|昨(?=[早晚夜])|\byesterday\b|\blast(?=\s+night\b)/, (_, today) => one(daysAfter(today, -1))],
  [
    new RegExp(`上上${ZH_WEEK}([一二三四五六日天])`),
    ([, d = ''], today) => one(daysAfter(monday(today, -2), zhDay(d))),
  ],
  [new RegExp(`上${ZH_WEEK}([一二三四五六日天])`), ([, d = ''], today) => one(daysAfter(monday(today, -1), zhDay(d)))],
  [
    new RegExp(`\\b${WEEKDAY}\\s+last\\s+week\\b|\\blast\\s+week\\s+(?:on\\s+)?${WEEKDAY}\\b`),
    ([, a, b = ''], today) => one(daysAfter(monday(today, -1), EN_DAYS.indexOf(a ?? b))),
  ],
  [new RegExp(`\\blast\\s+${WEEKDAY}\\b`), ([, d = ''], today) => last(today, EN_DAYS.indexOf(d))],
  [/上上(?:个)?周末/, (_, today) => weekend(today, -2)],
  [/上(?:个)?周末|\blast\s+weekend\b/, (_, today) => weekend(today, -1)],
  [new RegExp(`上上${ZH_WEEK}|\\b(?:the\\s+)?week\\s+before\\s+last\\b`), (_, today) => week(today, -2)],
  [new RegExp(`上${ZH_WEEK}|\\blast\\s+week\\b`), (_, today) => week(today, -1)],
  // What was of it is looked for as well as what is to come.
  [new RegExp(`(?:这|本)${ZH_WEEK}(?![一二三四五六日天末])|\\bthis\\s+week\\b`), (_, today) => week(today, 0)],
  [/上(?:个)?月(?!\d)|\blast\s+month\b/, (_, today) => month(today, -1)],
  [/(?:这个?|本)月(?![底末\d])|\bthis\s+month\b/, (_, today) => month(today, 0)],
  [
    new RegExp(`(?:最近|近|过去)(?:的)?(${NUMBER})天|\\b(?:the\\s+)?(?:last|past)\\s+(${NUMBER})\\s+days\\b`),
    ([, a, b = ''], today) => ({ from: daysAfter(today, 1 - Math.max(1, numberOf(a ?? b))), to: today }),
  ],
  [
    new RegExp(`(${NUMBER})天(?:之|以)?前|\\b(${NUMBER})\\s+days?\\s+ago\\b`),
    ([, a, b = ''], today) => one(daysAfter(today, -numberOf(a ?? b))),
  ],
  [
    new RegExp(`(${NUMBER})(?:个)?(?:周|星期|礼拜)(?:之|以)?前|\\b(${NUMBER})\\s+weeks?\\s+ago\\b`),
    ([, a, b = ''], today) => week(today, -numberOf(a ?? b)),
  ],
]

/** The day or days behind today that are meant, or the whole of a week or month that is not over; null where none is said. */
export function readPast(reading: Reading, today: PlainDate): Span | null {
  for (const [pattern, read] of RULES) {
    const found = reading.take(pattern)
    if (found !== null) return read(found, today)
  }
  return null
}

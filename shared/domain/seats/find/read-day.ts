import { NUMBER, numberOf } from './numerals.ts'
import type { Reading } from './reading.ts'

const DAY_MS = 86_400_000
const add = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)
/** 1 = Monday. */
const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7
const mondayOf = (date: string): string => add(date, 1 - weekdayOf(date))
/** «Monday to Wednesday»: the second after the first. */
const until = ({ from }: Days, weekday: number): Days => ({ from, to: add(from, (weekday - weekdayOf(from) + 7) % 7) })
const one = (date: string): Days => ({ from: date, to: date })
/** «Monday or Wednesday»: each after the first, and none of the days in between. */
const either = (first: Days, weekdays: readonly number[]): Days => {
  const to = weekdays.map((weekday) => until(first, weekday).to).reduce((last, each) => (each > last ? each : last))
  return { from: first.from, to, weekdays: [weekdayOf(first.from), ...weekdays] }
}
const workdays = (days: Days): Days => ({ ...days, isWorkday: true })

const ZH_DAYS = '一二三四五六日天'
const EN_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const EN_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = `(${EN_MONTHS.join('|')})[a-z]*\\.?`
const EN_DAY_NAMES = ['mon', 'tues?', 'wed(?:nes)?', 'thu(?:rs?)?', 'fri', 'sat(?:ur)?', 'sun'].map(
  (name) => `${name}(?:day)?`,
)
const WEEKDAY = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?'

/** First and last day; of those in between only `weekdays`, 1 = Monday, or those that are worked. */
export type Days = { from: string; to: string; weekdays?: number[]; isWorkday?: boolean }
type Rule = readonly [RegExp, (found: RegExpExecArray, today: string) => Days | null]

const zhDay = (sign: string): number => Math.min(ZH_DAYS.indexOf(sign) + 1, 7)
const enMonth = (word: string): number => EN_MONTHS.indexOf(word) + 1
const enDay = (word: string): number => EN_DAYS.indexOf(word.slice(0, 3)) + 1
/** Of this week and on, «next» being the week that begins on the next Monday. */
const inWeek = (today: string, weeks: number, weekday: number): Days =>
  one(add(mondayOf(today), 7 * weeks + weekday - 1))
const coming = (today: string, weekday: number): Days => one(add(today, (weekday - weekdayOf(today) + 7) % 7))
const week = (today: string, weeks: number): Days => {
  const monday = add(mondayOf(today), 7 * weeks)
  return { from: monday < today ? today : monday, to: add(monday, 6) }
}
const weekend = (today: string, weeks: number): Days => {
  const saturday = add(mondayOf(today), 7 * weeks + 5)
  return { from: saturday < today ? today : saturday, to: add(saturday, 1) }
}
/** A day of a month that is not behind: this year's, else next year's; null: there is none. */
function dayOf(today: string, month: number, day: number, year?: number): Days | null {
  for (const each of year === undefined ? [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1] : [year]) {
    const date = `${each}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    const isThere = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().slice(0, 10) === date
    if (isThere && (date >= today || year !== undefined)) return one(date)
  }
  return null
}
function dayOfThisMonth(today: string, day: number): Days | null {
  const month = Number(today.slice(5, 7))
  return dayOf(today, month, day, Number(today.slice(0, 4)))?.from.localeCompare(today) === -1
    ? dayOf(today, (month % 12) + 1, day)
    : dayOf(today, month, day)
}

/** From one day to another of the same year, or over its end; null: one of them is none. */
function between(today: string, first: Days | null, month: number, day: number): Days | null {
  const last = first === null ? null : dayOf(first.from, month, day)
  return first === null || last === null || first.from < today ? null : { from: first.from, to: last.to }
}
const monthOf = (date: string): number => Number(date.slice(5, 7))
/** This month or one of the next: what is left of it. */
function monthOn(today: string, months: number): Days {
  const [year, month] = [Number(today.slice(0, 4)), monthOf(today) - 1 + months]
  const [first, last] = [new Date(Date.UTC(year, month, 1)), new Date(Date.UTC(year, month + 1, 0))].map((each) =>
    each.toISOString().slice(0, 10),
  )
  return { from: first === undefined || first < today ? today : first, to: last ?? today }
}
/** The last days of this month, as many as a week has. */
function monthEnd(today: string): Days {
  const { to } = monthOn(today, 0)
  const from = add(to, -6)
  return { from: from < today ? today : from, to }
}
function dayOfNextMonth(today: string, day: number): Days | null {
  const { from } = monthOn(today, 1)
  return dayOf(from, monthOf(from), day, Number(from.slice(0, 4)))
}

/** How many weeks on. */
const WEEKS_ON: Readonly<Record<string, number>> = { 下下: 2, 下: 1, next: 1 }
const ZH_WEEKDAY = '(?:周|星期|礼拜)([一二三四五六日天])'
/** «周一或周三», «周一、三»; a sign alone is a day only behind a word that joins it. */
const ZH_OTHERS =
  '((?:\\s*(?:[或和、,，/及跟]|或者|还是)?\\s*(?:周|星期|礼拜)[一二三四五六日天]|[或和、/及](?:者)?[一二三四五六日天](?![一二三四五六七八九十点个人位席小刻]))+)'
const EN_OTHERS = `((?:\\s*(?:,|/|&|\\bor\\b|\\band\\b)+\\s*(?:or\\s+|and\\s+)?(?:on\\s+)?${WEEKDAY.replace('(', '(?:')}\\b)+)`
/** So many days on «9.30» is a time of day, not a date. */
const DOTTED_DAYS = 183
const dotted = (today: string, month: string, day: string): Days | null => {
  const found = dayOf(today, Number(month), Number(day))
  return found !== null && (day.length < 2 || found.from <= add(today, DOTTED_DAYS)) ? found : null
}

const TO = '\\s*(?:到|至|-|–|~|\\bto\\b|\\buntil\\b|\\bthrough\\b)\\s*'
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?'
const NO_CLOCK = '(?![\\d:]|\\s*[ap]\\.?m\\b)'

/** «12月5日到9日», «5 to 9 December»: before what would read one end alone. */
const RANGES: readonly Rule[] = [
  [
    new RegExp(`(${NUMBER})月(${NUMBER})[日号]?${TO}(?:(${NUMBER})月(${NUMBER})[日号]?|(${NUMBER})[日号])`),
    ([, m = '', d = '', m2 = m, d2, d3 = ''], today) =>
      between(today, dayOf(today, numberOf(m), numberOf(d)), numberOf(m2), numberOf(d2 ?? d3)),
  ],
  [
    new RegExp(`(?<![\\d/])(\\d{1,2})/(\\d{1,2})${TO}(\\d{1,2})/(\\d{1,2})(?![\\d/])`),
    ([, a, b, a2, b2], today) =>
      between(today, dayOf(today, Number(a), Number(b)), Number(a2), Number(b2)) ??
      between(today, dayOf(today, Number(b), Number(a)), Number(b2), Number(a2)),
  ],
  [
    new RegExp(`(\\d{4})-(\\d{2})-(\\d{2})${TO}\\d{4}-(\\d{2})-(\\d{2})`),
    ([, y, m, d, m2, d2], today) =>
      between(today, dayOf(today, Number(m), Number(d), Number(y)), Number(m2), Number(d2)),
  ],
  [
    new RegExp(`\\b${MONTH}\\s+${NTH}${TO}(?:${MONTH}\\s+)?${NTH}\\b${NO_CLOCK}`),
    ([, m = '', d, m2 = m, d2], today) => between(today, dayOf(today, enMonth(m), Number(d)), enMonth(m2), Number(d2)),
  ],
  [
    new RegExp(`\\b${NTH}(?:\\s+${MONTH})?${TO}${NTH}\\s+(?:of\\s+)?${MONTH}\\b`),
    ([, d, m, d2, m2 = ''], today) =>
      between(today, dayOf(today, enMonth(m ?? m2), Number(d)), enMonth(m2), Number(d2)),
  ],
  [
    /(?<![月\d])(\d{1,2})[日号]?\s*(?:到|至|-|–|~)\s*(\d{1,2})[日号](?!\s*席)/,
    ([, d, d2], today) => {
      const first = dayOfThisMonth(today, Number(d))
      return first === null
        ? null
        : between(
            today,
            first,
            Number(d2) < Number(d) ? (monthOf(first.from) % 12) + 1 : monthOf(first.from),
            Number(d2),
          )
    },
  ],
]

/** Days that the house calls by a name. */
const NAMED_DAYS: readonly (readonly [RegExp, month: number, day: number])[] = [
  [/双十一|双11/, 11, 11],
  [/双十二|双12/, 12, 12],
  [/六一八|(?<!\d)618(?!\d)/, 6, 18],
  [/元旦|\bnew year(?:['’]?s)?(?: day)?\b/, 1, 1],
  [/圣诞节?|\bchristmas(?: day)?\b/, 12, 25],
]

/** The longest words first: «下下周三» is no «下周三». */
const RULES: readonly Rule[] = [
  ...RANGES,
  ...NAMED_DAYS.map(([pattern, month, day]): Rule => [pattern, (_, today) => dayOf(today, month, day)]),
  [
    /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?/,
    ([, y, m, d], today) => dayOf(today, Number(m), Number(d), Number(y)),
  ],
  [
    new RegExp(`(${NUMBER})月(${NUMBER})[日号]?`),
    ([, m = '', d = ''], today) => dayOf(today, numberOf(m), numberOf(d)),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b`),
    ([, d, m = ''], today) => dayOf(today, enMonth(m), Number(d)),
  ],
  [
    new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*(?:am|pm|:))`),
    ([, m = '', d], today) => dayOf(today, enMonth(m), Number(d)),
  ],
  // The month first, as in Chinese; where that makes no date, the day.
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/]|\s*(?:个|小时|h))/,
    ([, a, b], today) => dayOf(today, Number(a), Number(b)) ?? dayOf(today, Number(b), Number(a)),
  ],
  [
    /(下下|下|这|本)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])\s*(?:到|至|-|–|~)\s*(?:周|星期|礼拜)?([一二三四五六日天])(?![一二三四五六七八九十点个小])/,
    ([, which = '', a = '', b = ''], today) =>
      until(which === '' ? coming(today, zhDay(a)) : inWeek(today, WEEKS_ON[which] ?? 0, zhDay(a)), zhDay(b)),
  ],
  [
    new RegExp(`\\b(next|this)?\\s*${WEEKDAY}\\s*(?:to|until|through|-|–)\\s*${WEEKDAY}\\b`),
    ([, which = '', a = '', b = ''], today) =>
      until(which === '' ? coming(today, enDay(a)) : inWeek(today, WEEKS_ON[which] ?? 0, enDay(a)), enDay(b)),
  ],
  [
    new RegExp(`(下下|下|这|本)?(?:个)?${ZH_WEEKDAY}${ZH_OTHERS}`),
    ([, which = '', a = '', others = ''], today) =>
      either(
        which === '' ? coming(today, zhDay(a)) : inWeek(today, WEEKS_ON[which] ?? 0, zhDay(a)),
        [...others].filter((sign) => ZH_DAYS.includes(sign)).map(zhDay),
      ),
  ],
  [
    new RegExp(`\\b(next|this)?\\s*${WEEKDAY}${EN_OTHERS}(\\s+next\\s+week\\b)?`),
    ([, which = '', a = '', others = '', later], today) => {
      const weeks = later === undefined ? WEEKS_ON[which] : 1
      return either(
        weeks === undefined && which === '' ? coming(today, enDay(a)) : inWeek(today, weeks ?? 0, enDay(a)),
        (others.match(new RegExp(WEEKDAY, 'g')) ?? []).map(enDay),
      )
    },
  ],
  [
    /(下下|下|这|本)(?:个)?(?:周|星期|礼拜)的?(?:工作日|平日)/,
    ([, which = ''], today) => workdays(week(today, WEEKS_ON[which] ?? 0)),
  ],
  [
    /\b(?:(?:on\s+)?(?:a\s+)?(?:weekday|work(?:ing)?[ -]?day)s?\s+(next|this)\s+week|(next|this)\s+week(?:['’]s)?,?\s+(?:on\s+)?(?:a\s+)?(?:weekday|work(?:ing)?[ -]?day)s?)\b/,
    ([, a, b = 'this'], today) => workdays(week(today, WEEKS_ON[a ?? b] ?? 0)),
  ],
  [
    /工作日|平日|\b(?:any\s+|on\s+)?(?:a\s+)?(?:weekday|work(?:ing)?[ -]?day)s?\b/,
    // Two weeks, as whoever says no day looks no further.
    (_, today) => workdays({ from: today, to: add(today, 13) }),
  ],
  [/大后天/, (_, today) => one(add(today, 3))],
  [/后天|\b(?:the\s+)?day after tomorrow\b/, (_, today) => one(add(today, 2))],
  [/明天|明日|明(?=[早晚上])|\btomorrow\b/, (_, today) => one(add(today, 1))],
  [
    /今天|今日|今(?=[早晚])|\btoday\b|\bto(?=night\b)|\bthis(?=\s+(?:morning|afternoon|evening)\b)/,
    (_, today) => one(today),
  ],
  [/下下(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/, ([, d = ''], today) => inWeek(today, 2, zhDay(d))],
  [/下(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/, ([, d = ''], today) => inWeek(today, 1, zhDay(d))],
  [/(?:这|本)(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/, ([, d = ''], today) => inWeek(today, 0, zhDay(d))],
  [
    new RegExp(
      `\\b${WEEKDAY}\\s+(?:of\\s+)?(?:the\\s+)?week\\s+after\\s+next\\b|\\b(?:the\\s+)?week\\s+after\\s+next[\\s,，]+(?:on\\s+)?${WEEKDAY}\\b`,
    ),
    ([, a, b = ''], today) => inWeek(today, 2, enDay(a ?? b)),
  ],
  [/下(?:个)?周末|\bnext weekend\b/, (_, today) => weekend(today, 1)],
  [/(?:这|本)?(?:个)?周末|\b(?:this\s+|the\s+)?weekend\b/, (_, today) => weekend(today, 0)],
  [/(?:周|星期|礼拜)([一二三四五六日天])/, ([, d = ''], today) => coming(today, zhDay(d))],
  [
    new RegExp(`\\b(?:on\\s+)?${WEEKDAY}\\s+next\\s+week\\b|\\bnext\\s+week\\s+(?:on\\s+)?${WEEKDAY}\\b`),
    ([, a, b = ''], today) => inWeek(today, 1, enDay(a ?? b)),
  ],
  [/下下(?:个)?(?:周|星期|礼拜)|\b(?:the )?week after next\b/, (_, today) => week(today, 2)],
  [/下(?:个)?(?:周|星期|礼拜)|\bnext week\b(?!end)/, (_, today) => week(today, 1)],
  [/(?:这|本)(?:个)?(?:周|星期|礼拜)|\bthis week\b/, (_, today) => week(today, 0)],
  [new RegExp(`\\bnext\\s+${WEEKDAY}\\b`), ([, d = ''], today) => inWeek(today, 1, enDay(d))],
  [new RegExp(`\\bthis\\s+${WEEKDAY}\\b`), ([, d = ''], today) => inWeek(today, 0, enDay(d))],
  [new RegExp(`\\b${WEEKDAY}\\b`), ([, d = ''], today) => coming(today, enDay(d))],
  [
    new RegExp(`(${NUMBER})\\s*天(?:以)?[后内]|\\b(?:in|within)\\s+(${NUMBER})\\s+days?\\b`),
    (found, today) => {
      const date = add(today, numberOf(found[1] ?? found[2] ?? ''))
      return /内|within/.test(found[0]) ? { from: today, to: date } : one(date)
    },
  ],
  [
    new RegExp(`(?:未来|接下来|今后)(?:的)?(${NUMBER})天|\\b(?:the\\s+)?(?:next|coming)\\s+(${NUMBER})\\s+days\\b`),
    // Today is the first of them.
    ([, a, b = ''], today) => ({ from: today, to: add(today, Math.max(numberOf(a ?? b), 1) - 1) }),
  ],
  [
    new RegExp(
      `下个?月(${NUMBER})[日号]|\\bnext month[\\s,，]+(?:on )?(?:the )?${NTH}\\b|\\b(?:the )?${NTH} of next month\\b`,
    ),
    ([, a, b, c], today) => dayOfNextMonth(today, a === undefined ? Number(b ?? c) : numberOf(a)),
  ],
  [/下个?月|\bnext month\b/, (_, today) => monthOn(today, 1)],
  [/(?:这个?|本)?月底(?:之|以)?前|\b(?:before|by) the end of (?:the|this) month\b/, (_, today) => monthOn(today, 0)],
  [/(?:这个?|本)?月底|\b(?:the )?end of (?:the|this) month\b/, (_, today) => monthEnd(today)],
  [/(?:这个|本)月(?:内|里)?|\bthis month\b/, (_, today) => monthOn(today, 0)],
  [/\b(?:on )?the (\d{1,2})(?:st|nd|rd|th)\b/, ([, d], today) => dayOfThisMonth(today, Number(d))],
  [/(?<![月\d])(\d{1,2})[日号](?!\s*席)/, ([, d], today) => dayOfThisMonth(today, Number(d))],
  // Last: beside another day «9.30» is a time.
  [
    /(?<![\d.:])(\d{1,2})\.(\d{1,2})(?![\d.:]|\s*(?:[个点年]|小时|分|h|min|[ap]\.?m))/,
    ([, month = '', day = ''], today) => dotted(today, month, day),
  ],
]

/** The day or days that are meant; null where none is said. */
export function readDay(reading: Reading, today: string): Days | null {
  for (const [pattern, read] of RULES) {
    const found = pattern.exec(reading.text)
    const days = found === null ? null : read(found, today)
    if (days === null) continue
    reading.take(pattern)
    // «Wednesday 2 December» says its day twice; a weekday that it is not is told as not understood.
    if (days.from === days.to) reading.take(dayNamesOf(weekdayOf(days.from)))
    return days
  }
  return null
}

const dayNamesOf = (weekday: number): RegExp =>
  new RegExp(
    `(?:周|星期|礼拜)[${weekday === 7 ? '日天' : ZH_DAYS[weekday - 1]}]|\\b(?:on\\s+)?${EN_DAY_NAMES[weekday - 1]}s?\\b`,
  )

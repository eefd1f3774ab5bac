const DAY_MS = 86_400_000
/** Day 0 of a sheet's own count. */
const SHEET_EPOCH_MS = Date.UTC(1899, 11, 30)
const MONTH_NAMES =
  'jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?'
const MONTHS = MONTH_NAMES.split(' ')
const MONTH = `(${MONTHS.join('|')})(?![a-z])\\.?`

export const plain = (cell: string): string => cell.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Which of day and month comes first where both are numbers. */
export type DayOrder = 'day' | 'month'

/** What a day is read by. */
export interface DayFacts {
  /** A day without a year is the next of that name. */
  readonly today: string
  /** Of the list as a whole; null: 12/01/2026 is no day. */
  readonly order: DayOrder | null
}

type Reading = (said: readonly string[], facts: DayFacts) => string | null

const NUMBERS = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)/
const SHORT_YEAR = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d:])/
/** Without a year. Never with a point between them: of 12.10, written as a number, a sheet keeps 12.1. */
const SHORT_NUMBERS = /^(\d{1,2}) ?([-/]) ?(\d{1,2})(?!\d| ?[-/.:])/

const inOrder: Reading = ([, first = '', , second = '', year = ''], { today, order }) => {
  if (order === null) return null
  const [day, month] = order === 'day' ? [first, second] : [second, first]
  return coming(month, day, year, today)
}
/**
 * Bookings are of this year or the next: of 26/12/9 the first number is the year, of 9/21/26 the last. Of 26/12/27 it is the first where
 * the month comes before the day, for there is no 26th month, and the last where it comes behind.
 */
const withShortYear: Reading = ([said = '', first = '', sign = '', second = '', last = ''], facts) => {
  const yearLast = (order: DayOrder | null) =>
    isNear(last, facts.today) ? inOrder([said, first, sign, second, `20${last}`], { ...facts, order }) : null
  const yearFirst =
    isNear(first, facts.today) && Number(first) > MONTHS.length ? realDay(`20${first}`, second, last) : null
  if (yearFirst === null) return yearLast(facts.order)
  if (facts.order === 'month') return yearFirst
  const dayFirst = yearLast('day')
  if (facts.order === 'day') return dayFirst
  return dayFirst === null || dayFirst === yearFirst ? yearFirst : null
}
const isNear = (year: string, today: string): boolean =>
  year.length === 2 && [0, 1].includes(Number(`20${year}`) - Number(today.slice(0, 4)))

const named = (month: string, day: string, year: string, { today }: DayFacts): string | null =>
  coming(String(MONTHS.findIndex((each) => each.startsWith(month.slice(0, 3))) + 1), day, year, today)

/** How a day is written, at the beginning of a cell. */
const FORMS: readonly (readonly [RegExp, Reading])[] = [
  [
    /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)(?: ?[日号])?/,
    ([, y = '', m = '', d = '']) => realDay(y, m, d),
  ],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, ([, y = '', m = '', d = '']) => realDay(y, m, d)],
  [NUMBERS, inOrder],
  [SHORT_YEAR, withShortYear],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}(?:,?[ -]((?:19|20)\\d{2})(?![\\d:])|-(\\d{2})(?![\\d:]))?`),
    ([, d = '', m = '', y, short], facts) => named(m, d, y ?? (short === undefined ? '' : `20${short}`), facts),
  ],
  [
    new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? ((?:19|20)\\d{2})(?![\\d:]))?`),
    ([, m = '', d = '', y = ''], facts) => named(m, d, y, facts),
  ],
  [/^(\d{1,2}) ?月 ?(\d{1,2})(?: ?[日号])?/, ([, m = '', d = ''], { today }) => coming(m, d, '', today)],
  [SHORT_NUMBERS, inOrder],
]

const IN_ZH = '(?:周|星期|礼拜)[一二三四五六日天]'
const IN_EN = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])'
const BEFORE = new RegExp(`^(?:${IN_EN}[,.]?|${IN_ZH}) ?(?=[\\da-z])`)
const BEHIND = new RegExp(`^[ ,]*(?:[([](?:${IN_ZH}|${IN_EN}\\.?)[)\\]]|${IN_ZH}|${IN_EN}\\b\\.?)`)

/** Why something is no day: none that a month has, or nobody can tell which number is the month, or that day is another one of the week. */
export type DayFault =
  | { readonly code: 'bad_day' | 'day_order' }
  | { readonly code: 'other_weekday'; readonly day: string }

/** A day, or why it is none, and what stands behind it. */
export interface DayApart {
  readonly day: string | DayFault
  readonly rest: string
  /** Numbers alone, without their year: 9/21, and 9-10 as hours are written too. */
  readonly isShort: boolean
}

/** A day at the beginning of a cell, with a weekday before or behind it. Null: none stands there. */
export function dayApart(text: string, facts: DayFacts): DayApart | null {
  const before = BEFORE.exec(text)?.[0] ?? ''
  const said = text.slice(before.length)
  for (const [form, read] of FORMS) {
    const found = form.exec(said)
    if (found === null) continue
    const behind = said.slice(found[0].length)
    const beside = BEHIND.exec(behind)?.[0] ?? ''
    const rest = behind.slice(beside.length).replace(/^(?:[ ,]+(?:at )?|t(?=\d))/, '')
    // 2026-12-0114:00 is nothing, 2026年12月1日14:00 is.
    const isApart = rest !== behind || rest === '' || /[日号]$/.test(found[0])
    if (!isApart && /^[\d.:/-]/.test(rest)) continue
    const day = checked(read, found, facts, before + beside)
    return { day, rest, isShort: form === SHORT_NUMBERS }
  }
  return null
}

function checked(read: Reading, found: readonly string[], facts: DayFacts, weekdays: string): string | DayFault {
  const day = read(found, facts)
  if (day !== null) return isOn(day, weekdays) ? day : { code: 'other_weekday', day }
  const isEither = facts.order === null && (['day', 'month'] as const).some((order) => read(found, { ...facts, order }))
  return { code: isEither ? 'day_order' : 'bad_day' }
}

const WEEKDAYS = /周|星期|礼拜|sun|mon|tue|wed|thu|fri|sat/g
const WEEK = ['日天sun', '一mon', '二tue', '三wed', '四thu', '五fri', '六sat']

/** Whether a day is one of the week as they say beside it, who say something. */
const isOn = (day: string, weekdays: string): boolean => {
  const own = WEEK[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? ''
  return [...weekdays.matchAll(WEEKDAYS)].every(({ 0: said, index }) =>
    own.includes(/[a-z]/.test(said) ? said : (weekdays[index + said.length] ?? '')),
  )
}

/** A sheet's own number of a day, with the time as its share of the day. */
export const SHEET_DAY = /^(\d{5})(\.\d+)?$/

export const daySerial = (days: string): string =>
  new Date(SHEET_EPOCH_MS + Number(days) * DAY_MS).toISOString().slice(0, 10)

/** Times are written with colons behind a day that is numbers alone. */
const isLoose = ({ isShort, rest }: DayApart): boolean => isShort && !/^\d{1,2}:\d{2}/.test(rest)

/**
 * `2026-12-01` of the usual ways to write a day, also with a weekday beside it or a time behind it, and of a sheet's own number of a day. A day without
 * a year is the next of that name; 12/01/2026 and 12/01 are one where `order` says which of the two is the day. Null: none of these, or a day that no month has.
 */
export function dayIn(cell: string, today: string, order: DayOrder | null = null): string | null {
  const day = dayOrFault(cell, { today, order })
  return typeof day === 'string' ? day : null
}

/** As `dayIn`, and why it is none. */
export function dayOrFault(cell: string, facts: DayFacts): string | DayFault {
  const text = plain(cell)
  const serial = SHEET_DAY.exec(text)?.[1]
  if (serial !== undefined) return daySerial(serial)
  const found = dayApart(text, facts)
  // From one day to another is more than a day.
  const isMore = found !== null && (/^(?:[-–—~/]|到|至|to\b)/.test(found.rest) || (found.rest !== '' && isLoose(found)))
  return found === null || isMore ? { code: 'bad_day' } : found.day
}

/** As `dayApart` in a column of times, where 9-10 alone are hours. */
export function dayBeforeTime(text: string, facts: DayFacts): DayApart | null {
  const found = dayApart(text, facts)
  return found === null || isLoose(found) ? null : found
}

/**
 * What the cells of a list tell of it together: 25/12/2026 can be read in one way only, and so can 12/8 beside its weekday; where none can, how
 * they are written is asked. Null: they leave it open, or contradict each other. `times` are those of columns where 9-13 are hours.
 */
export function dayOrderIn(days: readonly string[], today: string, times: readonly string[] = []): DayOrder | null {
  const told = [
    ...days.flatMap((cell) => orderOf(plain(cell), today, (found) => found.rest !== '' && isLoose(found))),
    ...times.flatMap((cell) => orderOf(plain(cell), today, isLoose)),
  ]
  const sure = told.filter(({ isSure }) => isSure)
  const [only, other] = new Set((sure.length > 0 ? sure : told).map(({ order }) => order))
  return other === undefined ? (only ?? null) : null
}

interface ToldOrder {
  readonly order: DayOrder
  readonly isSure: boolean
}

function orderOf(text: string, today: string, isNone: (found: DayApart) => boolean): ToldOrder[] {
  const found = dayApart(text, { today, order: null })
  if (found === null || isNone(found)) return []
  const numbers = text.replace(BEFORE, '')
  // Who writes 12月8日 writes the month first in numbers, too.
  if (/^(?:\d{4} ?年 ?)?\d{1,2} ?月/.test(numbers)) return [{ order: 'month', isSure: true }]
  const orders = (['day', 'month'] as const).filter(
    (order) => typeof dayApart(text, { today, order })?.day === 'string',
  )
  const [only, other] = orders
  // Of 26/12/9 the year is likely the first number, though in another list it may be the 26th of a year that is over.
  if (only !== undefined && other === undefined) return [{ order: only, isSure: typeof found.day !== 'string' }]
  // What both make a day of, on the same weekday too, tells nothing but by its points.
  return other !== undefined && /^(?:0?\d|1[0-2])\./.test(numbers) ? [{ order: 'day', isSure: false }] : []
}

function coming(month: string, day: string, year: string, today: string): string | null {
  if (year !== '') return realDay(year, month, day)
  const thisYear = realDay(today.slice(0, 4), month, day)
  return thisYear !== null && thisYear >= today ? thisYear : realDay(`${Number(today.slice(0, 4)) + 1}`, month, day)
}

function realDay(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return new Date(`${date}T00:00:00.000Z`).toJSON()?.slice(0, 10) === date ? date : null
}

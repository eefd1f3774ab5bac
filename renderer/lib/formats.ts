import type { Instant, PlainDate } from '../../shared/contract/values.ts'
import { isShownTwice, offsetName } from '../../shared/domain/zone-shifts.ts'
import type { Language } from './i18n.ts'
import { instantNow } from './now.ts'
import { numberText } from './number-text.ts'
import { onTheWall } from './wall-clock.ts'

/** How to show a time: the person's language and the room's zone, never the machine's own. */
export interface Place {
  language: Language
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: string
}

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

// Written out and not by `Intl`: its first format costs a window 30 ms, and the first screen waits for them. A test holds every
// name to what Intl says.
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'] as const
const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const UNITS = {
  minute: { zh: '分钟', en: 'minute' },
  hour: { zh: '小时', en: 'hour' },
  day: { zh: '天', en: 'day' },
} as const satisfies Record<string, Record<Language, string>>

/** `10:30`, what the clock on the wall shows: in the hour that comes twice the same for two moments. */
export const wallTime = (at: Instant, place: Place): string => onTheWall(at, place.timeZone).slice(11, 16)

/** `UTC+2` where the clocks show this time twice on that day, else empty. */
export const whichOfTwo = (at: Instant, { timeZone }: Place): string =>
  isShownTwice(at, timeZone) ? offsetName(at, timeZone) : ''

/** `10:30`; in the hour that comes twice `02:30 (UTC+2)`. */
export function timeOfDay(at: Instant, place: Place): string {
  const which = whichOfTwo(at, place)
  return which === '' ? wallTime(at, place) : `${wallTime(at, place)} (${which})`
}

/** `10:00–10:30`. An end at midnight reads 24:00, as the board does; also where clocks skip midnight. */
export const timeRange = (startsAt: Instant, endsAt: Instant, place: Place): string =>
  `${timeOfDay(startsAt, place)}–${endTime(startsAt, endsAt, place)}`

/** The end of a range alone. */
export function endTime(startsAt: Instant, endsAt: Instant, place: Place): string {
  const momentBefore = new Date(Date.parse(endsAt) - 1).toISOString()
  const endsDay = endsAt > startsAt && dateIn(endsAt, place.timeZone) !== dateIn(momentBefore, place.timeZone)
  return endsDay ? '24:00' : timeOfDay(endsAt, place)
}

/** The calendar date of an instant in the room: `2026-11-21`. */
export const dateIn = (at: Instant, timeZone: string): PlainDate => onTheWall(at, timeZone).slice(0, 10)

/** `11月21日`, `21 Nov`; the year stands there when it is not this year's in the room. */
export const dateName = (date: PlainDate, { language, timeZone }: Place, now = instantNow()): string =>
  isSameYear(date, dateIn(now, timeZone)) ? dayOfMonth(date, language) : fullDateName(date, language)

/** `2026年11月21日`, `21 Nov 2026`, for what is read in another year too: rules, papers, headings. */
export const fullDateName = (date: PlainDate, language: Language): string =>
  language === 'zh'
    ? `${date.slice(0, 4)}年${dayOfMonth(date, language)}`
    : `${dayOfMonth(date, language)} ${date.slice(0, 4)}`

/** Alone where its year stands beside it. */
export function dayOfMonth(date: PlainDate, language: Language): string {
  const [, month, day] = date.split('-')
  return language === 'zh' ? `${Number(month)}月${Number(day)}日` : `${Number(day)} ${MONTHS[Number(month) - 1]}`
}

/** `周六`, `Sat`. */
export const weekday = (date: PlainDate, language: Language): string =>
  WEEKDAYS[language][new Date(date).getUTCDay()] ?? ''

/** `11月21日 周六`, `Sat 21 Nov`; the year stands there when it is not this year's in the room. */
export const dayName = (date: PlainDate, place: Place, now = instantNow()): string =>
  withWeekday(date, dateName(date, place, now), place.language)

/** `2026年11月21日 周六`, `Sat 21 Nov 2026`. */
export const fullDayName = (date: PlainDate, language: Language): string =>
  withWeekday(date, fullDateName(date, language), language)

const withWeekday = (date: PlainDate, name: string, language: Language): string =>
  language === 'zh' ? `${name} ${weekday(date, language)}` : `${weekday(date, language)} ${name}`

/** As `dateName`, of a moment. */
export const dateOf = (at: Instant, place: Place, now: Instant): string =>
  dateName(dateIn(at, place.timeZone), place, now)

/** As `dayName`, of a moment. */
export const dayOf = (at: Instant, place: Place, now: Instant): string =>
  dayName(dateIn(at, place.timeZone), place, now)

/** `11月21日 10:30`, `21 Nov 10:30`; the year stands there when it is not this year's. */
export const dateTime = (at: Instant, place: Place, now: Instant): string =>
  `${dateOf(at, place, now)} ${timeOfDay(at, place)}`

/** As `dateTime`, to the second: of things made by a press, two may be of one minute. */
export const dateTimeToSecond = (at: Instant, place: Place, now: Instant): string =>
  dateTime(at, place, now).replace(wallTime(at, place), onTheWall(at, place.timeZone).slice(11, 19))

/** `11月21日 周六 10:30`, `Sat 21 Nov 10:30`; the year stands there when it is not this year's. */
export const dayTime = (at: Instant, place: Place, now: Instant): string =>
  `${dayOf(at, place, now)} ${timeOfDay(at, place)}`

const isSameYear = (date: PlainDate, other: PlainDate): boolean => date.slice(0, 4) === other.slice(0, 4)

/** `10:30` for the day that the reader has in mind, `11月22日 周日 10:30`, `Sun 22 Nov 10:30` for another. */
export const timeOn = (day: PlainDate, at: Instant, place: Place): string =>
  withOtherDay(day, at, timeOfDay(at, place), place)

/** `10:00–11:00` for the day that the reader has in mind, with its own day in front for another. */
export const rangeOn = (day: PlainDate, startsAt: Instant, endsAt: Instant, place: Place): string =>
  withOtherDay(day, startsAt, timeRange(startsAt, endsAt, place), place)

function withOtherDay(day: PlainDate, at: Instant, time: string, place: Place): string {
  const date = dateIn(at, place.timeZone)
  return date === day ? time : `${dayName(date, place)} ${time}`
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length in its largest fitting unit: `3 小时`, `3 hours`, `25 分钟`, `2 天`, `不到 1 分钟`. Cut, so that «2 hours left» is never less. */
export function roughly(durationMs: number, language: Language): string {
  const length = Math.abs(durationMs)
  if (length < MINUTE) return language === 'zh' ? '不到 1 分钟' : 'under a minute'
  const [value, unit] =
    length >= 2 * DAY
      ? ([Math.floor(length / DAY), 'day'] as const)
      : length >= HOUR
        ? ([Math.floor(length / HOUR), 'hour'] as const)
        : ([Math.floor(length / MINUTE), 'minute'] as const)
  const name = UNITS[unit][language]
  return `${numberText(value)} ${name}${language === 'en' && value !== 1 ? 's' : ''}`
}

/** `4 小时`, `90 minutes`: whole hours, or minutes, as rules say a length. */
export function wholeLength(minutes: number, language: Language): string {
  const [value, unit] = minutes % 60 === 0 ? ([minutes / 60, 'hour'] as const) : ([minutes, 'minute'] as const)
  return `${numberText(value)} ${UNITS[unit][language]}${language === 'en' && value !== 1 ? 's' : ''}`
}

/** `3 小时前`, `in 5 minutes`, `刚刚`. */
export function relative(at: Instant, now: Instant, language: Language): string {
  const differenceMs = Date.parse(at) - Date.parse(now)
  const format = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' })
  const length = Math.abs(differenceMs)
  if (length < MINUTE) return format.format(0, 'second')
  if (length < HOUR) return format.format(Math.trunc(differenceMs / MINUTE), 'minute')
  if (length < DAY) return format.format(Math.trunc(differenceMs / HOUR), 'hour')
  return format.format(Math.trunc(differenceMs / DAY), 'day')
}

/** `1.5 秒`, `1.5 s`. */
export const secondsText = (durationMs: number, language: Language): string =>
  `${(durationMs / 1_000).toFixed(1)} ${language === 'zh' ? '秒' : 's'}`

/** `1.4 MB`. Powers of 1000, as the folder windows of the systems show. */
export function sizeText(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  let size = bytes
  let step = 0
  while (size >= 1000 && step < units.length - 1) {
    size /= 1000
    step += 1
  }
  const unit = units[step] ?? 'byte'
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: size < 10 && step > 0 ? 1 : 0,
  }).format(size)
}

import type { Instant, PlainDate } from '../../shared/contract/values.ts'
import { isShownTwice, offsetName } from '../../shared/domain/zone-shifts.ts'
import type { Language } from './i18n.ts'

/** How to show a time: the person's language and the room's zone, never the machine's own. */
export interface Place {
  language: Language
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: string
}

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** Making an Intl format costs much more than using one, and a board or a list shows hundreds: each is made once, and found by its name. */
function madeOnce<Made>() {
  const made = new Map<string, Made>()
  return (name: string, make: () => Made): Made => {
    const known = made.get(name) ?? make()
    made.set(name, known)
    return known
  }
}

const dateFormats = madeOnce<Intl.DateTimeFormat>()
const numberFormats = madeOnce<Intl.NumberFormat>()
const relativeFormats = madeOnce<Intl.RelativeTimeFormat>()

const DATES = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  figures: { year: 'numeric', month: '2-digit', day: '2-digit' },
  weekday: { weekday: 'short' },
  zh: { month: 'long', day: 'numeric' },
  zhWithYear: { month: 'long', day: 'numeric', year: 'numeric' },
  en: { month: 'short', day: 'numeric' },
  enWithYear: { month: 'short', day: 'numeric', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const dateFormat = (shape: keyof typeof DATES, language: Language, timeZone: string): Intl.DateTimeFormat =>
  dateFormats(
    `${shape} ${language} ${timeZone}`,
    () => new Intl.DateTimeFormat(LOCALES[language], { ...DATES[shape], timeZone }),
  )

/** The first date a window shows costs it a frame or two; to be called while there is nothing else to do. */
export const readyDates = (language: Language): unknown => dayName('2026-01-01', language)

/** A plain date has no zone: noon UTC shown in UTC is that date everywhere. */
const noonOf = (date: PlainDate): Date => new Date(`${date}T12:00:00.000Z`)

/** `10:30`, what the clock on the wall shows: in the hour that comes twice the same for two moments. */
export const wallTime = (at: Instant, place: Place): string =>
  dateFormat('clock', place.language, place.timeZone).format(new Date(at))

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
export function dateIn(at: Instant, timeZone: string): PlainDate {
  const parts = dateFormat('figures', 'en', timeZone)
    .formatToParts(new Date(at))
    .map((part) => [part.type, part.value] as const)
  const named = Object.fromEntries(parts)
  return `${named.year}-${named.month}-${named.day}`
}

/** `11月21日`, `21 Nov`; with `year` `2026年11月21日`, `21 Nov 2026`. */
export const dateName = (date: PlainDate, language: Language, withYear = false): string =>
  dateFormat(withYear ? `${language}WithYear` : language, language, 'UTC').format(noonOf(date))

/** `周六`, `Sat`. */
export const weekday = (date: PlainDate, language: Language): string =>
  dateFormat('weekday', language, 'UTC').format(noonOf(date))

/** `11月21日 周六`, `Sat 21 Nov`; with `year` `2026年11月21日 周六`, `Sat 21 Nov 2026`. */
export const dayName = (date: PlainDate, language: Language, withYear = false): string =>
  language === 'zh'
    ? `${dateName(date, language, withYear)} ${weekday(date, language)}`
    : `${weekday(date, language)} ${dateName(date, language, withYear)}`

/** `11月21日 10:30`, `21 Nov 10:30`; the year stands there when it is not this year's. */
export const dateTime = (at: Instant, place: Place, now: Instant): string => dated(dateName, at, place, now)

/** `11月21日 周六 10:30`, `Sat 21 Nov 10:30`; the year stands there when it is not this year's. */
export const dayTime = (at: Instant, place: Place, now: Instant): string => dated(dayName, at, place, now)

function dated(nameOf: typeof dateName, at: Instant, place: Place, now: Instant): string {
  const date = dateIn(at, place.timeZone)
  const otherYear = date.slice(0, 4) !== dateIn(now, place.timeZone).slice(0, 4)
  return `${nameOf(date, place.language, otherYear)} ${timeOfDay(at, place)}`
}

/** `10:30` for the day that the reader has in mind, `11月22日 周日 10:30`, `Sun 22 Nov 10:30` for another. */
export const timeOn = (day: PlainDate, at: Instant, place: Place): string =>
  withOtherDay(day, at, timeOfDay(at, place), place)

/** `10:00–11:00` for the day that the reader has in mind, with its own day in front for another. */
export const rangeOn = (day: PlainDate, startsAt: Instant, endsAt: Instant, place: Place): string =>
  withOtherDay(day, startsAt, timeRange(startsAt, endsAt, place), place)

function withOtherDay(day: PlainDate, at: Instant, time: string, { language, timeZone }: Place): string {
  const date = dateIn(at, timeZone)
  return date === day ? time : `${dayName(date, language)} ${time}`
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length in its largest fitting unit: `3 小时`, `3 hours`, `25 分钟`, `2 天`. Cut, so that «2 hours left» is never less. */
export function roughly(durationMs: number, language: Language): string {
  const length = Math.abs(durationMs)
  const [value, unit] =
    length >= 2 * DAY
      ? [Math.floor(length / DAY), 'day']
      : length >= HOUR
        ? [Math.floor(length / HOUR), 'hour']
        : [Math.floor(length / MINUTE), 'minute']
  return numberFormats(
    `${unit} ${language}`,
    () => new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }),
  )
    .format(value)
    .replace(/^(\d[\d,]*)(?=[一-鿿])/, '$1 ')
}

/** `3 小时前`, `in 5 minutes`, `刚刚`. */
export function relative(at: Instant, now: Instant, language: Language): string {
  const differenceMs = Date.parse(at) - Date.parse(now)
  const format = relativeFormats(language, () => new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }))
  const length = Math.abs(differenceMs)
  if (length < MINUTE) return format.format(0, 'second')
  if (length < HOUR) return format.format(Math.trunc(differenceMs / MINUTE), 'minute')
  if (length < DAY) return format.format(Math.trunc(differenceMs / HOUR), 'hour')
  return format.format(Math.trunc(differenceMs / DAY), 'day')
}

/** `1.5 秒`, `1.5 s`. */
export const secondsText = (durationMs: number, language: Language): string =>
  `${(durationMs / 1_000).toFixed(1)} ${language === 'zh' ? '秒' : 's'}`

export const numberText = (value: number, language: Language): string =>
  numberFormats(language, () => new Intl.NumberFormat(LOCALES[language])).format(value)

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

import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addMs } from '../../shared/domain/instants.ts'
import {
  dateIn,
  dateName,
  dateOf,
  dateTime,
  dayName,
  dayOf,
  dayOfMonth,
  dayTime,
  fullDateName,
  fullDayName,
  rangeOn,
  relative,
  roughly,
  sizeText,
  timeOfDay,
  timeOn,
  timeRange,
  weekday,
} from './formats.ts'
import { numberText } from './number-text.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const zh = { language: 'zh', timeZone: 'Asia/Shanghai' } as const
const en = { language: 'en', timeZone: 'Asia/Shanghai' } as const
const now = '2026-11-21T09:00:00.000Z'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('times are the room’s, whatever the machine’s zone', () => {
  test('09:00 UTC is 17:00 in Shanghai', () => {
    expect(timeOfDay(now, zh)).toBe('17:00')
    expect(timeOfDay(now, { ...en, timeZone: 'America/New_York' })).toBe('04:00')
  })
  test('midnight is 00:00, at the end of a booking 24:00', () => {
    expect(timeOfDay('2026-11-21T16:00:00.000Z', zh)).toBe('00:00')
    expect(timeRange('2026-11-21T15:30:00.000Z', '2026-11-21T16:00:00.000Z', zh)).toBe('23:30–24:00')
  })
  test('late evening in UTC is already tomorrow there', () => {
    expect(dateIn('2026-11-21T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-22')
    expect(dateIn('2026-11-21T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-11-21')
  })
})

test('dates and days in both languages', () => {
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
  expect([dateName('2026-11-21', zh), dateName('2026-11-21', en)]).toEqual(['11月21日', '21 Nov'])
  expect([fullDateName('2026-11-21', 'zh'), fullDateName('2026-11-21', 'en')]).toEqual([
    '2026年11月21日',
    '21 Nov 2026',
  ])
  expect([weekday('2026-11-21', 'zh'), weekday('2026-11-21', 'en')]).toEqual(['周六', 'Sat'])
  expect([dayName('2026-11-21', zh), dayName('2026-11-21', en)]).toEqual(['11月21日 周六', 'Sat 21 Nov'])
  expect([fullDayName('2026-11-21', 'zh'), fullDayName('2026-11-21', 'en')]).toEqual([
    '2026年11月21日 周六',
    'Sat 21 Nov 2026',
  ])
})

test.each([
  // 1 January has begun in Shanghai, in London it is still the 31st of December.
  ['2026-12-31T16:00:00.000Z', 'Asia/Shanghai', '1月2日 周六', '2026年12月30日 周三'],
  ['2026-12-31T16:00:00.000Z', 'Europe/London', '2027年1月2日 周六', '12月30日 周三'],
])(
  'whose year is not this one’s by the clock of the room has its year, at %s in %s',
  (moment, timeZone, after, before) => {
    vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] })
    const [inZh, inEn] = [{ language: 'zh', timeZone } as const, { language: 'en', timeZone } as const]
    expect([dayName('2027-01-02', inZh), dayName('2026-12-30', inZh)]).toEqual([after, before])
    expect([dateName('2027-01-02', inZh), dateName('2026-12-30', inZh)]).toEqual(
      [after, before].map((day) => day.slice(0, -3)),
    )
    expect(dayName('2027-01-02', inEn)).toBe(after.startsWith('2027') ? 'Sat 2 Jan 2027' : 'Sat 2 Jan')
    const nine = timeZone === 'Asia/Shanghai' ? '2027-01-02T01:00:00.000Z' : '2027-01-02T09:00:00.000Z'
    // Also where the day that the reader has in mind is one of that year.
    expect(timeOn('2027-01-01', nine, inZh)).toBe(`${after} 09:00`)
    expect(rangeOn('2027-01-02', nine, addMs(nine, HOUR), inZh)).toBe('09:00–10:00')
  },
)

test('the year is said when it is another one', () => {
  expect(dateTime('2026-12-31T15:00:00.000Z', zh, now)).toBe('12月31日 23:00')
  expect(dateTime('2026-12-31T16:00:00.000Z', zh, now)).toBe('2027年1月1日 00:00')
  expect(dayTime('2026-12-31T15:00:00.000Z', zh, now)).toBe('12月31日 周四 23:00')
  expect(dayTime('2026-12-31T16:00:00.000Z', { ...zh, language: 'en' }, now)).toBe('Fri 1 Jan 2027 00:00')
})

test.each([
  [25 * MINUTE, '25 分钟', '25 minutes'],
  [MINUTE, '1 分钟', '1 minute'],
  [MINUTE - 1, '不到 1 分钟', 'under a minute'],
  [0, '不到 1 分钟', 'under a minute'],
  [HOUR, '1 小时', '1 hour'],
  [3 * HOUR + 59 * MINUTE, '3 小时', '3 hours'],
  [47 * HOUR, '47 小时', '47 hours'],
  [-50 * HOUR, '2 天', '2 days'],
])('%i ms is roughly %s', (lengthMs, inZh, inEn) => {
  expect([roughly(lengthMs, 'zh'), roughly(lengthMs, 'en')]).toEqual([inZh, inEn])
})

test('relative times', () => {
  expect(relative('2026-11-21T06:00:00.000Z', now, 'zh')).toBe('3小时前')
  expect(relative('2026-11-21T09:05:00.000Z', now, 'en')).toBe('in 5 minutes')
  expect(relative('2026-11-21T09:00:20.000Z', now, 'en')).toBe('now')
})

test('numbers and sizes', () => {
  expect(numberText(12_345)).toBe('12,345')
  expect(sizeText(1_400_000, 'en')).toBe('1.4 MB')
  expect(sizeText(512, 'en')).toBe('512 bytes')
})

test('what is written out by hand says what Intl says', () => {
  const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10))
  const counts = [0, 1, 2, 59, 999, 1_000, 12_345, 1_234_567]
  for (const [language, tag] of [
    ['zh', 'zh-CN'],
    ['en', 'en-GB'],
  ] as const) {
    const said = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
      return days.map((day) => format.format(new Date(day)))
    }
    const month = language === 'zh' ? 'long' : 'short'
    expect(days.map((day) => dayOfMonth(day, language))).toEqual(said({ month, day: 'numeric' }))
    expect(days.map((day) => fullDateName(day, language))).toEqual(said({ month, day: 'numeric', year: 'numeric' }))
    expect(days.map((day) => weekday(day, language))).toEqual(said({ weekday: 'short' }))
    const numbers = new Intl.NumberFormat(tag)
    expect(counts.map(numberText)).toEqual(counts.map((count) => numbers.format(count)))
    for (const [unit, ms] of [
      ['minute', MINUTE],
      ['hour', HOUR],
      ['day', 24 * HOUR],
    ] as const) {
      const lengths = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' })
      for (const count of [2, 23, 47]) {
        const withoutSpaces = roughly(count * ms, language).replace(/ (?=[一-鿿])/, '')
        expect(withoutSpaces).toBe(lengths.format(count))
      }
    }
  }
})

test('a first screen makes no Intl format, where the browser has Temporal: the first one costs a window 30 ms', () => {
  vi.stubGlobal('Temporal', Temporal)
  const made = (['DateTimeFormat', 'NumberFormat', 'RelativeTimeFormat'] as const).map((name) => vi.spyOn(Intl, name))
  const shown = [
    dayTime(now, zh, now),
    timeRange(now, '2026-11-21T10:00:00.000Z', en),
    roughly(3 * HOUR, 'zh'),
    numberText(12_345),
  ]
  expect(shown).toEqual(['11月21日 周六 17:00', '17:00–18:00', '3 小时', '12,345'])
  for (const each of made) expect(each).not.toHaveBeenCalled()
})

test('a day of another year says its year, wherever only a day stands', () => {
  const [at, now] = ['2025-12-31T15:30:00.000Z', '2025-12-31T16:30:00.000Z']
  expect([dayOf(at, zh, now), dayOf(at, en, now)]).toEqual(['2025年12月31日 周三', 'Wed 31 Dec 2025'])
  expect([dateOf(at, zh, now), dateOf(at, en, now)]).toEqual(['2025年12月31日', '31 Dec 2025'])
  expect([dateOf(now, zh, now), dayOf(now, zh, now)]).toEqual(['1月1日', '1月1日 周四'])
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
  expect([timeOn('2026-01-01', at, zh), timeOn('2026-01-01', now, zh)]).toEqual(['2025年12月31日 周三 23:30', '00:30'])
  expect(timeOn('2026-01-02', now, zh)).toBe('1月1日 周四 00:30')
})

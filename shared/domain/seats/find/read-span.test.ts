import { expect, test } from 'vitest'
import { readSpan } from './read-span.ts'

/** A Monday. */
const TODAY = '2026-11-30'
const told = (words: string, today = TODAY) => {
  const span = readSpan(words, today)
  if (span === null) return null
  const days = span.from === span.to ? span.from : `${span.from}…${span.to}`
  const isWhole = span.fromTime === '00:00' && span.toTime === '24:00'
  return isWhole ? days : `${days} ${span.fromTime}-${span.toTime}`
}

test.each([
  ['上周五', '2026-11-27'],
  ['上周三', '2026-11-25'],
  ['上个星期天', '2026-11-29'],
  ['上上周一', '2026-11-16'],
  ['last Friday', '2026-11-27'],
  ['last monday', '2026-11-23'],
  ['Friday last week', '2026-11-27'],
  ['大前天', '2026-11-27'],
  ['前天', '2026-11-28'],
  ['昨晚', '2026-11-29 18:00-24:00'],
  ['last night', '2026-11-29 18:00-24:00'],
  ['the day before yesterday', '2026-11-28'],
  ['今天下午', '2026-11-30 12:00-18:00'],
  ['昨天上午', '2026-11-29 08:00-12:00'],
  ['yesterday 2pm', '2026-11-29 13:00-15:00'],
  ['11月30日 上午', '2026-11-30 08:00-12:00'],
  ['11月27日 周五', '2026-11-27'],
  ['11月27日 周五 14:00–15:00', '2026-11-27 14:00-15:00'],
  ['2025年11月27日 周四', '2025-11-27'],
  ['Fri 27 Nov', '2026-11-27'],
  ['Friday, November 27', '2026-11-27'],
  ['9月18日', '2026-09-18'],
  ['上周', '2026-11-23…2026-11-29'],
  ['上周末', '2026-11-28…2026-11-29'],
  ['上个月', '2026-10-01…2026-10-31'],
  ['last month', '2026-10-01…2026-10-31'],
  ['最近三天', '2026-11-28…2026-11-30'],
  ['past 7 days', '2026-11-24…2026-11-30'],
  ['3天前', '2026-11-27'],
  ['两周前', '2026-11-16…2026-11-22'],
  ['2 weeks ago', '2026-11-16…2026-11-22'],
  // What is to come as before.
  ['下周三', '2026-12-09'],
  ['周五', '2026-12-04'],
  ['明天下午', '2026-12-01 12:00-18:00'],
  ['三天后', '2026-12-03'],
  ['12月5日', '2026-12-05'],
])('«%s» is %s', (words, days) => expect(told(words)).toBe(days))

test('a week or month that is not over is all of it, behind today as well', () => {
  expect(told('这周', '2026-11-26')).toBe('2026-11-23…2026-11-29')
  expect(told('this month', '2026-11-26')).toBe('2026-11-01…2026-11-30')
  expect(told('周三', '2026-11-26')).toBe('2026-12-02')
})

test('a year turns between', () => {
  expect(told('上个月', '2026-01-05')).toBe('2025-12-01…2025-12-31')
  expect(told('12月30日', '2026-01-05')).toBe('2025-12-30')
  expect(told('1月3日', '2026-12-20')).toBe('2027-01-03')
})

test.each(['', '11', '没人管我', '上周五的退款', '11月27日 周三', '上', '今天下午茶', '2-30', '三天后 周日'])(
  '«%s» is no day alone',
  (words) => expect(told(words)).toBeNull(),
)

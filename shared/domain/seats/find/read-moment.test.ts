import { expect, test } from 'vitest'
import { readMoment } from './read-moment.ts'

const TODAY = '2026-11-28'

function minutesOf(time: string | null): number | null {
  const [hours = 0, minutes = 0] = time?.split(':').map(Number) ?? []
  return time === null ? null : 60 * hours + minutes
}

test.each([
  ['下周三 10-11', '2026-12-02', '10:00', '11:00'],
  ['下周三10点到11点', '2026-12-02', '10:00', '11:00'],
  ['下周三 10点 一小时', '2026-12-02', '10:00', '11:00'],
  ['12-5 9点', '2026-12-05', '09:00'],
  ['明天下午三点半', '2026-11-29', '15:30'],
  ['９月１７日 10:30', '2026-09-17', '10:30'],
  ['next Wednesday 10-11', '2026-12-02', '10:00', '11:00'],
  ['Wed 2pm', '2026-12-02', '14:00'],
  ['10:30', null, '10:30'],
  ['下午两点', null, '14:00'],
  ['下周三', '2026-12-02', null],
  ['10-11', '2026-10-11', null],
])('«%s» is %s at %s', (words, day, time, until?: string) => {
  expect(readMoment(words, TODAY)).toEqual({ day, minutes: minutesOf(time), until: minutesOf(until ?? null) })
})

test.each(['', '靠窗', '下周三 10点 靠窗', '下周三 10点 两个人', '3号席 10点', '下周三 一小时'])(
  '«%s» says no day and time, or more than that',
  (words) => {
    expect(readMoment(words, TODAY)).toBeNull()
  },
)

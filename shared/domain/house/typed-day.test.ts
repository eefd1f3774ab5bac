import { expect, test } from 'vitest'
import { typedDay } from './typed-day.ts'

test.each([
  ['2025-02-03', '2025-02-03'],
  ['2025/2/3', '2025-02-03'],
  ['11-27', '2026-11-27'],
  ['11/27', '2026-11-27'],
  ['１１月２７日', '2026-11-27'],
  ['2025年2月3日', '2025-02-03'],
  ['今天', '2026-11-26'],
  ['昨天', '2026-11-25'],
  [' Tomorrow ', '2026-11-27'],
])('%j is %s', (typed, day) => {
  expect(typedDay(typed, '2026-11-26')).toBe(day)
})

test.each(['2-31', '13-1', '11', '11-27-28-1', 'constructor', '', '2026-11'])('%j is no day', (typed) => {
  expect(typedDay(typed, '2026-11-26')).toBeNull()
})

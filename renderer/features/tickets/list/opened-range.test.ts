import { expect, test } from 'vitest'
import { datesOf, openedRanges, rangeOf } from './opened-range.ts'

const TODAY = '2026-03-05'

test('named ranges by the calendar: weeks begin on Monday, last month is whole', () => {
  expect(datesOf('week', TODAY)).toEqual({ openedFrom: '2026-03-02', openedTo: null })
  expect(datesOf('month', TODAY)).toEqual({ openedFrom: '2026-03-01', openedTo: null })
  expect(datesOf('last_month', TODAY)).toEqual({ openedFrom: '2026-02-01', openedTo: '2026-02-28' })
  expect(datesOf('last_month', '2026-01-31')).toEqual({ openedFrom: '2025-12-01', openedTo: '2025-12-31' })
})

test('dates are called by the name they were chosen by, others by none', () => {
  expect(openedRanges.map((range) => rangeOf(datesOf(range, TODAY), TODAY))).toEqual([...openedRanges])
  expect(rangeOf({ openedFrom: '2026-03-03', openedTo: null }, TODAY)).toBeNull()
  expect(rangeOf(datesOf('week', '2026-03-02'), '2026-03-02')).toBe('today')
})

import { expect, test } from 'vitest'
import { addMs, instantFromMs, msOf } from './instants.ts'

test('text and milliseconds are the same point in time', () => {
  expect(instantFromMs(0)).toBe('1970-01-01T00:00:00.000Z')
  expect(msOf('1970-01-01T00:00:01.002Z')).toBe(1002)
  expect(instantFromMs(msOf('2026-11-21T09:00:00.000Z'))).toBe('2026-11-21T09:00:00.000Z')
})

test('adding crosses midnight and goes back', () => {
  expect(addMs('2026-12-31T23:59:59.999Z', 1)).toBe('2027-01-01T00:00:00.000Z')
  expect(addMs('2027-01-01T00:00:00.000Z', -1)).toBe('2026-12-31T23:59:59.999Z')
})

test.each(['', '昨天下午', '2026-13-01T00:00:00.000Z'])('«%s» is refused, never NaN', (text) => {
  expect(() => msOf(text)).toThrow(RangeError)
})

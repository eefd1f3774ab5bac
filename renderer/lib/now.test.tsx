import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { clockIsAhead, instantNow, useNow } from './now.ts'

const YEAR_MS = 365 * 86_400_000
afterEach(() => clockIsAhead(0))

const aheadBy = (now: string) => Math.round((Date.now() - Date.parse(now)) / 60_000) * 60_000

test('what dates things here is what the window shows as now, from the moment it is known', () => {
  const { result } = renderHook(() => useNow(600_000))
  expect(aheadBy(result.current)).toBe(0)
  act(() => clockIsAhead(YEAR_MS))
  expect([aheadBy(result.current), aheadBy(instantNow())]).toEqual([YEAR_MS, YEAR_MS])
  act(() => clockIsAhead(0))
  expect([aheadBy(result.current), aheadBy(instantNow())]).toEqual([0, 0])
})

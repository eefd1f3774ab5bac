import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { clockIsAhead, instantNow, useLeftMs, useNow } from './now.ts'

const YEAR_MS = 365 * 86_400_000
afterEach(() => {
  clockIsAhead(0)
  vi.useRealTimers()
})

const aheadBy = (now: string) => Math.round((Date.now() - Date.parse(now)) / 60_000) * 60_000

test('what dates things here is what the window shows as now, from the moment it is known', () => {
  const { result } = renderHook(() => useNow(600_000))
  expect(aheadBy(result.current)).toBe(0)
  act(() => clockIsAhead(YEAR_MS))
  expect([aheadBy(result.current), aheadBy(instantNow())]).toEqual([YEAR_MS, YEAR_MS])
  act(() => clockIsAhead(0))
  expect([aheadBy(result.current), aheadBy(instantNow())]).toEqual([0, 0])
})

test('what is counted down in two places says the same in both, whenever each came', () => {
  vi.useFakeTimers({ now: Date.parse('2026-09-18T01:00:40Z') })
  const until = '2026-09-18T02:00:20.000Z'
  const minutes = ({ result }: { result: { current: number } }) => Math.floor(result.current / 60_000)
  const early = renderHook(() => useLeftMs(until))
  expect(minutes(early)).toBe(59)
  act(() => vi.advanceTimersByTime(45_000))
  const late = renderHook(() => useLeftMs(until))
  expect([minutes(early), minutes(late)]).toEqual([58, 58])
  act(() => vi.advanceTimersByTime(56_000))
  expect([minutes(early), minutes(late)]).toEqual([57, 57])
})

test('a clock that stands is not asked without end', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-09-18T01:00:00Z'), toFake: ['Date'] })
  let shown = 0
  renderHook(() => {
    shown += 1
    return useLeftMs('2026-09-18T02:00:00.000Z')
  })
  // A hundred turns of the event loop, each of which would show it anew.
  for (let turn = 0; turn < 100; turn++) await act(() => new Promise((resolve) => setTimeout(resolve, 1)))
  expect(shown).toBeLessThan(5)
})

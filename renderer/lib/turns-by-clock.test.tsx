import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from './query-client.ts'
import { useTurnsByClock } from './turns-by-clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('it is asked again once the moment is past, also where the screen is drawn anew just then, and only once for it', () => {
  const asked = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue()
  const moment = new Date(Date.now() + 200).toISOString()
  const { rerender } = renderHook(() => useTurnsByClock([moment], ['bookings', 'swaps']))
  const passes = (ms: number) => {
    act(() => void vi.advanceTimersByTime(ms))
    rerender()
  }
  // The clock that decides may be a second behind.
  for (const ms of [199, 1, 999]) passes(ms)
  expect(asked).not.toHaveBeenCalled()
  passes(1)
  expect(asked).toHaveBeenCalledWith({ queryKey: ['bookings', 'swaps'] })
  passes(7_200_000)
  expect(asked).toHaveBeenCalledTimes(1)
})

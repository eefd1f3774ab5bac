import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { givingWay } from './resting.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('long work gives way each time it went on for a while, and only then', async () => {
  const pause = givingWay()
  expect(pause()).toBeUndefined()
  vi.advanceTimersByTime(9)
  let isBack = false
  const waited = pause()?.then(() => {
    isBack = true
  })
  await Promise.resolve()
  expect(isBack).toBe(false)
  await vi.advanceTimersByTimeAsync(0)
  await waited
  expect(isBack).toBe(true)
  // From then on it is counted anew.
  expect(pause()).toBeUndefined()
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { givingWay } from './resting.ts'
import { changesSoFar } from './touched-fields.ts'

vi.mock('./touched-fields.ts', () => ({ changesSoFar: vi.fn(() => 0) }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

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

test('it goes on when nothing else is to be done, at the latest after a tenth of a second', async () => {
  const idle: { run: () => void; timeout: number }[] = []
  vi.stubGlobal('requestIdleCallback', (run: () => void, { timeout }: { timeout: number }) =>
    idle.push({ run, timeout }),
  )
  const pause = givingWay()
  vi.advanceTimersByTime(9)
  let isBack = false
  const waited = pause()?.then(() => {
    isBack = true
  })
  // What else waits has its turn, and its timers too.
  await vi.advanceTimersByTimeAsync(50)
  expect(isBack).toBe(false)
  expect(idle).toMatchObject([{ timeout: 100 }])
  idle[0]?.run()
  await waited
  expect(isBack).toBe(true)
})

test('where somebody writes already it goes on behind the next key, and waits for no idle moment', async () => {
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.mocked(changesSoFar).mockReturnValueOnce(1)
  const pause = givingWay()
  vi.advanceTimersByTime(9)
  let isBack = false
  void pause()?.then(() => {
    isBack = true
  })
  await vi.advanceTimersByTimeAsync(0)
  expect(isBack).toBe(true)
})

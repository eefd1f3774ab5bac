import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DRAFT_LONGEST_MS, DRAFT_PAUSE_MS, makeDraftKeeper } from './draft-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a pause stores once, within 300 ms', () => {
  const store = vi.fn()
  const keeper = makeDraftKeeper(store)
  keeper.touch()
  keeper.touch()
  vi.advanceTimersByTime(300)
  expect(store).toHaveBeenCalledTimes(1)
  expect(DRAFT_PAUSE_MS).toBeLessThanOrEqual(300)
})

test('somebody who never pauses is stored all the same', () => {
  const store = vi.fn()
  const keeper = makeDraftKeeper(store)
  for (let at = 0; at < DRAFT_LONGEST_MS; at += 100) {
    keeper.touch()
    vi.advanceTimersByTime(100)
  }
  expect(store).toHaveBeenCalledTimes(1)
})

test('flush stores what waits and nothing when nothing waits; drop forgets', () => {
  const store = vi.fn()
  const keeper = makeDraftKeeper(store)
  keeper.flush()
  expect(store).not.toHaveBeenCalled()
  keeper.touch()
  keeper.flush()
  expect(store).toHaveBeenCalledTimes(1)
  keeper.touch()
  keeper.drop()
  vi.advanceTimersByTime(5_000)
  expect(store).toHaveBeenCalledTimes(1)
})

import { v7 } from 'uuid'
import { beforeEach, expect, test, vi } from 'vitest'
import { elapsedMs, markMs } from './call-clock.ts'

const live = () => ({ id: v7(), endedAt: null, elapsedMs: 4_000 })
const over = () => ({ id: v7(), endedAt: '2026-11-21T01:05:00.000Z', elapsedMs: 300_000 })

/** `performance.now()` when main's answer came. */
const cameMs = 1_000_000

beforeEach(() => void vi.useRealTimers())

test('a live call runs on from what main said, a call that is over stands at its length', () => {
  const call = live()
  expect(elapsedMs(call, cameMs)).toBe(4_000)
  expect(elapsedMs(call, cameMs + 130_000)).toBe(134_000)
  expect(elapsedMs(over(), cameMs + 9_999_000)).toBe(300_000)
})

test('a mark lies the reaction lag before the key, never before the start, and never beyond the end', () => {
  const call = live()
  elapsedMs(call, cameMs)
  expect(markMs(call, 1_500, cameMs + 130_000)).toBe(132_500)
  expect(markMs({ ...live(), elapsedMs: 1_000 }, 1_500, cameMs)).toBe(0)
  expect(markMs(over(), 1_500, cameMs + 9_999_000)).toBe(300_000)
})

test('whatever the wall clock does, marks go on by what passed', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const call = live()
  elapsedMs(call, cameMs)
  const marks = [-3_600_000, 3_600_000, -86_400_000].map((stepMs, index) => {
    vi.setSystemTime(Date.now() + stepMs)
    return markMs(call, 0, cameMs + (index + 1) * 1_000)
  })
  expect(marks).toEqual([5_000, 6_000, 7_000])
})

test('a later answer never takes a call back, and gives it the time that the window slept', () => {
  const call = live()
  elapsedMs(call, cameMs)
  // Two seconds on the way: this answer is older than it looks.
  expect(elapsedMs({ ...call, elapsedMs: 12_000 }, cameMs + 10_000)).toBe(14_000)
  // Twelve minutes asleep, which the window's own clock did not count.
  expect(elapsedMs({ ...call, elapsedMs: 735_000 }, cameMs + 11_000)).toBe(735_000)
  expect(elapsedMs(call, cameMs + 12_000)).toBe(736_000)
})

import { expect, test } from 'vitest'
import { elapsedMs, markMs } from './call-clock.ts'

const live = { startedAt: '2026-11-21T01:00:00.000Z', endedAt: null }
const over = { ...live, endedAt: '2026-11-21T01:05:00.000Z' }
const at = (seconds: number) => Date.parse(live.startedAt) + seconds * 1000

test('a live call runs, a call that is over stands at its length', () => {
  expect(elapsedMs(live, at(134))).toBe(134_000)
  expect(elapsedMs(over, at(9_999))).toBe(300_000)
})

test('a mark lies the reaction lag before the key, never before the start, and never beyond the end', () => {
  expect(markMs(live, at(134), 1_500)).toBe(132_500)
  expect(markMs(live, at(1), 1_500)).toBe(0)
  expect(markMs(over, at(9_999), 1_500)).toBe(300_000)
})

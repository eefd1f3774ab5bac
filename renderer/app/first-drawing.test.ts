import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CODE_PATIENCE_MS, firstDrawing, PATIENCE_MS } from './first-drawing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = new Promise(() => {})
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Milliseconds until the first drawing. */
async function drawnAfter(code: Promise<unknown>, answers: Promise<unknown>): Promise<number> {
  const startedMs = Date.now()
  const drawn = firstDrawing(code, answers).then(() => Date.now() - startedMs)
  await vi.advanceTimersByTimeAsync(10_000)
  return drawn
}

test('a page is drawn once, with its answers, however long its code takes', async () => {
  expect(await drawnAfter(after(1_500), after(50))).toBe(1_500)
  expect(await drawnAfter(after(10), after(50))).toBe(50)
})

test('who does not answer, or cannot be asked, holds nothing up', async () => {
  expect(await drawnAfter(after(10), never)).toBe(10 + PATIENCE_MS)
  expect(await drawnAfter(after(10), Promise.reject(new Error('gone')))).toBe(10)
})

test('a page that cannot be fetched, or hangs, is drawn all the same: it says so', async () => {
  expect(await drawnAfter(never, after(50))).toBe(CODE_PATIENCE_MS)
  expect(await drawnAfter(Promise.reject(new Error('not there')), after(50))).toBe(50)
})

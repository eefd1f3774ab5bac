import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Topic } from '../../../shared/contract/entry.ts'
import { type Telling, telling } from './telling.ts'

let told: { desk: number; topics: readonly Topic[]; atMs: number }[]
let one: Telling<number>
beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  told = []
  one = telling(500, (desk, topics) => told.push({ desk, topics, atMs: Date.now() }))
})
afterEach(() => {
  one.end()
  vi.useRealTimers()
})

const many = Array.from({ length: 200 }, (_, desk) => desk)

test('two hundred desks are told one after another, all within half a second', () => {
  one.changed(['bookings'], many)
  expect(told.length).toBeLessThanOrEqual(10)
  vi.advanceTimersByTime(500)
  expect(told.map(({ desk }) => desk)).toEqual(many)
  const atOnce = Map.groupBy(told, ({ atMs }) => atMs)
  expect(Math.max(...[...atOnce.values()].map(({ length }) => length))).toBeLessThanOrEqual(10)
})

test('two desks hear of it at once, as good as', () => {
  one.changed(['bookings'], [1, 2])
  vi.advanceTimersByTime(20)
  expect(told.map(({ desk }) => desk)).toEqual([1, 2])
})

test('what changes while a desk waits for its turn is told with it, and nobody loses a turn by that', () => {
  one.changed(['bookings'], many)
  vi.advanceTimersByTime(240)
  const heard = told.length
  for (const topic of ['tickets', 'bookings'] as const) one.changed([topic], many)
  vi.advanceTimersByTime(1_000)
  expect(told.length).toBe(heard + 200)
  expect(told[heard]).toMatchObject({ desk: heard, topics: ['bookings', 'tickets'] })
  expect(told.at(-1)).toMatchObject({ desk: heard - 1, topics: ['tickets', 'bookings'] })
})

test('while something changes all the time, each is told as often as any other', () => {
  for (let count = 0; count < 100; count += 1) {
    one.changed(['sessions'], many)
    vi.advanceTimersByTime(50)
  }
  const times = many.map((desk) => told.filter((each) => each.desk === desk).length)
  expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(9)
})

test('nobody is told after its end', () => {
  one.changed(['bookings'], many)
  const heard = told.length
  one.end()
  vi.advanceTimersByTime(1_000)
  expect(told.length).toBe(heard)
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lookAfterSeals } from './hub-seals.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const away = () => Promise.reject(Object.assign(new Error('nobody answers'), { code: 'ECONNREFUSED' }))
const stop = () => {}
let logged: unknown[] = []
beforeEach(() => {
  logged = []
})
const log = { error: (...said: unknown[]) => void logged.push(said) }

test('what is sealed is looked after once the database is there, however often it was away before', async () => {
  const begin = vi.fn(() => Promise.resolve())
  begin.mockImplementationOnce(away).mockImplementationOnce(away)
  const end = lookAfterSeals({ begin, stop }, log)
  await vi.runAllTimersAsync()
  expect(begin).toHaveBeenCalledTimes(3)
  await end()
  expect(logged).toEqual([])
})

test('a hub that ends meanwhile asks no more', async () => {
  const begin = vi.fn(away)
  const end = lookAfterSeals({ begin, stop }, log)
  await end()
  await vi.runAllTimersAsync()
  expect(begin).toHaveBeenCalledTimes(1)
})

test('what fails otherwise is tried again, ever more seldom, until it is done', async () => {
  const begin = vi.fn(() => Promise.reject(new Error('one row says what no row says')))
  const end = lookAfterSeals({ begin, stop }, log)
  await vi.advanceTimersByTimeAsync(10_000 + 20_000 + 40_000)
  expect([begin.mock.calls.length, logged.length]).toEqual([4, 4])
  await vi.advanceTimersByTimeAsync(70_000)
  expect(begin).toHaveBeenCalledTimes(4)
  begin.mockImplementation(() => Promise.resolve() as never)
  await vi.runAllTimersAsync()
  expect(begin).toHaveBeenCalledTimes(5)
  await end()
})

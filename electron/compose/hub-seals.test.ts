import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lookAfterSeals } from './hub-seals.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const away = () => Promise.reject(Object.assign(new Error('nobody answers'), { code: 'ECONNREFUSED' }))
const logged: unknown[] = []
const log = { error: (...said: unknown[]) => void logged.push(said) }

test('what is sealed is looked after once the database is there, however often it was away before', async () => {
  const begin = vi.fn(() => Promise.resolve())
  begin.mockImplementationOnce(away).mockImplementationOnce(away)
  const end = lookAfterSeals({ begin }, log)
  await vi.runAllTimersAsync()
  expect(begin).toHaveBeenCalledTimes(3)
  await end()
  expect(logged).toEqual([])
})

test('a hub that ends meanwhile asks no more', async () => {
  const begin = vi.fn(away)
  const end = lookAfterSeals({ begin }, log)
  await end()
  await vi.runAllTimersAsync()
  expect(begin).toHaveBeenCalledTimes(1)
})

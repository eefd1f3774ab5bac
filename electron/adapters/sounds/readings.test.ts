import { beforeEach, expect, test, vi } from 'vitest'
import { readingsOf } from './readings.ts'

const entry = vi.hoisted(() => ({ url: '' }))
vi.mock('../worker-entry.ts', () => ({ workerEntry: () => new URL(entry.url) }))

const failures: unknown[] = []
const failed = (error: unknown) => void failures.push(error)
beforeEach(() => failures.splice(0))

test('when the thread cannot live, what is known is answered and the reason is told; the next question tries again', async () => {
  entry.url = new URL('./nobody.ts', import.meta.url).href
  expect((await readingsOf(['曾三'], failed)).has('曾')).toBe(false)
  expect(failures).toHaveLength(1)
  entry.url = new URL('./sounds-worker.ts', import.meta.url).href
  expect((await readingsOf(['曾三'], failed)).get('曾')).toEqual(expect.arrayContaining(['zeng', 'ceng']))
  expect(failures).toHaveLength(1)
})

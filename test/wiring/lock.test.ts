import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { alone } from '../../scripts/lib/lock.mjs'
import { aFolder } from '../builders/console.ts'
import { patience } from '../builders/patience.ts'

/** No system gives so large a number to a process. */
const GONE = '2147483646'

let folder: ReturnType<typeof aFolder>
let lock: string
beforeEach(() => {
  folder = aFolder()
  lock = join(folder.path, 'a.lock')
})
afterEach(() => folder.remove())

test('what a command left that was killed is taken away, by one at a time: also where two came to it at once', async () => {
  writeFileSync(lock, GONE)
  // Another command has looked and is about to take it away.
  writeFileSync(`${lock}.looking`, String(process.pid))
  const work = vi.fn(async () => readFileSync(lock, 'utf8'))
  const mine = alone(work, lock)
  await new Promise((resolve) => setImmediate(resolve))
  expect([work.mock.calls.length, readFileSync(lock, 'utf8')]).toEqual([0, GONE])
  rmSync(`${lock}.looking`)
  expect(await mine).toBe(String(process.pid))
  expect([existsSync(lock), existsSync(`${lock}.looking`)]).toEqual([false, false])
})

test('one that was killed while it looked stops nobody for long', async () => {
  writeFileSync(lock, GONE)
  writeFileSync(`${lock}.looking`, GONE)
  const work = vi.fn(async () => {})
  await alone(work, lock)
  await expect.poll(() => work.mock.calls.length, patience).toBe(1)
})

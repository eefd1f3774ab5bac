import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { someParts } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import type { LookEnd } from '../../adapters/exports/look-through.ts'
import { makeLookingThrough } from './looking-through.ts'

const { thread } = vi.hoisted(() => ({
  thread: { isStarted: false, isStopped: false, end: (_: LookEnd) => {} },
}))
vi.mock('../../adapters/exports/look-through.ts', () => ({
  lookThrough: () => {
    thread.isStarted = true
    const ended = new Promise<LookEnd>((resolve) => {
      thread.end = resolve
    })
    return {
      ended,
      stop: () => {
        thread.isStopped = true
      },
    }
  },
}))

let parts: ReturnType<typeof someParts>
beforeEach(() => {
  Object.assign(thread, { isStarted: false, isStopped: false })
  parts = someParts()
})
afterEach(() => parts.close())

test('words that went stop a look, and what it had written by then is gone once the console is closed', async () => {
  const path = join(parts.parts.dataFolder, 'looked-through')
  const looking = makeLookingThrough(parts.parts)
  void looking.look()
  await vi.waitFor(() => expect(thread.isStarted).toBe(true), patience)
  await looking.forget()
  expect(thread.isStopped).toBe(true)
  const closed = looking.close()
  writeFileSync(path, 'digests of what is gone')
  thread.end('whole')
  await closed
  expect(existsSync(path)).toBe(false)
})

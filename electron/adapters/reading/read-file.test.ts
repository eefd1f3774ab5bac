import { beforeEach, expect, test, vi } from 'vitest'
import { readFile } from './read-file.ts'

const entry = vi.hoisted(() => ({ url: '' }))
vi.mock('../worker-entry.ts', () => ({ workerEntry: () => new URL(entry.url) }))

beforeEach(() => {
  entry.url = new URL('./reading-worker.ts', import.meta.url).href
})
const base64 = (text: string) => Buffer.from(text).toString('base64')

test('a list is read in a thread that is started for it', async () => {
  expect(await readFile('people', base64('name\n王敏\n'))).toMatchObject({ rows: expect.anything() })
})

test('a file that needs more memory than any honest one is given up, and so is one whose thread ends without a word', async () => {
  const all = `const kept = []; for (;;) kept.push(Array.from({ length: 1_000_000 }, (_, each) => ({ each })))`
  for (const does of [all, '']) {
    entry.url = `data:text/javascript,${encodeURIComponent(does)}`
    expect(await readFile('people', base64('name\n王敏\n'))).toBeNull()
  }
})

const shortly = { workMs: 2_900, atAllMs: 60_000, lookEveryMs: 20 }
const doing = (does: string) => {
  entry.url = `data:text/javascript,${encodeURIComponent(does)}`
}

test('a file that needs more work than any honest one is given up', async () => {
  doing('for (;;);')
  expect(await readFile('people', base64('name\n王敏\n'), '', shortly)).toBeNull()
})

test('one that is read late, because the machine had much else to do, is read all the same', async () => {
  doing(`import { parentPort } from 'node:worker_threads'
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000)
    parentPort.postMessage({ rows: [] })`)
  expect(await readFile('people', base64('name\n王敏\n'), '', shortly)).toEqual({ rows: [] })
})

test('nobody waits for ever for one that never ends', async () => {
  doing('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)')
  const impatient = { ...shortly, atAllMs: 100 }
  expect(await readFile('people', base64('name\n王敏\n'), '', impatient)).toBeNull()
})

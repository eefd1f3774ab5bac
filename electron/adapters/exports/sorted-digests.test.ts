import { hash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sortedDigests } from './sorted-digests.ts'

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  return { ...real, readSync: vi.fn(real.readSync) }
})

const HEAD = 64
const layout = { from: HEAD, bytes: 16 }

let folder: string
let fd: number
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'earshot-digests-'))
})
afterEach(() => {
  fs.closeSync(fd)
  fs.rmSync(folder, { recursive: true })
})

const digest = (text: string) => hash('sha256', text, 'binary').slice(0, layout.bytes)
const digestsOf = (count: number) => Array.from({ length: count }, (_, nth) => digest(`text ${nth}`)).sort()
function opened(digests: readonly string[], behind = Buffer.alloc(0)) {
  const path = join(folder, 'digests')
  fs.writeFileSync(path, Buffer.concat([randomBytes(HEAD), Buffer.from(digests.join(''), 'latin1'), behind]))
  fd = fs.openSync(path, 'r')
  vi.mocked(fs.readSync).mockClear()
  return sortedDigests(fd, layout)
}

test.each([0, 1, 2, 255, 256, 257, 1_000])('of %i each is found and no other', (count) => {
  const digests = digestsOf(count)
  const known = opened(digests)
  expect(digests.filter((each) => !known.has(each))).toEqual([])
  expect(
    ['other', ...Array.from({ length: 50 }, (_, nth) => `other ${nth}`)].filter((each) => known.has(digest(each))),
  ).toEqual([])
  for (const byte of [0, 255]) expect(known.has(String.fromCharCode(byte).repeat(16))).toBe(false)
})

test('those that begin alike are told apart', () => {
  const alike = ['a', 'b', 'd'].map((end) => `same${end.repeat(12)}`)
  const known = opened([...digestsOf(300), ...alike].sort())
  expect([...alike, `same${'c'.repeat(12)}`].map((each) => known.has(each))).toEqual([true, true, true, false])
})

test('one that was cut at its end is not found', () => {
  const cut = Buffer.alloc(16, 255)
  expect(opened(digestsOf(3), cut.subarray(0, 15)).has(cut.toString('latin1'))).toBe(false)
})

test('whoever asks for one of twenty thousand reads a few pages of it, and for all each page once', () => {
  const digests = digestsOf(20_000)
  const known = opened(digests)
  expect(known.has(digest('text 7'))).toBe(true)
  expect(vi.mocked(fs.readSync).mock.calls.length).toBeLessThan(9)
  for (const each of digests) known.has(each)
  expect(vi.mocked(fs.readSync).mock.calls.length).toBe(Math.ceil(20_000 / 256))
})

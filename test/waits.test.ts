import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Waits that are given up sooner than `patience`: what the runner allows by itself is one second, which a busy machine needs for nothing. */
function impatientWaits(source: string): string[] {
  return [...source.matchAll(/\b(?:vi\s*\.wait(?:For|Until)|expect\s*\.poll)\(/g)].flatMap(({ 0: name, index }) => {
    let depth = 1
    let end = index + name.length
    for (; depth > 0 && end < source.length; end += 1)
      depth += Number(source[end] === '(') - Number(source[end] === ')')
    const call = source.slice(index, end)
    return /\bpatience\b/.test(call) ? [] : [call]
  })
}

const sources = ['shared', 'electron', 'renderer', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$|^builders\b/.test(name) && name !== 'waits.test.ts')
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)

test('a wait without patience is found, one with it is not', () => {
  const waits = [
    'vi.waitFor(() => done(1))',
    'expect\n  .poll(() => a(), { timeout: 10 }).toBe(1)',
    'vi.waitUntil(x, patience)',
  ]
  expect(waits.map((wait) => impatientWaits(wait).length)).toEqual([1, 1, 0])
})

test('no test gives up sooner than a busy machine needs', () => {
  expect(sources.length).toBeGreaterThan(200)
  expect(
    sources.flatMap((file) => impatientWaits(readFileSync(join(root, file), 'utf8')).map((wait) => `${file}: ${wait}`)),
  ).toEqual([])
})

test('no test opens a connection with a server of which it does not hear that the server ended it', () => {
  const own = sources.filter((file) => readFileSync(join(root, file), 'utf8').includes('new Client('))
  expect(own).toEqual([join('test', 'builders', 'connection.ts')])
})

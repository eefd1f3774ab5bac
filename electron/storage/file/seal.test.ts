import { existsSync, fstatSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { breakSeal, checkSeal, hasSeal, seal } from './seal.ts'

const flushed = vi.hoisted(() => ({ told: (_descriptor: number): void => {} }))
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  fsyncSync: (descriptor: number) => flushed.told(descriptor),
}))

test.skipIf(process.platform === 'win32')(
  'a broken seal is off the disk, its folder flushed, before anything is written',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-seal-'))
    const path = join(folder, 'earshot.db')
    writeFileSync(path, 'bytes')
    seal(path)
    expect(hasSeal(path)).toBe(true)
    const folders: { isThere: boolean }[] = []
    flushed.told = (descriptor) => {
      if (fstatSync(descriptor).isDirectory()) folders.push({ isThere: existsSync(join(folder, 'earshot.seal')) })
    }
    breakSeal(path)
    expect(folders).toEqual([{ isThere: false }])
    breakSeal(path)
    expect(folders).toHaveLength(1)
    rmSync(folder, { recursive: true })
  },
)

test('a file that takes long to read keeps nobody from ending: its size and its time are sealed, and what they do not tell is not known', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-seal-'))
  const path = join(folder, 'earshot.db')
  writeFileSync(path, 'bytes')
  const [large, small] = [1, 1_000]
  seal(path)
  expect([checkSeal(path, large), checkSeal(path, small)]).toEqual(['kept', 'kept'])
  seal(path, -1)
  expect(hasSeal(path)).toBe(true)
  expect([checkSeal(path, large), checkSeal(path, small)]).toEqual(['kept', 'none'])
  utimesSync(path, 1, 1)
  expect([checkSeal(path, large), checkSeal(path, small)]).toEqual(['none', 'none'])
  writeFileSync(path, 'more bytes')
  expect([checkSeal(path, large), checkSeal(path, small)]).toEqual(['differs', 'differs'])
  rmSync(folder, { recursive: true })
})

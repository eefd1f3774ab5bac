import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseDataFolder, demoExportFolder } from './data-folder.ts'
import { isOnNetworkDrive } from './network-drive.ts'

vi.mock('./network-drive.ts', { spy: true })

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'earshot-choose-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true, force: true })
})

test('a folder of this machine is made and tried, and nothing is left of the try', () => {
  const dataFolder = join(root, 'new', 'data')
  expect(chooseDataFolder({ dataFolder, isDemo: false, language: 'zh' })).toMatchObject({ ok: true, path: dataFolder })
  expect(readdirSync(dataFolder)).toEqual([])
})

test.each([
  ['zh', '网络盘'],
  ['en', 'network drive'],
] as const)('one on a network drive is refused before it is touched, with what to do (%s)', (language, words) => {
  vi.mocked(isOnNetworkDrive).mockReturnValue(true)
  const dataFolder = join(root, 'share')
  const chosen = chooseDataFolder({ dataFolder, isDemo: false, language })
  if (chosen.ok) throw new Error('it was taken')
  for (const part of [words, dataFolder, '--data']) expect(chosen.sentence).toContain(part)
  expect(existsSync(dataFolder)).toBe(false)
})

test('a throw-away demo leaves neither data nor exports behind', () => {
  const chosen = chooseDataFolder({ dataFolder: null, isDemo: true, language: 'zh' })
  if (!chosen.ok) throw new Error(chosen.sentence)
  mkdirSync(demoExportFolder(chosen.path))
  chosen.discard()
  expect([chosen.path, demoExportFolder(chosen.path)].filter(existsSync)).toEqual([])
})

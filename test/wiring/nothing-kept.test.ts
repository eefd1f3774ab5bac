import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { consoleSession } from '../../electron/shells/electron/console-session.ts'
import { openMainWindow } from '../../electron/shells/electron/windows.ts'
import { asked, forgetAsked } from '../electron-stand-in/asked.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))
beforeEach(forgetAsked)

test('pages live in a session that is kept in memory, without a cache', () => {
  consoleSession()
  expect(asked.partitions).toEqual([{ partition: 'console', isCached: false }])
  const settings = { readWindowPlace: () => null, saveWindowPlace: () => {} }
  openMainWindow({ settings, preloadPath: '', iconPath: '', title: '', isPackaged: true })
  const preferences = asked.windows.at(-1)?.webPreferences
  expect(preferences?.partition).toBe('console')
  expect(preferences?.partition).not.toMatch(/^persist:/)
  expect(preferences?.spellcheck).toBe(false)
})

test('no picture of a crashed page’s memory is written: Electron takes none unless it is told to', () => {
  const folder = join(import.meta.dirname, '..', '..', 'electron')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  expect(sources.length).toBeGreaterThan(100)
  for (const name of sources) expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/crashReporter/)
})

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../../test/builders/patience.ts'
import { hasScreen, openInBrowser, showInFileWindow } from './file-window.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-window-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('on Linux a screen is X11 or Wayland; Windows and macOS always have one', () => {
  expect([
    hasScreen('linux', {}),
    hasScreen('linux', { DISPLAY: ':0' }),
    hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' }),
    hasScreen('win32', {}),
    hasScreen('darwin', {}),
  ]).toEqual([false, true, true, true, true])
})

test.runIf(process.platform === 'linux')('without a screen or a program there is no file window', async () => {
  vi.stubEnv('DISPLAY', '')
  vi.stubEnv('WAYLAND_DISPLAY', '')
  expect(await showInFileWindow('/tmp/a.csv')).toBe('no_file_window')
  vi.stubEnv('DISPLAY', ':99')
  vi.stubEnv('PATH', folder)
  expect(await showInFileWindow('/tmp/a.csv')).toBe('no_file_window')
})

test.runIf(process.platform === 'linux')('a folder with a hostile name is one argument, not a command', async () => {
  const heard = join(folder, 'heard')
  writeFileSync(
    join(folder, 'xdg-open'),
    `#!/bin/sh\nprintf '%s|' "$@" > "${heard}.part"\n/bin/mv "${heard}.part" "${heard}"\n`,
  )
  chmodSync(join(folder, 'xdg-open'), 0o755)
  vi.stubEnv('DISPLAY', ':99')
  vi.stubEnv('PATH', folder)
  const hostile = join(folder, `$(touch ${folder}/hit); 共享盘`)
  expect(await showInFileWindow(join(hostile, '听线工单.xlsx'))).toBe('shown')
  await vi.waitFor(() => expect(existsSync(heard)).toBe(true), patience)
  expect(readFileSync(heard, 'utf8')).toBe(`${hostile}|`)
  expect(existsSync(join(folder, 'hit'))).toBe(false)
})

test.runIf(process.platform === 'linux')('a login goes to the person’s browser whole, and nowhere unsafe', async () => {
  const heard = join(folder, 'heard')
  writeFileSync(
    join(folder, 'xdg-open'),
    `#!/bin/sh\nprintf '%s|' "$@" > "${heard}.part"\n/bin/mv "${heard}.part" "${heard}"\n`,
  )
  chmodSync(join(folder, 'xdg-open'), 0o755)
  vi.stubEnv('DISPLAY', ':99')
  vi.stubEnv('PATH', folder)
  for (const unsafe of ['http://login.example/', 'file:///etc/passwd', 'https://me:word@login.example/'])
    expect(await openInBrowser(new URL(unsafe)), unsafe).toBe('not_here')
  expect(existsSync(heard)).toBe(false)
  const address = 'https://login.example/authorize?a=1&b=$(x)'
  expect(await openInBrowser(new URL(address))).toBe('opened')
  await vi.waitFor(() => expect(readFileSync(heard, 'utf8')).toBe(`${address}|`), patience)
})

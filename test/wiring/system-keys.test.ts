import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { secretFile } from '../../electron/adapters/secrets/secret-file.ts'
import { aFolder } from '../builders/console.ts'
import { desktop } from '../electron-stand-in/desktop.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))
const { systemKeys } = await import('../../electron/shells/electron/system-keys.ts')

const TOKEN = 'a-token-that-nobody-guesses'
let folder: ReturnType<typeof aFolder>
let path: string
beforeEach(() => {
  folder = aFolder()
  path = join(folder.path, 'team.token')
})
afterEach(() => {
  desktop.keys = 'own'
  folder.remove()
})

test('where the system keeps keys, the file holds what only this account reads', async () => {
  const secret = secretFile(path, systemKeys)
  await secret.keep(TOKEN)
  expect(readFileSync(path, 'utf8')).not.toContain(TOKEN)
  expect(secret.isEncrypted()).toBe(true)
  expect(await secret.read()).toBe(TOKEN)
  // Started once without Electron: it cannot be read, and is not taken for something else.
  expect(await secretFile(path, undefined).read()).toBeNull()
})

test.each(['open', 'none'] as const)(
  'where its key lies open or there is none (%s), the file says so and is for own eyes',
  async (keys) => {
    desktop.keys = keys
    const secret = secretFile(path, systemKeys)
    await secret.keep(TOKEN)
    expect(secret.isEncrypted()).toBe(false)
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(await secret.read()).toBe(TOKEN)
    secret.forget()
    expect(await secret.read()).toBeNull()
  },
)

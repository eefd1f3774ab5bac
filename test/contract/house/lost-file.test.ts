import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, aConsole, accepted, aFolder, clientOf } from '../../builders/console.ts'
import { aClock } from '../../builders/parts.ts'

let folder: ReturnType<typeof aFolder>
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => folder.remove())

test('a file that is gone after a clean end is damage also where no copy is left, and beginning anew works', async () => {
  const path = join(folder.path, 'earshot.db')
  const first = await aConsole(folder.path, { clock: aClock() })
  await aCall(clientOf(first.call))
  await first.close()
  rmSync(path)
  rmSync(join(folder.path, 'backups'), { recursive: true, force: true })
  const again = await aConsole(folder.path, { clock: aClock() })
  const { workspace } = clientOf(again.call)
  expect(await accepted(workspace.status({}))).toMatchObject({ state: 'damaged', fault: { kind: 'gone' } })
  expect(existsSync(path)).toBe(false)
  expect(await accepted(workspace.startFresh({}))).toMatchObject({ state: 'ready' })
  await again.close()
})

test('pipes in place of its small files hold up no start', async ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no such pipes')
  await (await aConsole(folder.path, { clock: aClock() })).close()
  const names = ['earshot.seal', 'earshot.checked', 'console-id', 'settings.json']
  for (const name of names) {
    rmSync(join(folder.path, name), { force: true })
    execFileSync('mkfifo', [join(folder.path, name)])
  }
  const again = await aConsole(folder.path, { clock: aClock() })
  expect(await accepted(clientOf(again.call).workspace.status({}))).toMatchObject({ state: 'ready' })
  await again.close()
})

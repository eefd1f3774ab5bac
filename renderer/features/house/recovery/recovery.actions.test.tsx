import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { aCall, aConsole, accepted, aFolder, clientOf } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { workspaceStatus } from '../../../lib/common-queries.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { Damaged } from './Damaged.tsx'
import { restore, startFresh } from './recovery.actions.ts'

let page: TestWindow
afterEach(() => page.close())

/** A window before a database of which nothing is left but its copy, with one session in it. */
const damaged = async () => {
  const folder = aFolder()
  const console = await aConsole(folder.path)
  await aCall(clientOf(console.call))
  await accepted(clientOf(console.call).workspace.backUpNow({}))
  await console.close()
  const copies = readdirSync(join(folder.path, 'backups'))
  page = await aWindow({
    before: (dataFolder) => {
      mkdirSync(join(dataFolder, 'backups'))
      for (const copy of copies) cpSync(join(folder.path, 'backups', copy), join(dataFolder, 'backups', copy))
      writeFileSync(join(dataFolder, 'earshot.db'), 'this was a database')
    },
  })
  folder.remove()
  const status = await accepted(page.client.workspace.status({}))
  expect(status.state).toBe('damaged')
  return accepted(page.client.workspace.backups({}))
}
const onScreen = () => queryClient.getQueryData(workspaceStatus.queryKey)?.state

test('its newest good copy is the database again, and the screen knows at once', async () => {
  const [backup] = await damaged()
  if (backup === undefined) throw new Error('no copy')
  expect(await restore(backup)).toBe(true)
  expect(onScreen()).toBe('ready')
  expect(page.notice().tone).toBe('success')
  expect(await accepted(page.client.sessions.current({}))).not.toBeNull()
  expect(await restore(backup)).toBe(false)
  expect(page.notice().tone).toBe('failure')
})

test('a copy that went meanwhile is told; beginning empty works', async () => {
  const [backup] = await damaged()
  if (backup === undefined) throw new Error('no copy')
  const other = backup.fileName.replace(/\d(?=\D*$)/, (digit) => (digit === '9' ? '8' : '9'))
  expect(await restore({ ...backup, fileName: other })).toBe(false)
  expect(page.notice().tone).toBe('failure')
  expect(await startFresh()).toBe(true)
  expect(onScreen()).toBe('ready')
})

test('the screen is there before the copies are read, and the focus stays where it will be needed', async () => {
  const [backup] = await damaged()
  const reading = Promise.withResolvers<void>()
  page.answer('workspace.backups', async (_, ask) => {
    await reading.promise
    return ask()
  })
  const status = await accepted(page.client.workspace.status({}))
  page.show(<Damaged status={status} unsaved={null} onSound={() => {}} onQuit={() => {}} />)
  await screen.findByText(/正在通读备份/)
  const act = screen.getByRole('button', { name: '恢复这份备份' })
  expect(document.activeElement).toBe(act)
  await page.user.click(act)
  expect(onScreen()).toBeUndefined()
  reading.resolve()
  await screen.findByRole('radio', { checked: true })
  expect(document.activeElement).toBe(act)
  await page.user.click(act)
  await page.told('已恢复到')
  expect(backup?.isGood).toBe(true)
  expect(onScreen()).toBe('ready')
})

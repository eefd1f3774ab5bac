import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { everyShell, test } from './app.ts'
import { accepted } from './door.ts'
import { arrivedAt, enter, title } from './pages/frame.ts'
import { press, tabTo } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { aLiveCall, aNote, settle } from './seed.ts'

const garbage = Buffer.from('这不是数据库。'.repeat(4_000))

test('a damaged database leads to the recovery screen; the backup brings everything back, the damaged file is kept', {
  tag: everyShell,
}, async ({ app }) => {
  const { me } = await settle(app.door)
  const { call } = await aLiveCall(app.door, me.id)
  await aNote(app.door, call.id, '这句话在备份里')
  await accepted(app.door.workspace.backUpNow({}))
  await app.quit()
  writeFileSync(join(app.dataFolder, 'earshot.db'), garbage)

  await app.start()
  await arrivedAt(app.page, '数据库打不开')
  expect((await app.door.people.list({})).ok).toBe(false)
  // Looking changes nothing.
  expect(readFileSync(join(app.dataFolder, 'earshot.db')).equals(garbage)).toBe(true)
  const backups = app.page.getByRole('group', { name: '从一份备份恢复' })
  await expect(backups.getByRole('radio').first()).toBeChecked()
  await expect(backups).toContainText('批注 1 条')
  await tabTo(app.page, app.page.getByRole('button', { name: '恢复这份备份' }))
  await press(app.page, 'Enter')

  await arrivedAt(app.page, '今天')
  const live = await LivePage.current(app.page)
  await expect(live.note('这句话在备份里')).toBeVisible()
  const kept = readdirSync(app.dataFolder).filter((name) => /damaged/.test(name))
  expect(kept.map((name) => readFileSync(join(app.dataFolder, name)).equals(garbage))).toEqual([true])
  await live.write('恢复以后接着记')
})

test('a database of zero bytes is no silent empty start: fresh only after it was said', async ({ app }) => {
  await settle(app.door)
  await enter(app.page)
  await app.quit()
  writeFileSync(join(app.dataFolder, 'earshot.db'), '')

  await app.start()
  await arrivedAt(app.page, '数据库打不开')
  await tabTo(app.page, app.page.getByRole('button', { name: '重新开始' }))
  await press(app.page, 'Enter')
  const dialog = app.page.getByRole('dialog', { name: '用空的数据库重新开始？' })
  await expect(dialog).toBeVisible()
  // Esc takes nothing.
  await press(app.page, 'Escape')
  await expect(dialog).toBeHidden()
  await expect(title(app.page)).toHaveText('数据库打不开')
  await press(app.page, 'Enter')
  await expect(dialog).toBeVisible()
  await press(app.page, 'Mod+Enter')
  await arrivedAt(app.page, '今天')
  expect(await accepted(app.door.people.list({}))).toEqual([])
})

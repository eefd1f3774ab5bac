import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { everyShell, test } from './app.ts'
import { accepted } from './door.ts'
import { filesIn, nameLike, readCsv, sha256Of } from './exported-files.ts'
import { ExportsPage } from './pages/exports-page.ts'
import { enter } from './pages/frame.ts'
import { settle, ticketsFrom } from './seed.ts'

test('an export onto a folder that vanishes waits with its reason, and is delivered whole when the folder is back', {
  tag: everyShell,
}, async ({ app, elsewhere }) => {
  const share = join(elsewhere, '共享盘')
  mkdirSync(share)
  const { me } = await settle(app.door, { exportFolder: share })
  await ticketsFrom(app.door, me.id, '优惠券领了用不上')
  await enter(app.page)
  const dialog = await (await ExportsPage.open(app.page)).begin()
  await dialog.wants('CSV')
  await expect(dialog.folderState).toContainText('可以写入')

  // The drive goes between the check and the key.
  renameSync(share, join(elsewhere, '断开了'))
  const ledger = await dialog.start()
  const row = ledger.row(/听线工单_/)
  await expect(row).toContainText('找不到这个文件夹。请核对路径、连上网络盘，或改送别处。文件已备好，好了会自动送出。')
  expect(filesIn(elsewhere)).toEqual(['断开了'])
  expect(filesIn(join(elsewhere, '断开了'))).toEqual([])
  const tries = async () => (await accepted(app.door.exports.list({ limit: 5 })))[0]?.tries ?? 0
  const triesBefore = await tries()
  await ledger.retryFirst()
  await expect.poll(tries).toBeGreaterThan(triesBefore)
  await expect(row).toContainText('待发')

  // Nobody asks: the folder is watched.
  renameSync(join(elsewhere, '断开了'), share)
  await expect(row).toContainText('已送达')
  const [name = ''] = filesIn(share)
  expect(filesIn(share)).toHaveLength(1)
  expect(name).toMatch(nameLike('本周', 'csv'))
  await expect(await ledger.openFirst()).toContainText(sha256Of(join(share, name)))
  expect(readCsv(share, name)).toHaveLength(2)
})

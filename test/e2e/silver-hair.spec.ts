import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { filesIn, readCsv } from './exported-files.ts'
import { ExportsPage } from './pages/exports-page.ts'
import { enter } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { settle } from './seed.ts'

test('somebody old calls: proposed, marked, looked at through the lens by keys, and told in review and in the file', async ({
  app,
  elsewhere,
}) => {
  const share = join(elsewhere, '听线共享')
  mkdirSync(share)
  await settle(app.door, { exportFolder: share })
  const { page } = app
  await enter(page)
  const live = await LivePage.walkUp(page)
  await live.nextCall(1)
  await live.write('我今年七十六了，不会用', { digit: 1 })
  await expect(page.getByRole('status').filter({ hasText: '标为银发' })).toBeVisible()
  await press(page, 'Alt+s')
  const lens = page.getByRole('region', { name: '银发镜片' })
  await expect(lens).toBeVisible()
  await expect(live.box).toBeFocused()
  await live.write('坐席说「清一下缓存」', { kind: '判断' })
  await expect(lens).toContainText('缓存')

  // A return is the caller's own: it is not recorded as done for them, and the two other ways stand there.
  await press(page, 'Alt+i', '1', '1')
  await expect(lens).toContainText('不能代办')
  await press(page, '2')
  await expect(lens).toContainText('一步步带着本人做')
  await press(page, 'Escape')
  await expect(live.box).toBeFocused()

  await live.nextCall(2)
  await live.write('券领了用不了', { digit: 1 })
  const review = await live.end()
  await expect(page.getByRole('group', { name: '第 1 通 · 银发' })).toContainText('不会用')
  await expect(page.getByRole('group', { name: '第 2 通' })).not.toContainText('银发')
  await review.choose('我今年七十六了，不会用')
  await review.department.fill('服务体验部')
  await review.makeTicket('ES-000001')
  await review.choose('券领了用不了')
  await review.department.fill('营销部')
  await review.makeTicket('ES-000002')

  const ledger = await ExportsPage.open(page)
  const dialog = await ledger.begin()
  await dialog.wants('CSV')
  await dialog.start()
  await expect(ledger.row('已送达')).toHaveCount(1)
  const [heads = [], ...rows] = readCsv(share, filesIn(share)[0] ?? '')
  const told = rows.map((row) => [row[heads.indexOf('编号')], row[heads.indexOf('服务')]])
  expect(told.sort()).toEqual([
    ['ES-000001', '银发服务'],
    ['ES-000002', ''],
  ])
})

import { readdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { everyShell, test } from './app.ts'
import { accepted } from './door.ts'
import { enter } from './pages/frame.ts'
import { LivePage } from './pages/live-page.ts'
import { settle } from './seed.ts'

test('it ends cleanly with words in the box: exit 0, no write-ahead log left, nothing lost', {
  tag: everyShell,
}, async ({ app, shell }) => {
  await settle(app.door)
  await enter(app.page)
  const live = await LivePage.walkUp(app.page)
  await live.nextCall(1)
  await live.write('快递放在门口就走了')
  await app.page.keyboard.type('没有打电话')
  await expect
    .poll(async () => (await accepted(app.door.notes.halfDone({}))).map((draft) => draft.text))
    .toEqual(['没有打电话'])

  expect(await app.quit()).toBe(shell === 'desktop' ? null : 0)
  const names = readdirSync(app.dataFolder)
  expect(names).toContain('earshot.db')
  expect(names.filter((name) => /-(?:wal|shm|journal)$/.test(name))).toEqual([])

  await app.start()
  const again = await LivePage.current(app.page)
  await expect(again.note('快递放在门口就走了')).toBeVisible()
  await expect(again.box).toHaveValue('没有打电话')
})

import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { daysAfter } from '../../shared/domain/wall-clock.ts'
import { type App, test } from './app.ts'
import { accepted } from './door.ts'
import { enter, goTo } from './pages/frame.ts'
import { aLiveCall, aNote, settle } from './seed.ts'

const aSession = async ({ door }: App, listenerId: string, words: string) => {
  const { session, call } = await aLiveCall(door, listenerId)
  await aNote(door, call.id, words)
  await accepted(door.sessions.end({ sessionId: session.id }))
  return session
}

/** As if so many days went by on which the program ran (beside it: a file that is changed while it is closed is not opened): what is there is as much older, and the rule began. */
function age(dataFolder: string, days: number): void {
  const db = new Database(join(dataFolder, 'earshot.db'))
  for (const { id, day } of db.prepare('SELECT id, day FROM counted_day').all() as { id: string; day: string }[])
    db.prepare('UPDATE counted_day SET day = ? WHERE id = ?').run(daysAfter(day, -days), id)
  db.exec(`UPDATE note_event SET at = '2020' || substr(at, 5)`)
  db.exec(`UPDATE retention_rules SET rules_json = replace(rules_json, '"startsOn":"20', '"startsOn":"19')`)
  db.close()
}

const openSettings = async (page: Page) => {
  await goTo(page, '设置')
  await page.getByRole('link', { name: '保留期限' }).click()
  await expect(page.getByRole('heading', { name: '30 天内会删什么' })).toBeVisible()
}

test('a limit is turned on, what will go is seen, one session is kept; the other goes and stands in the ledger', async ({
  app,
}) => {
  const { me } = await settle(app.door)
  const going = await aSession(app, me.id, '会删掉的话')
  const kept = await aSession(app, me.id, '要留住的话')
  await enter(app.page)
  await openSettings(app.page)
  await app.page.getByRole('checkbox', { name: '批注和现场会的话：到期删除' }).check()
  await app.page.getByRole('textbox', { name: '批注和现场会的话：保留天数' }).fill('7')
  await app.page.getByRole('button', { name: '保存期限' }).click()
  await app.page.getByRole('button', { name: '明白，保存' }).click()
  const due = app.page.getByRole('region', { name: '批注和现场会的话' }).getByRole('row')
  await expect(due.filter({ hasText: '到期就删' })).toHaveCount(2)

  const { page } = app
  const rowOf = (sessionId: string) => due.filter({ has: page.locator(`a[href*="${sessionId}"]`) })
  await rowOf(kept.id).getByRole('button', { name: /^留住/ }).click()
  await page.getByRole('textbox', { name: '为什么要留（会写在列表里）' }).fill('培训用')
  await page.getByRole('button', { name: '留住', exact: true }).click()
  await expect(page.getByRole('heading', { name: '留住的场次' })).toBeVisible()
  // Not before: whatever is due goes at any moment.
  age(app.dataFolder, 30)

  const ledger = page.getByRole('row', { name: /批注和现场会的话.*保留 7 天/ })
  await expect(ledger).toBeVisible({ timeout: 60_000 })
  await expect(rowOf(going.id)).toHaveCount(0)
  const notesOf = async (sessionId: string) => (await accepted(app.door.notes.ofSession({ sessionId }))).length
  expect([await notesOf(going.id), await notesOf(kept.id)]).toEqual([0, 1])
  await page.evaluate((id) => {
    history.pushState({}, '', `/review/${id}`)
    dispatchEvent(new PopStateEvent('popstate'))
  }, going.id)
  await expect(page.getByText(/按保留期限删除了/)).toBeVisible()
})

import { expect } from '@playwright/test'
import { test } from './app.ts'
import { accepted } from './door.ts'
import { enter, notices } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { settle, ticketsFrom } from './seed.ts'

test.beforeEach(async ({ app }) => {
  await settle(app.door)
  await enter(app.page)
})

const callsNow = async (door: Parameters<typeof settle>[0]) => {
  const session = await accepted(door.sessions.current({}))
  return accepted(door.sessions.calls({ sessionId: session?.id ?? '' }))
}

test('words typed before the first call start it and stay; held down, «next call» makes one call; the key right after a dialog closed is not lost', async ({
  app,
}) => {
  const live = await LivePage.walkUp(app.page)
  await app.page.keyboard.type('3月买的还没到')
  await expect(live.box).toHaveValue('3月买的还没到')
  await expect.poll(async () => (await callsNow(app.door)).length).toBe(1)
  await live.save('3月买的还没到')

  await app.page.keyboard.down('Alt')
  for (let beat = 0; beat < 11; beat++) await app.page.keyboard.down('n')
  await app.page.keyboard.up('n')
  await app.page.keyboard.up('Alt')
  await expect.poll(async () => (await callsNow(app.door)).length).toBe(2)
  await expect(live.box).toHaveValue('')

  await press(app.page, 'Alt+q')
  await expect(app.page.getByRole('dialog')).toBeVisible()
  await press(app.page, 'Escape')
  await app.page.keyboard.type('补差')
  await expect(live.box).toHaveValue('补差')
})

test('a new export has the focus inside, and Ctrl+Z does not go back to a cleared search', async ({ app }) => {
  await ticketsFrom(app.door, null, '尿不湿太小', '买完就降价')
  // As fast as hands are: the page's code may still be on its way, and its key waits for it.
  await press(app.page, 'g', 'e', 'n')
  const dialog = app.page.getByRole('dialog')
  await expect(dialog.locator(':focus')).toBeVisible()
  await press(app.page, 'Escape')
  await expect(dialog).toBeHidden()
  await press(app.page, 'g', 'k', 'Control+f')
  const search = app.page.getByRole('search').getByRole('textbox')
  await expect(search).toBeFocused()
  await app.page.keyboard.type('尿不湿')
  await press(app.page, 'Escape', 'Escape')
  await expect(search).toHaveValue('')
  await expect(search).not.toBeFocused()
  await press(app.page, 'Control+z')
  await expect(search).not.toBeFocused()
  await expect(search).toHaveValue('')
})

test('keys pressed without a pause act on the day that the key before them led to', async ({ app }) => {
  await press(app.page, 'Mod+2')
  const board = app.page.getByRole('grid', { name: /的席位表$/ })
  const day = (await board.getAttribute('aria-label')) ?? ''
  await press(app.page, ']')
  await expect(board).not.toHaveAttribute('aria-label', day)
  await press(app.page, 'n')
  await press(app.page, 'Enter')
  await expect(notices(app.page)).toContainText('王敏 已约')
  await expect(board.getByRole('gridcell', { name: /我的预约，王敏/ })).toBeFocused()
  // Every day was looked at before, so that nothing is to be fetched between the keys.
  for (const step of [']', ']', '[', '[']) await turn(step)
  await press(app.page, 'm', ']', ']', 'Enter')
  await expect(notices(app.page)).toContainText('王敏 已改到')
  await expect(board.getByRole('gridcell', { name: /我的预约，王敏/ })).toBeFocused()

  async function turn(step: string): Promise<void> {
    const before = (await board.getAttribute('aria-label')) ?? ''
    await press(app.page, step)
    await expect(board).not.toHaveAttribute('aria-label', before)
    await expect(board.locator(':focus')).toHaveCount(1)
  }
})

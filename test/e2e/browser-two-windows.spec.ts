import { expect } from '@playwright/test'
import { test } from './app.ts'
import { enter } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { SeatsPage } from './pages/seats-page.ts'
import { settle } from './seed.ts'

test('a booking made in one window, and then a note, appear in the other without being asked for', async ({
  app,
  context,
}) => {
  await settle(app.door)
  await enter(app.page)
  const other = await context.newPage()
  await other.goto(app.url)
  const shown = await SeatsPage.open(other)
  await app.page.bringToFront()
  const ask = await (await SeatsPage.open(app.page)).draw()
  const { text } = await ask.place()
  await ask.book()
  await expect(shown.booking(`${text} 我的预约，王敏`)).toBeVisible()
  await press(app.page, 'Delete')
  await expect(shown.booking(/我的预约/)).toHaveCount(0)

  const live = await LivePage.walkUp(app.page)
  await live.nextCall(1)
  await other.bringToFront()
  const watching = await LivePage.current(other)
  await app.page.bringToFront()
  await live.write('两个窗口都看得见')
  await expect(watching.note('两个窗口都看得见')).toBeVisible()
})

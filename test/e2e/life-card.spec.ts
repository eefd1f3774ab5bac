import { expect, type Page } from '@playwright/test'
import { test } from './app.ts'
import { enter } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { settle } from './seed.ts'

const card = (page: Page) => page.getByRole('dialog', { name: '生命通道' })

/** All of it lies in the window, without anything being gone through. */
async function isInSight(page: Page, name: RegExp): Promise<boolean> {
  const box = await card(page).getByRole('button', { name }).boundingBox()
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  return box !== null && box.y >= 0 && box.x >= 0 && box.y + box.height <= height && box.x + box.width <= width
}

test('what is typed on over the card is written in the note, and each number stays in sight with two dangers in any window', async ({
  app,
}) => {
  await settle(app.door)
  const { page } = app
  await page.setViewportSize({ width: 1280, height: 800 })
  await enter(page)
  const live = await LivePage.walkUp(page)
  await live.nextCall(1)
  await page.keyboard.type('she says: ')
  await press(page, 'Mod+Shift+h')
  await expect(card(page)).toBeVisible()
  // So slowly that each key stands alone.
  await page.keyboard.type('w3', { delay: 900 })
  await press(page, 'Mod+Shift+h')
  await page.keyboard.press('3')
  await expect(card(page).getByRole('button', { name: /^3/, pressed: true })).toBeVisible()
  await page.keyboard.press('3')
  await press(page, 'Escape')
  await press(page, 'Mod+Shift+h')
  await page.keyboard.type('as here, come to 3 now')
  await expect(page.getByLabel('批注', { exact: true })).toHaveValue('she says: w3as here, come to 3 now')
  await page.keyboard.type('。我现在就要跳下去，我把一整瓶安眠药都吃了，我住在人民路 12 号 3 楼，电话 13900008817')
  await expect(card(page).getByLabel('回拨号码')).toHaveValue('13900008817')
  await expect(card(page).getByLabel('地址', { exact: true })).toHaveValue(/人民路 12 号 3 楼/)
  await expect(card(page).getByText('先打这个')).toBeVisible()
  for (const [width, height] of [
    [1280, 800],
    [1093, 574],
    [853, 533],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const name of [/12356/, /110/, /120/])
      expect([width, name, await isInSight(page, name)]).toEqual([width, name, true])
  }
})

import { expect, type Locator } from '@playwright/test'
import { test } from './app.ts'
import { enter } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { settle } from './seed.ts'

async function edges(part: Locator) {
  const box = await part.boundingBox()
  if (box === null) throw new Error('not in sight')
  return { top: box.y, left: box.x, bottom: box.y + box.height, right: box.x + box.width }
}

/** Whether one lies over the other. */
async function overlaps(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await edges(one), await edges(other)]
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

test('a folded card of the life channel, and what is asked beside it, cover neither the clock of a meeting nor what ends it', async ({
  app,
}) => {
  await settle(app.door)
  const { page } = app
  await page.setViewportSize({ width: 1280, height: 800 })
  await enter(page)
  const live = await LivePage.walkUp(page)
  await live.nextCall(1)
  await press(page, 'Mod+Shift+h')
  await expect(page.getByRole('dialog', { name: '生命通道' })).toBeVisible()
  await press(page, 'Escape')
  const folded = page.getByRole('status').filter({ hasText: '还没有人接手' })
  await expect(folded).toBeVisible()
  await live.nextCall(2)
  await live.write('快递送错小区了', { digit: 3 })

  await press(page, 'F8')
  const clock = page.getByRole('timer', { name: '现场会剩余时间' })
  await expect(clock).toBeVisible()
  expect(await overlaps(folded, clock)).toBe(false)
  expect(await overlaps(folded, page.getByRole('button', { name: '结束现场会' }))).toBe(false)

  await press(page, 'Escape')
  await live.write('顾客说要找记者', { kind: '风险' })
  const question = page.getByRole('status').filter({ hasText: '要走生命通道吗' })
  await expect(question).toBeVisible()
  await press(page, 'F8')
  await expect(clock).toBeVisible()
  expect(await overlaps(question, clock)).toBe(false)
})

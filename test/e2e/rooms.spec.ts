import { expect } from '@playwright/test'
import { test } from './app.ts'
import { arrivedAt, enter, goTo, notices } from './pages/frame.ts'
import { press, tabTo } from './pages/keyboard.ts'
import { SeatsPage } from './pages/seats-page.ts'
import { settle } from './seed.ts'

test('a coordinator opens a second room for 双11, books there, and closes it again', async ({ app }) => {
  await settle(app.door)
  const { page } = app
  await enter(page)
  // One room: nothing to choose on the board.
  let seats = await SeatsPage.open(page)
  await press(page, 'r')
  await expect(page.getByRole('dialog')).toBeHidden()

  await goTo(page, '设置')
  await page.getByRole('link', { name: '听线室' }).click()
  await page.getByRole('button', { name: '另加一间…' }).click()
  const adding = page.getByRole('dialog', { name: '另加一间听线室' })
  await adding.getByLabel('名称').fill('双11 加开')
  await adding.getByLabel('地点').fill('杭州')
  await adding.getByLabel('现在这一间叫什么').fill('西厅')
  await press(page, 'Mod+Enter')
  await expect(adding).toBeHidden()
  await expect(page.getByRole('row', { name: /^双11 加开 杭州 4 / })).toContainText('开放')
  await expect(page.getByRole('heading', { name: '双11 加开' })).toBeVisible()

  // The board of the new room is one key away, and stays chosen.
  seats = await SeatsPage.open(page)
  await press(page, 'r')
  await expect(page.getByRole('dialog', { name: '换一间' })).toBeVisible()
  await press(page, 'ArrowDown', 'Enter')
  const heading = page.getByRole('button', { name: /^双11 加开/ })
  await expect(heading).toBeVisible()
  await expect(seats.board.locator(':focus')).toHaveCount(1)
  await seats.atNextMidnight()
  const ask = await seats.draw()
  const place = await ask.place()
  await ask.book()
  await expect(notices(page)).toContainText(`双11 加开 ${place.text}`)
  await goTo(page, '今天')
  const mine = page.getByRole('link', { name: new RegExp(`双11 加开 ${place.seat}号席 听线`) })
  await expect(mine).toBeVisible()
  await page.reload()
  await arrivedAt(page, '今天')
  await goTo(page, '席位')
  await expect(heading).toBeVisible()

  // It closes: what is booked there is told first, and cancelled with a reason.
  await goTo(page, '设置')
  await page.getByRole('link', { name: '听线室' }).click()
  await page.getByRole('button', { name: '双11 加开' }).click()
  await page.getByRole('button', { name: '停用…' }).click()
  await expect(page.getByRole('dialog', { name: '停用 双11 加开' })).toBeVisible()
  await press(page, 'Mod+Enter')
  const hits = page.getByRole('dialog', { name: '停用会碰到 1 个预约' })
  await expect(hits.getByRole('row', { name: /王敏/ })).toContainText(`${place.seat}号席`)
  await hits.getByText('取消选中的').click()
  await hits.getByLabel('取消的原因').fill('大促结束')
  await tabTo(page, hits.getByRole('button', { name: '取消 1 个预约并停用' }))
  await press(page, 'Enter')
  await expect(page.getByRole('row', { name: /^双11 加开/ })).toContainText('已停用')
  await goTo(page, '今天')
  await expect(mine).toBeHidden()
  // The board opens with the one that is left; that of the other says why nothing is to be had.
  await goTo(page, '席位')
  await expect(page.getByRole('button', { name: /^西厅/ })).toBeVisible()
  await press(page, 'r')
  await expect(page.getByRole('dialog', { name: '换一间' })).toBeVisible()
  await press(page, 'ArrowDown', 'Enter')
  await expect(heading).toBeVisible()
  await expect(page.getByRole('main')).toContainText('停用')
})

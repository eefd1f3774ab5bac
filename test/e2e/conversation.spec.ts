import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './app.ts'
import { enter } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { settle } from './seed.ts'

/** A conversation written for this test, in the form of the IETF draft: seconds and words. */
const vcon = (subject: string, said: readonly (readonly [number, 0 | 1, string])[]) =>
  JSON.stringify({
    vcon: '0.3.0',
    uuid: '01936f2e-0000-8000-8000-000000000001',
    created_at: '2026-11-20T02:00:00.000Z',
    subject,
    parties: [
      { name: '顾客', role: 'customer' },
      { name: '客服', role: 'agent' },
    ],
    dialog: said.map(([second, party, body]) => ({
      type: 'text',
      start: new Date(Date.UTC(2026, 10, 20, 2, 0, second)).toISOString(),
      parties: [party],
      mediatype: 'text/plain',
      encoding: 'none',
      body,
    })),
  })

const priceProtection = vcon('价保没有到账', [
  [0, 0, '我上个月买的冰箱降价了'],
  [2, 1, '您的电话是 13812345678 吗'],
  [600, 0, '是的，价保说三天到账'],
  [602, 1, '我帮您看一下'],
  [1_800, 0, '已经等了半个月'],
  [1_860, 1, '马上为您处理'],
])

/** Drops a file on the live screen, as from the desktop of the computer. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], fileName, { type: 'application/json' }))
      return transfer
    },
    [name, text] as const,
  )
  const area = page.getByTestId('drop-area')
  await area.dispatchEvent('dragenter', { dataTransfer })
  await expect(page.getByText('松手就放在这一通旁边')).toBeVisible()
  await area.dispatchEvent('drop', { dataTransfer })
}

test('a conversation file dropped on the call plays line by line, four times as fast, all at once, and skips', async ({
  app,
}) => {
  await settle(app.door)
  await enter(app.page)
  const live = await LivePage.walkUp(app.page)
  await live.nextCall(1)
  await drop(app.page, '价保.vcon.json', priceProtection)

  const pane = app.page.getByRole('region', { name: '价保没有到账' })
  const lines = pane.getByRole('listitem').filter({ hasText: /顾客|客服/ })
  const next = pane.getByRole('status')
  await expect(lines.first()).toContainText('我上个月买的冰箱降价了')
  // The second comes by itself, two seconds later, with the number in it masked.
  await expect(lines).toHaveCount(2)
  await expect(lines.nth(1)).toContainText('您的电话是 138****5678 吗')
  await expect(next).toContainText('下一句还有')

  await press(app.page, 'Alt+l')
  await expect(lines).toHaveCount(3)
  await expect(lines.nth(2)).toContainText('价保说三天到账')
  await expect(lines).toHaveCount(4)

  // Twenty minutes to the next line; at four times the pace five.
  const wait = async () => {
    const [minutes = 0, seconds = 0] = (/(\d+):(\d+)/.exec((await next.textContent()) ?? '')?.slice(1) ?? []).map(
      Number,
    )
    return minutes * 60 + seconds
  }
  expect(await wait()).toBeGreaterThan(1_100)
  await press(app.page, 'Alt+o')
  await expect(pane.getByRole('radio', { name: '4 倍' })).toBeChecked()
  await expect.poll(wait).toBeLessThanOrEqual(300)
  // And it does run four times as fast: what is left shrinks second by second with the clock of the call.
  const clock = async () => (await live.timer.textContent()) ?? ''
  const left = await wait()
  expect(left).toBeGreaterThan(240)
  for (let ticks = 0; ticks < 3; ticks += 1) {
    const before = await clock()
    await expect.poll(clock).not.toBe(before)
  }
  expect(await wait()).toBeLessThanOrEqual(left - 2)

  await press(app.page, 'Alt+p')
  await expect(next).toHaveText('已暂停')
  await press(app.page, 'Alt+o')
  await expect(lines).toHaveCount(6)
  await expect(next).toHaveText('对话到此为止')

  // Meanwhile the box kept the focus: what is heard is noted.
  await expect(live.box).toBeFocused()
  await live.write('已经等了半个月')
})

test('what is being said stays in sight beside a call, whatever is shown or dropped', async ({ app }) => {
  await settle(app.door)
  await enter(app.page)
  await app.page.setViewportSize({ width: 1280, height: 800 })
  const live = await LivePage.walkUp(app.page)
  await live.nextCall(1)
  await drop(app.page, '价保.vcon.json', priceProtection)
  const pane = app.page.getByRole('region', { name: '价保没有到账' })
  await expect(pane).toContainText('我上个月买的冰箱降价了')
  await test.step('a notice passes below what is being said, not over it', async () => {
    await press(app.page, 'Alt+o', 'Alt+o')
    const end = pane.getByRole('status')
    await expect(end).toHaveText('对话到此为止')
    await live.write('已经等了半个月')
    await press(app.page, 'Control+z')
    const notice = app.page.getByRole('region', { name: '提示' }).getByText('文字回到输入框')
    await expect(notice).toBeVisible()
    const bottomOf = async (part: Locator) => {
      const { y, height } = (await part.boundingBox()) ?? { y: 0, height: 0 }
      return y + height
    }
    const room = async () =>
      ((await notice.boundingBox())?.y ?? 0) - Math.max(await bottomOf(pane), await bottomOf(end))
    await expect.poll(room).toBeGreaterThanOrEqual(0)
    await live.save('已经等了半个月')
  })
  await test.step('however high the notices are, what is being said keeps some lines in sight', async () => {
    // As the notices say of themselves how high they are, when five stand and pass.
    await app.page.evaluate(() => {
      document.documentElement.style.setProperty('--standing-height', '180px')
      document.documentElement.style.setProperty('--passing-height', '320px')
    })
    const heightOf = async () => (await pane.boundingBox())?.height ?? 0
    await expect.poll(heightOf).toBeGreaterThanOrEqual(200)
  })
  await test.step('nothing beside it scrolls by itself, and in a low window its lines are what is seen first', async () => {
    await app.page.evaluate(() => document.documentElement.removeAttribute('style'))
    for (const words of ['优惠券用不了', '包装破了', '送货晚了三天']) {
      await live.write(words)
      await live.save(words)
    }
    await app.page.setViewportSize({ width: 1093, height: 574 })
    const scrolling = () =>
      pane.evaluate((shown) =>
        [...(shown.closest('aside')?.querySelectorAll('*') ?? [])]
          .filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowY) && !shown.contains(part))
          .map((part) => part.className),
      )
    await expect.poll(scrolling).toEqual([])
    await expect.poll(async () => ((await pane.boundingBox())?.y ?? 0) + 190).toBeLessThan(574)
    await app.page.setViewportSize({ width: 1280, height: 800 })
  })
  await test.step('another file takes the place of the first and plays from its beginning', async () => {
    await drop(
      app.page,
      '换码.vcon.json',
      vcon('尿不湿换码', [
        [0, 0, '尿不湿买大了一号'],
        [900, 1, '可以免费换一包'],
      ]),
    )
    const next = app.page.getByRole('region', { name: '尿不湿换码' })
    await expect(next).toContainText('尿不湿买大了一号')
    await expect(next).toContainText('1/2')
  })
  await test.step('a file that is no conversation is refused in words, and the call goes on', async () => {
    await drop(app.page, '会议纪要.json', '{"meeting":"周会"}')
    await expect(app.page.getByRole('alert')).toContainText('这不是 vCon 对话文件')
    await live.write('顾客还在说')
  })
})

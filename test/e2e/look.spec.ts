import { expect } from '@playwright/test'
import { test } from './app.ts'
import { accepted } from './door.ts'
import { arrivedAt, enter, goTo, notices, title } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { TicketsPage } from './pages/tickets-page.ts'
import { aLiveCall, settle, ticketsFrom } from './seed.ts'

test('language, theme and size change with a key at once, in the middle of a note, and stay', async ({ app }) => {
  await settle(app.door)
  const { page } = app
  await enter(page)
  const live = await LivePage.walkUp(page)
  await live.nextCall(1)

  // A hand that rests on «save» after a note sees a button that waits, not one that shines with words too faint to read.
  const save = page.getByRole('button', { name: /^保存，记下一条/ })
  const ground = () =>
    save.evaluate(async (button) => {
      await Promise.all(button.getAnimations().map(({ finished }) => finished))
      return getComputedStyle(button).backgroundColor
    })
  await expect(save).toBeDisabled()
  const waiting = await ground()
  await save.hover({ force: true })
  expect(await ground()).toBe(waiting)

  await page.keyboard.type('还没写完')
  const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme)
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await scheme()).toBe('light')
  const light = await paper()

  const figure = page.locator('main h1')
  const height = async () => (await figure.boundingBox())?.height ?? 0
  const usual = await height()

  await press(page, 'F9', 'F10', 'Mod+Alt+=', 'Mod+Alt+=')
  await expect(title(page)).toContainText('Listen')
  await expect.poll(height).toBeGreaterThan(usual * 1.2)
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect.poll(scheme).toBe('dark')
  await expect.poll(paper).not.toBe(light)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  // The words in the box did not notice.
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('还没写完')
  await expect
    .poll(async () => accepted(app.door.settings.get({})))
    .toMatchObject({
      theme: 'dark',
      language: 'en',
      textSizePercent: 130,
    })

  await page.reload()
  await expect(title(page)).toContainText('Listen')
  expect(await scheme()).toBe('dark')
  expect(await height()).toBeGreaterThan(usual * 1.2)
  // Larger words leave less room, and what depends on it knows from the first drawing on: the name of the console stands aside.
  await expect(page.getByText('Earshot', { exact: true })).toBeHidden()
  await press(page, 'F9', 'F10', 'Mod+Alt+0')
  await expect(title(page)).toContainText('听线')
  await expect.poll(scheme).toBe('light')
  await expect.poll(height).toBe(usual)

  // 1280 × 800 at 150 %, in the language with the longer words: what was noted last is still in sight below the box.
  await press(page, 'F9', 'F10')
  await page.setViewportSize({ width: 853, height: 533 })
  const box = page.getByRole('textbox', { name: 'Note' })
  for (const words of ['The box came open', 'Nobody called her back', 'The link is dead']) {
    await expect(box).toBeFocused()
    await page.keyboard.type(words)
    await press(page, 'Mod+Enter')
    await expect(box).toHaveValue('')
  }
  const notes = page.locator('[data-note-id]')
  for (const at of [0, 1, 2]) await expect(notes.nth(at)).toBeInViewport({ ratio: 0.9 })
})

test('what lies over the tickets, and beside them on paper, hides nothing', async ({ app }) => {
  const { me } = await settle(app.door)
  const words = '满减券在结算页不见了，退了三次也没有回来'
  const voices = Array.from({ length: 11 }, (_, index) => `第 ${index + 1} 张的原话`)
  await ticketsFrom(app.door, me.id, ...voices, words)
  const { page } = app
  await enter(page)
  await test.step('a notice passes below an open ticket, not over what is read in it', async () => {
    const tickets = await TicketsPage.open(app.page)
    await tickets.row('第 1 张的原话').click()
    const pane = app.page.getByRole('complementary', { name: '工单 ES-000001' })
    await press(app.page, 'm')
    await expect(pane.getByRole('button', { name: '认领' })).toBeFocused()
    await app.page.keyboard.press('Enter')
    await expect(pane.locator('form :focus')).toHaveValue('王敏')
    await press(app.page, 'Mod+Enter')
    await expect(notices(app.page)).toContainText('ES-000001 现在是「处理中」')
    const notice = notices(app.page).getByRole('status')
    const bottom = async () => {
      const { y, height } = (await pane.boundingBox()) ?? { y: 0, height: 0 }
      return y + height
    }
    await expect.poll(async () => ((await notice.boundingBox())?.y ?? 0) - (await bottom())).toBeGreaterThanOrEqual(0)
    // The list beside it stays as long as it was.
    await expect(app.page.getByRole('button', { name: /^导出这 12 张/ })).toBeVisible()
  })
  // Above the ticket nothing is open any more.
  await press(page, 'Escape')
  await test.step('in a narrow window Tab stands on nothing at the foot of the list that an open ticket lies over, and its keys act', async () => {
    await app.page.setViewportSize({ width: 900, height: 640 })
    const tickets = await TicketsPage.open(app.page)
    const exported = app.page.getByRole('button', { name: /^导出这 12 张/ })
    await expect(exported).toBeVisible()
    await tickets.row('第 1 张的原话').click()
    const pane = app.page.getByRole('complementary', { name: '工单 ES-000001' })
    await expect(pane).toBeVisible()
    await expect(tickets.list).toBeFocused()
    await app.page.keyboard.press('Tab')
    await expect(pane.locator(':focus')).toHaveCount(1)
    await press(app.page, 'Escape')
    await expect(exported).toBeVisible()
    await tickets.row('第 1 张的原话').click()
    await expect(exported).toBeHidden()
    await press(app.page, 'Alt+s')
    await expect(app.page.getByRole('dialog')).toBeVisible()
  })
  await press(page, 'Escape', 'Escape')
  await goTo(page, '今天')
  await test.step('on paper a page has as much room as the paper is wide, and shows what a window of that width shows', async () => {
    await app.page.setViewportSize({ width: 720, height: 1_000 })
    await app.page.emulateMedia({ media: 'print' })
    const cut = (title: HTMLElement) => title.scrollWidth - title.clientWidth
    await expect.poll(() => app.page.getByText(words).evaluate(cut)).toBe(0)
    // Nobody presses paper.
    const buttons = app.page.locator('button[data-tone]')
    await expect(buttons).not.toHaveCount(0)
    await expect(buttons.filter({ visible: true })).toHaveCount(0)
  })
})

test('the list of sessions stays as it is seen, whatever comes and however narrow it is', async ({ app }) => {
  const { me } = await settle(app.door)
  for (let count = 0; count < 30; count += 1) {
    const { session } = await aLiveCall(app.door, me.id)
    await accepted(app.door.sessions.end({ sessionId: session.id }))
  }
  const { page } = app
  await enter(page)
  await press(page, 'Mod+7')
  await arrivedAt(page, '场次')
  await expect(page.locator('[data-session]')).toHaveCount(30)
  await test.step('a list that scrolls for itself makes the window no longer, also by words that are only heard', async () => {
    const below = () =>
      page.evaluate(() => {
        const { scrollHeight, clientHeight } = document.documentElement
        return scrollHeight - clientHeight
      })
    expect(await below()).toBe(0)
  })
  await test.step('a session that begins meanwhile pushes no line of the list away from under the mouse', async () => {
    const line = page.locator('[data-session]').nth(2)
    const id = await line.getAttribute('data-session')
    await line.hover()
    const place = await line.boundingBox()
    await aLiveCall(app.door, me.id)
    await expect(page.locator('[data-session]')).toHaveCount(31)
    expect(await page.locator(`[data-session="${id}"]`).boundingBox()).toEqual(place)
  })
  await test.step('in a narrow window the list of sessions shows to its end what waits in each', async () => {
    await accepted(app.door.settings.save({ language: 'en' }))
    await app.page.setViewportSize({ width: 1024, height: 700 })
    await app.page.goto(new URL('/sessions', app.url).href)
    await expect(app.page.getByRole('main').getByText('Running', { exact: true })).toBeInViewport({ ratio: 1 })
  })
})

test('what opens over a page stays within the window and where it is', async ({ app }) => {
  await settle(app.door)
  const { page } = app
  await enter(page)
  await test.step('however much the words find, the box they are typed into stays where it is', async () => {
    await goTo(page, '席位')
    await press(page, 'f')
    const field = page.getByRole('combobox', { name: '要什么样的席位' })
    const found = page.getByRole('option').filter({ visible: true })
    await expect(found.first()).toBeVisible()
    const place = await field.boundingBox()
    for (const [words, chip] of [
      ['后天上午', '一人'],
      ['9点半', '09:30 开始'],
    ] as const) {
      await page.keyboard.insertText(words)
      await expect(page.getByText(chip, { exact: true })).toBeVisible()
      await expect(found.first()).toBeVisible()
      expect(await field.boundingBox()).toEqual(place)
    }
  })
  await press(page, 'Escape', 'Escape')
  await test.step('the key sheet shows the keys of this place, and Esc puts it away', async () => {
    await goTo(page, '工单')
    await press(page, '?')
    const sheet = page.getByRole('dialog')
    await expect(sheet).toContainText('工单')
    await expect(sheet).toContainText('F9')
    // The keys of the page rest under it.
    await press(page, 'Mod+1')
    await expect(title(page)).toHaveText('工单')
    await press(page, 'Escape')
    await expect(sheet).toBeHidden()
    // In a low window nothing stands out below: a focus would scroll to it, and no hand could scroll it back.
    await page.setViewportSize({ width: 853, height: 480 })
    const below = () => page.evaluate(() => document.body.scrollHeight - document.body.clientHeight)
    await expect.poll(below).toBe(0)
    await expect(page.getByRole('button', { name: /王敏/ })).toBeInViewport({ ratio: 1 })
    await goTo(page, '今天')
  })
  await test.step('the list of people at the foot of the rail opens within the window, and walking through it moves nothing else', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    for (const name of ['陈思远', '冯建国', '高翔', '林岚', '罗佳', '马骏', '沈清'])
      await accepted(
        app.door.people.add({ name, department: '采销部', role: 'listener', employeeNumber: null, email: null }),
      )
    await page.getByRole('button', { name: '我是谁：王敏' }).click()
    const list = page.getByRole('listbox')
    await expect(list).toBeInViewport({ ratio: 1 })
    await press(page, ...Array.from({ length: 8 }, () => 'ArrowDown'))
    expect(await page.evaluate(() => [document.documentElement.scrollTop, document.body.scrollTop])).toEqual([0, 0])
  })
})

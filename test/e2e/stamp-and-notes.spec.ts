import { expect } from '@playwright/test'
import { v7 } from 'uuid'
import { test } from './app.ts'
import { accepted } from './door.ts'
import { enter } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { settle } from './seed.ts'

test.beforeEach(async ({ app }) => {
  await settle(app.door)
  await enter(app.page)
})

const seconds = (timecode: string | null) => {
  const [minutes = 0, rest = 0] = (timecode ?? '').split(':').map(Number)
  return minutes * 60 + rest
}

test('a note has the second of its first key, its kind and type by keys, and is taken back by keys; the next call never waits', async ({
  app,
}) => {
  const live = await LivePage.walkUp(app.page)
  await test.step('a note carries the second of its first keystroke, not that of its save', async () => {
    await live.nextCall(1)
    await expect(live.stamp).toHaveText('--:--')
    await app.page.keyboard.type('券')
    const begunAt = seconds(await live.stamp.textContent())
    // The call goes on while the sentence is written.
    await expect.poll(async () => seconds(await live.timer.textContent())).toBeGreaterThanOrEqual(begunAt + 2)
    await app.page.keyboard.type('领了，下单时却用不上')
    await live.save('券领了，下单时却用不上')

    const session = await accepted(app.door.sessions.current({}))
    const [call] = await accepted(app.door.sessions.calls({ sessionId: session?.id ?? '' }))
    const [note] = await accepted(app.door.notes.ofCall({ callId: call?.id ?? '' }))
    const savedAtMs = Date.parse(note?.createdAt ?? '') - Date.parse(call?.startedAt ?? '')
    expect(Math.floor((note?.offsetMs ?? 0) / 1_000)).toBe(begunAt)
    expect(savedAtMs - (note?.offsetMs ?? 0)).toBeGreaterThan(1_000)
  })
  await test.step('kind by Alt and a digit, issue type by Alt+T and a digit, Enter is a new line', async () => {
    await live.nextCall(2)
    await press(app.page, 'Alt+t', '2')
    await expect(live.issueType('商品说明不清')).toHaveAttribute('aria-pressed', 'true')
    await expect(live.box).toHaveValue('')
    await press(app.page, 'Alt+2')
    await app.page.keyboard.type('页面写的是 3 件')
    await press(app.page, 'Enter')
    await app.page.keyboard.type('到手 2 件')
    await expect(live.box).toHaveValue('页面写的是 3 件\n到手 2 件')
    await live.save('到手 2 件')
    await expect(live.note('到手 2 件')).toContainText('判断')
    await expect(live.note('到手 2 件')).toContainText('商品说明不清')

    // A digit is text, also at the start; the type was the other note's.
    await app.page.keyboard.type('3 天没有发货')
    await expect(live.box).toHaveValue('3 天没有发货')
    await expect(live.issueType('商品说明不清')).toHaveAttribute('aria-pressed', 'false')
    await live.save('3 天没有发货')
    await expect(live.note('3 天没有发货')).toContainText('原声')
  })
  await test.step('a saved note is edited and brought back by keys', async () => {
    await live.nextCall(3)
    await live.write('安装师傅没有来')
    await press(app.page, 'Alt+ArrowUp')
    await expect(live.box).toHaveValue('安装师傅没有来')
    await app.page.keyboard.type('，也没有电话')
    await live.save('安装师傅没有来，也没有电话')
    await expect(live.notes).toHaveCount(1)
    await press(app.page, 'Mod+z')
    await expect(live.notes).toHaveText(/安装师傅没有来(?!，)/)
    await press(app.page, 'Mod+z')
    await expect(live.notes).toHaveCount(0)
    await expect(live.box).toBeFocused()
    await expect(live.box).toHaveValue('安装师傅没有来')
    await press(app.page, 'Mod+Shift+z')
    await expect(live.notes).toHaveText(/安装师傅没有来(?!，)/)
    await expect(live.box).toHaveValue('')
  })
  await test.step('the next call never waits: half-done words stay with their call', async () => {
    await live.nextCall(4)
    await app.page.keyboard.type('赠品说好了有')
    await live.nextCall(5)
    await expect(live.box).toHaveValue('')
    const tray = app.page.getByRole('region', { name: '没写完的' })
    await expect(tray.getByRole('button')).toContainText('赠品说好了有')
    await live.write('另一位顾客的话')
    await press(app.page, 'Alt+PageUp')
    await expect(live.box).toHaveValue('赠品说好了有')
    await app.page.keyboard.type('，却没有')
    await live.save('赠品说好了有，却没有')
    await expect(live.note('赠品说好了有，却没有')).toBeVisible()
    await expect(live.note('另一位顾客的话')).toHaveCount(0)
  })
  await test.step('Ctrl+Z is the field’s own: deleted words come back with their second, saved notes stay, and nothing old comes along', async () => {
    await live.nextCall(6)
    await app.page.keyboard.type('写了又删的一句')
    await press(app.page, 'Mod+a', 'Delete')
    await live.write('第一条')
    await app.page.keyboard.type('第二条')
    const stamp = await live.stamp.textContent()
    await press(app.page, 'Mod+a', 'Delete')
    await expect(live.stamp).toHaveText('--:--')
    await press(app.page, 'Mod+z')
    await expect(live.box).toHaveValue('第二条')
    await expect(live.stamp).toHaveText(stamp ?? '')
    // As far back as one likes, then forth again: only words of this note, and no note of the list.
    await press(app.page, ...Array.from({ length: 6 }, () => 'Mod+z'))
    await expect(live.box).toHaveValue('')
    await press(app.page, ...Array.from({ length: 6 }, () => 'Mod+Shift+z'))
    await expect(live.box).toHaveValue('')
    await expect(live.notes).toHaveCount(1)
    await press(app.page, 'Mod+z')
    await expect(live.box).toHaveValue('第二条')
    await live.save('第二条')
    // From another field the browser would go back in the box, and take the focus there.
    await press(app.page, 'Alt+r')
    await press(app.page, 'Mod+z')
    await expect(live.notes).toHaveCount(1)
    await expect(live.box).toHaveValue('第二条')
  })
  await test.step('the newest note is in sight once it is saved, however far somebody looked back among tall ones', async () => {
    await live.nextCall(7)
    const session = await accepted(app.door.sessions.current({}))
    const call = (await accepted(app.door.sessions.calls({ sessionId: session?.id ?? '' }))).at(-1)
    const text = ['快递放在门口没有人说一声', '邻居家的狗把盒子咬破了', '客服让再等等'].join('\n')
    const tall = { callId: call?.id ?? '', kind: 'voice', text, issueTypeId: null } as const
    for (let offsetMs = 0; offsetMs < 45; offsetMs++)
      await accepted(app.door.notes.add({ ...tall, noteId: v7(), draftId: v7(), offsetMs }))
    await expect(live.notes).toHaveCount(45)
    await live.notes.first().scrollIntoViewIfNeeded()
    await app.page.keyboard.type('最新的一条')
    await live.save('最新的一条')
    await expect(live.note('最新的一条')).toBeInViewport({ ratio: 0.9 })
  })
})

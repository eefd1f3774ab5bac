import { expect } from '@playwright/test'
import { test } from './app.ts'
import { accepted } from './door.ts'
import { type InputMethod, inputMethodOf } from './input-method.ts'
import { enter } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { settle } from './seed.ts'

test.beforeEach(async ({ app }) => {
  await settle(app.door)
  await enter(app.page)
})

const ENTER = 13
const ESCAPE = 27

const keysWhileComposing: [string, (method: InputMethod) => Promise<void>][] = [
  ['Enter that picks a candidate', (method) => method.ownKey('Enter')],
  ['Enter that the system also passes on', (method) => method.passedKey('Enter', ENTER)],
  ['Ctrl+Enter', (method) => method.passedKey('Enter', ENTER, { ctrl: true })],
  ['Ctrl+Enter taken by the input method', (method) => method.ownKey('Enter', { ctrl: true })],
  ['Esc', (method) => method.passedKey('Escape', ESCAPE)],
  ['Tab', (method) => method.ownKey('Tab')],
  ['a digit that picks a candidate', (method) => method.ownKey('2')],
]
test('what an input method composes is one note, and no key, call or undo meanwhile costs a letter', async ({
  app,
}) => {
  const live = await LivePage.walkUp(app.page)
  const method = await inputMethodOf(app.page)
  await test.step('words composed with a Chinese input method become one note, candidate by candidate', async () => {
    await live.nextCall(1)
    await method.compose('quan')
    await expect(live.box).toHaveValue('quan')
    // The first letter of the composition is the first keystroke.
    await expect(live.stamp).not.toHaveText('--:--')
    await method.commit('券')
    await method.compose('mei dao zhang')
    await method.commit('没到账')
    await expect(live.box).toHaveValue('券没到账')
    await live.save('券没到账')
    await expect(live.notes).toHaveCount(1)
  })
  await test.step('no key pressed while composing saves, loses or moves anything', async () => {
    await live.nextCall(2)
    for (const [name, strike] of keysWhileComposing)
      await test.step(name, async () => {
        await app.page.keyboard.type('顾客说')
        await method.compose('ni hao')
        await strike(method)
        await method.compose('ni hao a')
        await expect(live.box).toHaveValue('顾客说ni hao a')
        await expect(live.box).toBeFocused()
        await method.commit('你好啊')
        await expect(live.box).toHaveValue('顾客说你好啊')
        await expect(live.notes).toHaveCount(0)
        await expect(live.issueType('商品说明不清')).toHaveAttribute('aria-pressed', 'false')
        const session = await accepted(app.door.sessions.current({}))
        // The note of the step before.
        expect(await accepted(app.door.notes.ofSession({ sessionId: session?.id ?? '' }))).toHaveLength(1)
        await press(app.page, 'Mod+a', 'Delete')
        await expect(live.box).toHaveValue('')
      })
    await live.write('顾客说你好啊')
  })
  await test.step('a composition given up leaves the box empty and without a stamp', async () => {
    await live.nextCall(3)
    await method.compose('wo')
    await method.abandon()
    await expect(live.box).toHaveValue('')
    await expect(live.stamp).toHaveText('--:--')
    await press(app.page, 'Mod+Enter')
    await live.write('真的说了的话')
    await expect(live.notes).toHaveCount(1)
  })
  await test.step('a composition that another call cuts short loses no letter and holds up no save', async () => {
    await live.nextCall(4)
    await live.write('第一通的话')
    await live.nextCall(5)
    await app.page.keyboard.type('顾客说')
    await method.compose('quan')
    const strip = app.page.getByRole('navigation', { name: '本场通话' })
    await strip.getByText('第 4 通').click()
    await expect(live.note('第一通的话')).toBeVisible()
    await strip.getByText('第 5 通').click()
    await expect(live.box).toHaveValue('顾客说quan')
    await expect(live.box).toBeFocused()
    await live.save('顾客说quan')
  })
  await test.step('the field’s own undo takes composed words back, and no saved note', async () => {
    await live.nextCall(6)
    await live.write('已经存下的话')
    await method.compose('quan')
    await method.commit('券')
    await method.compose('mei dao zhang')
    await method.commit('没到账')
    await expect(live.box).toHaveValue('券没到账')
    await press(app.page, 'Mod+a', 'Delete')
    await press(app.page, 'Mod+z')
    await expect(live.box).toHaveValue('券没到账')
    await expect(live.notes).toHaveCount(1)
    await live.save('券没到账')
  })
})

test('Enter that picks a candidate in a ticket title does not open the ticket', async ({ app }) => {
  const live = await LivePage.walkUp(app.page)
  await live.nextCall(1)
  await live.write('尿不湿买错了尺码', { digit: 6 })
  const review = await live.end()
  await review.choose('尿不湿买错了尺码')
  await press(app.page, 't')
  await expect(review.ticketTitle).toBeFocused()
  const method = await inputMethodOf(app.page)
  await method.compose('huan chi ma')
  await method.ownKey('Enter')
  await method.passedKey('Enter', ENTER, { ctrl: true })
  await method.commit('换尺码')
  await expect(review.ticketTitle).toHaveValue('换尺码')
  expect(await accepted(app.door.tickets.list({ filter: {}, sort: 'number', limit: 5 }))).toMatchObject({ total: 0 })
  await review.makeTicket('ES-000001')
  await expect(review.made).toContainText('换尺码')
})

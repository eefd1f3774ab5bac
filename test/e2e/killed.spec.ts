import { setTimeout as wait } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { type App, everyShell, test } from './app.ts'
import { accepted } from './door.ts'
import { enter } from './pages/frame.ts'
import { listening, press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { settle } from './seed.ts'

const halfDone = '门店说可以换，热线说不行，到底'

test('after kill -9 the half-done note is back with its call, its kind and its caret', { tag: everyShell }, async ({
  app,
}) => {
  await settle(app.door)
  await enter(app.page)
  const live = await LivePage.walkUp(app.page)
  await live.nextCall(1)
  await live.write('一句已经存下的话')
  await live.nextCall(2)
  await press(app.page, 'Alt+4')
  await app.page.keyboard.type(halfDone)
  await press(app.page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  const stamp = await live.stamp.textContent()
  const caret = halfDone.length - 3
  await expect
    .poll(async () => (await accepted(app.door.notes.halfDone({}))).map((draft) => [draft.text, draft.caret]))
    .toEqual([[halfDone, caret]])

  await app.kill9()
  await app.start()
  const again = await LivePage.current(app.page)
  await again.hears(2)
  await expect(again.box).toHaveValue(halfDone)
  await expect(again.stamp).toHaveText(stamp ?? '')
  await expect(app.page.getByRole('radio', { name: '风险' })).toBeChecked()
  expect(await again.box.evaluate((box: HTMLTextAreaElement) => [box.selectionStart, box.selectionEnd])).toEqual([
    caret,
    caret,
  ])
  // Typing goes on where the hand was.
  await app.page.keyboard.type('（停顿）')
  const whole = `${halfDone.slice(0, caret)}（停顿）${halfDone.slice(caret)}`
  await again.save(whole)
  await press(app.page, 'Alt+PageUp')
  await expect(again.note('一句已经存下的话')).toBeVisible()
})

/** Ten characters a second, faster than most people type, and never a pause. */
const KEY_EVERY_MS = 100
const MOST_LOST = 3

/** On a machine that takes long over a paint and an answer of the console the keys come as much slower: what is lost is counted in those. */
async function typeOn({ page, door }: App, words: string): Promise<void> {
  for (const [before, letter] of [...words].entries()) {
    if (before > 0)
      await Promise.all([wait(KEY_EVERY_MS), listening(page).then(() => accepted(door.notes.halfDone({})))])
    await page.keyboard.type(letter)
  }
}

test('kill -9 in the middle of typing without a pause costs three characters at most', async ({ app }) => {
  // Three starts of the console beside its own.
  test.slow()
  await settle(app.door)
  await enter(app.page)
  let live = await LivePage.walkUp(app.page)
  const sentence = '我上周在你们这里买的电视今天降了三百块客服说超过七天不能补差我就想问一句到底谁说了算'
  for (const [index, strokes] of [6, 11, 17].entries()) {
    await live.nextCall(index + 1)
    await typeOn(app, sentence.slice(0, strokes))
    // Right behind the key: what is not on its way by now is lost.
    await app.kill9()
    await app.start()
    live = await LivePage.current(app.page)
    await expect(live.box).toHaveValue(/./)
    const kept = await live.box.inputValue()
    expect(sentence.startsWith(kept), `«${kept}»`).toBe(true)
    expect(strokes - kept.length, `characters lost of ${strokes}`).toBeLessThanOrEqual(MOST_LOST)
  }
})

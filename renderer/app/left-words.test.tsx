import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aReviewDesk } from '../../test/builders/review-desk.tsx'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('a dialog that is left stands among the half-done notes; put back as it was, it leaves nothing', async () => {
  const { callId, show } = await aReviewDesk(page)
  await show()
  await page.user.keyboard('je')
  await page.user.type(await screen.findByLabelText('文字'), '了')
  await page.user.keyboard('{Escape}')
  await page.user.click(await screen.findByRole('button', { name: /^接着写/ }))
  await page.user.type(await screen.findByLabelText('文字'), '{Backspace}')
  await page.user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('button', { name: /^接着写/ })).toBe(null))
  expect(await accepted(page.client.notes.drafts({ callId }))).toEqual([])
})

test('words of a dialog that a full disk refused are there when it is opened again, and go in by themselves once there is room', async () => {
  const { callId, show } = await aReviewDesk(page)
  await show()
  let asked = 0
  page.answer('notes.storeDraft', async () => {
    asked += 1
    return { ok: false, code: 'disk_full', detail: {} }
  })
  await page.user.keyboard('je')
  await page.user.type(await screen.findByLabelText('文字'), '，没地方存')
  await waitFor(() => expect(asked).toBeGreaterThan(0))
  await page.user.keyboard('{Escape}')
  const before = asked
  await waitFor(() => expect(asked).toBeGreaterThan(before), patience)
  await page.user.keyboard('e')
  expect((await screen.findByLabelText<HTMLTextAreaElement>('文字')).value).toBe('3月买的还没到，没地方存')
  await page.user.keyboard('{Escape}')
  page.answerNoMore('notes.storeDraft')
  const stored = async () => (await accepted(page.client.notes.drafts({ callId }))).map(({ text }) => text)
  await waitFor(async () => expect(await stored()).toEqual(['3月买的还没到，没地方存']), patience)
}, 60_000)

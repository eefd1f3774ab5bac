import { v7 } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import { aWindow } from '../../test/builders/window.tsx'
import { transportOfPage } from '../lib/choose-transport.ts'
import { askFirstScreen } from '../lib/first-screen.ts'
import { askFirstQuestions } from './first-questions.ts'

let page: Awaited<ReturnType<typeof aWindow>>
afterEach(() => page.close())

test('Today is drawn with what was asked before its code was here: no question waits for that code', async () => {
  page = await aWindow()
  history.replaceState(null, '', '/today')
  await page.client.settings.save({ me: v7() })
  if (window.earshot === undefined) throw new Error('no bridge')
  const carried = vi.spyOn(window.earshot, 'call')
  await askFirstScreen(transportOfPage(), '/today')
  const before = carried.mock.calls.length
  await askFirstQuestions()
  expect(before).toBe(9)
  expect(carried.mock.calls.slice(before)).toEqual([])
  transportOfPage().forgetEarly()
  carried.mockRestore()
})

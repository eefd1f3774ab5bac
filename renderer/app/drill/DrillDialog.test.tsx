import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { setRemaps } from '../../lib/key-registry.ts'
import { useDrill } from './drill-store.ts'
import { LearnKeys } from './LearnKeys.tsx'

let page: TestWindow
let asked: string[]
const begun = useDrill.getState()
beforeEach(async () => {
  page = await aWindow()
  asked = []
  page.console.on((event) => asked.push(event.kind))
  page.show(<LearnKeys />)
})
afterEach(async () => {
  useDrill.setState(begun, true)
  setRemaps({})
  await page.close()
})

const keys = (pressed: string) => page.user.keyboard(pressed)
const begin = async () => {
  await keys('{Shift>}{F1}{/Shift}')
  return within(await screen.findByRole('dialog', { name: '三分钟练键' }))
}
const isAt = (step: number) => waitFor(() => expect(useDrill.getState().step).toBe(step), patience)

test('the whole drill is done by the real keys, and nothing of it reaches the console', async () => {
  const dialog = await begin()
  dialog.getByText('1 / 13')
  await keys('第二天就降价了')
  dialog.getByText(/^时间点 00:0\d$/)
  await keys('{Alt>}2{/Alt}')
  dialog.getByText('判断')
  await keys('{Alt>}1{/Alt}{Alt>}t{/Alt}3')
  dialog.getByText('类型 3')
  await keys('{Control>}{Enter}{/Control}')
  dialog.getByText('第二天就降价了')
  await keys('还有一句没写{Alt>}n{/Alt}')
  dialog.getByText('没写完：还有一句没写')
  await keys('{Alt>}h{/Alt}')
  expect(dialog.getByLabelText('练习用的记录框')).toHaveProperty('value', '还有一句没写')
  await keys('{F7}')
  await isAt(10)
  await keys('x{Enter}{Control>}{Enter}{/Control}')
  dialog.getByText(/^练完了。真的一通/)
  await page.user.click(dialog.getByRole('button', { name: '练完了' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect((await accepted(page.client.sessions.list({ limit: 50 }))).sessions).toEqual([])
  expect(await accepted(page.client.notes.halfDone({}))).toEqual([])
  expect(asked).toEqual([])
})

test('another key than the one asked for changes nothing; a digit before its time is text', async () => {
  await begin()
  await keys('{Control>}{Enter}{/Control}')
  await isAt(0)
  await keys('花了 300 元')
  expect(useDrill.getState()).toMatchObject({ step: 1, text: '花了 300 元', type: null })
  await keys('{Alt>}t{/Alt}')
  await isAt(1)
})

test('Esc leaves it at any time, and it goes on where it was left', async () => {
  await begin()
  await keys('第二天就降价了{Alt>}2{/Alt}{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  const again = await begin()
  again.getByText('3 / 13')
  expect(again.getByLabelText('练习用的记录框')).toHaveProperty('value', '第二天就降价了')
})

test('a key that the person has set is the one that is asked for', async () => {
  setRemaps({ 'listen.kindView': 'Alt+v' })
  const dialog = await begin()
  await keys('第二天就降价了')
  expect(dialog.getByRole('status').textContent).toContain('V')
  await keys('{Alt>}2{/Alt}')
  await isAt(1)
  await keys('{Alt>}v{/Alt}')
  await isAt(2)
})

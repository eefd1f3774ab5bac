import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { setRemaps } from '../../lib/key-registry.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { Guide } from '../guide/Guide.tsx'
import { FirstRunPage } from '../pages/FirstRunPage.tsx'
import { useKeysForBox } from '../use-keys-for-box.ts'
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
  return within(await screen.findByRole('dialog', { name: '三分钟练键' }, patience))
}

const isAt = (step: number) => waitFor(() => expect(useDrill.getState().step).toBe(step), patience)
const box = () => screen.getByLabelText<HTMLTextAreaElement>('练习用的记录框')

test('the whole drill is done by the real keys, and nothing of it reaches the console', async () => {
  const dialog = await begin()
  dialog.getByText('1 / 12')
  await keys('第二天就降价了')
  dialog.getByText(/^时间点 00:0\d$/)
  await keys('{Alt>}2{/Alt}')
  expect(dialog.getByText('判断').getAttribute('aria-current')).toBe('true')
  await keys('{Alt>}1{/Alt}{Alt>}t{/Alt}3')
  expect(dialog.getByText('配送安装').getAttribute('aria-current')).toBe('true')
  await keys('{Control>}{Enter}{/Control}')
  dialog.getByText('第二天就降价了')
  await keys('还有一句没写{Alt>}n{/Alt}')
  dialog.getByText('没写完：还有一句没写')
  const { markMs } = useDrill.getState().half ?? {}
  await keys('{Alt>}h{/Alt}')
  expect(box().value).toBe('还有一句没写')
  expect(useDrill.getState()).toMatchObject({ markMs, step: 8 })
  await keys('{F7}x{Enter}')
  expect(document.activeElement).toBe(dialog.getByLabelText('工单标题'))
  await keys('{Control>}{Enter}{/Control}')
  dialog.getByText(/^练完了。真的一通/)
  await keys('{Enter}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect((await accepted(page.client.sessions.list({ limit: 50 }))).sessions).toEqual([])
  expect(await accepted(page.client.notes.halfDone({}))).toEqual([])
  expect(asked).toEqual([])
})

test('another key of the call changes nothing and says which is meant; a digit before its time is text', async () => {
  const dialog = await begin()
  await keys('{Control>}{Enter}{/Control}')
  dialog.getByText('先在框里写几个字')
  await isAt(0)
  await keys('花了 300 元')
  expect(useDrill.getState()).toMatchObject({ step: 1, text: '花了 300 元', type: null })
  await keys('{Alt>}t{/Alt}')
  dialog.getByText('不是这个键，请按右边的键')
  await isAt(1)
  await keys('{Alt>}2{/Alt}{Alt>}1{/Alt}{Alt>}t{/Alt}1')
  await page.user.clear(box())
  await keys('{Control>}{Enter}{/Control}')
  dialog.getByText('先在框里写几个字')
  expect(useDrill.getState()).toMatchObject({ step: 4, saved: [] })
})

test('neither an input method at work nor a key held down does a step', async () => {
  await begin()
  const type = (text: string, isComposing: boolean) => {
    fireEvent.input(box(), { target: { value: text }, isComposing })
    return isAt(0)
  }
  await type("di'er'tian", true)
  fireEvent.keyDown(box(), { key: 'Process', keyCode: 229, isComposing: true })
  fireEvent.keyDown(box(), { key: '2', code: 'Digit2', altKey: true, isComposing: true })
  await isAt(0)
  fireEvent.input(box(), { target: { value: '' } })
  fireEvent.keyDown(box(), { key: 'a', code: 'KeyA', repeat: true })
  await type('aaaaaaaa', false)
  fireEvent.compositionEnd(box(), { target: { value: '第二天降价' } })
  await isAt(1)
  for (const repeat of [false, true, true]) fireEvent.keyDown(box(), { key: '2', code: 'Digit2', altKey: true, repeat })
  await isAt(2)
  fireEvent.keyDown(box(), { key: '1', code: 'Digit1', altKey: true, repeat: true })
  await isAt(2)
})

test('what is typed reaches nothing behind it, whatever has the focus', async () => {
  let acted = 0
  function PageBehind() {
    const field = useRef<HTMLTextAreaElement>(null)
    useKeysForBox(field)
    useKeys('today', { 'today.halfDone': () => void acted++ })
    return <textarea ref={field} aria-label="后面的框" autoComplete="off" spellCheck={false} />
  }
  page.show(<PageBehind />)
  await begin()
  await keys('第二天就降价了')
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await keys('hello')
  expect(screen.getByLabelText('后面的框')).toHaveProperty('value', '')
  expect(acted).toBe(0)
  await page.user.click(box())
  await keys('{Escape}')
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await keys('q')
  expect(screen.getByLabelText('后面的框')).toHaveProperty('value', 'q')
})

test('Esc leaves it at any time, and it goes on where it was left', async () => {
  await begin()
  await keys('第二天就降价了{Alt>}2{/Alt}{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  const again = await begin()
  again.getByText('3 / 12')
  expect(box().value).toBe('第二天就降价了')
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

test('it is offered in the guide, which makes way for it', async () => {
  page.show(<Guide page="listen" />)
  await keys('{F1}')
  const guide = within(await screen.findByRole('dialog', { name: '使用说明' }, patience))
  await page.user.click(guide.getByRole('button', { name: /^三分钟练键/ }))
  await screen.findByRole('dialog', { name: '三分钟练键' }, patience)
  expect(screen.queryByRole('dialog', { name: '使用说明' })).toBeNull()
  expect(document.activeElement).toBe(box())
})

test('it is offered at the end of the first minute, until it is taken, closed or another page opened', async () => {
  page.show(<FirstRunPage />, '/first-run')
  await page.user.click(await screen.findByRole('button', { name: '全部跳过' }, patience))
  const offer = await page.told('第一次用')
  expect([offer.stays, offer.page]).toEqual([true, '/today'])
  offer.action?.run()
  await screen.findByRole('dialog', { name: '三分钟练键' }, patience)
})

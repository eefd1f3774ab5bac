import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { textsOf } from '../lib/i18n.ts'
import { copyText } from './copy-text.ts'

const path = '/home/王敏/听线台/earshot.db'
let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  page.show(<p>页面</p>)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await page.close()
})

test('what was copied is said', async () => {
  await copyText(path, () => textsOf('settings')('data.copied'))
  expect(await screen.findByText('路径已复制')).toBeDefined()
  expect(await navigator.clipboard.readText()).toBe(path)
})

test.each([
  [
    'the browser refuses',
    () => vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError')),
  ],
  ['the page has no clipboard', () => vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(Object(undefined))],
])('where %s it is said, and the text is there to be copied by hand', async (_, refuse) => {
  refuse()
  await copyText(path, () => textsOf('settings')('data.copied'))
  const field = await screen.findByLabelText<HTMLInputElement>('要复制的文字')
  expect(field.value).toBe(path)
  field.focus()
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, path.length])
  expect(screen.queryByText('路径已复制')).toBeNull()
})

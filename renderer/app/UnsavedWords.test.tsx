import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { changeBox, useNoteBoxes } from '../features/listening/notes/note-box.ts'
import { UnsavedWords } from './UnsavedWords.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  changeBox('01930000-0000-7000-8000-0000000000c1', { text: '降价了没人告诉我' })
  page.show(<UnsavedWords />)
})
afterEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  vi.restoreAllMocks()
  await page.close()
})

const copy = () => page.user.click(screen.getByRole('button', { name: '全部复制' }))

test('words that are not on the disk are copied by one press', async () => {
  await copy()
  await screen.findByRole('button', { name: '已复制' })
  expect(await navigator.clipboard.readText()).toBe('降价了没人告诉我')
})

test('where the browser refuses, they are selected, to be copied by hand', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('refused', 'NotAllowedError'))
  await copy()
  await waitFor(() => expect(getSelection()?.toString()).toBe('降价了没人告诉我'))
  expect(screen.getByText('浏览器不让复制。这些话已经选中，请用快捷键或右键菜单复制。')).toBeDefined()
  expect(screen.queryByRole('button', { name: '已复制' })).toBeNull()
})

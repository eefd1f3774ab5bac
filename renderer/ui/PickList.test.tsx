import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { PickList } from './PickList.tsx'

let page: TestWindow
let picked: (string | null)[]
beforeEach(async () => {
  page = await aWindow()
  picked = []
  const options = [null, '采销部', '客服部', '物流部'].map((value) => ({ value, label: value ?? '所有部门' }))
  page.show(<PickList label="选部门" options={options} value={null} onPick={(value) => picked.push(value)} />)
})
afterEach(() => page.close())

const shown = () => screen.queryAllByRole('button').map(({ textContent }) => textContent)

test('what is typed finds an entry by its words and by how it sounds, Enter takes the first, nothing typed keeps what is picked', async () => {
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: '选部门' })
  await page.user.type(field, '物{Enter}')
  expect(picked).toEqual(['物流部'])
  await page.user.clear(field)
  await page.user.type(field, 'kf')
  await waitFor(() => expect(shown()).toEqual(['客服部']), patience)
  await page.user.keyboard('{Enter}')
  expect(picked.at(-1)).toBe('客服部')
  await page.user.clear(field)
  await page.user.type(field, '没有的')
  await screen.findByText('没有符合的选项')
  await page.user.keyboard('{Enter}')
  expect(picked).toHaveLength(2)
  await page.user.clear(field)
  await page.user.keyboard('{Enter}')
  expect(picked.at(-1)).toBeNull()
})

test('arrows walk from the field into the list, and a letter typed there is typed in the field', async () => {
  screen.getByRole('textbox', { name: '选部门' }).focus()
  await page.user.keyboard('{ArrowDown}{ArrowDown}')
  expect(document.activeElement?.textContent).toBe('采销部')
  await page.user.keyboard('{Enter}')
  expect(picked).toEqual(['采销部'])
  await page.user.keyboard('物')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '选部门' }))
  screen.getByRole('textbox', { name: '选部门' }).focus()
  await page.user.keyboard('{ArrowUp}')
  expect(document.activeElement?.textContent).toBe(shown().at(-1))
})

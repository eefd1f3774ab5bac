import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { NewExport } from './NewExport.tsx'

let page: TestWindow
afterEach(() => page.close())

test('the name offered for the file speaks the language of the file; one that was typed stays', async () => {
  page = await aWindow()
  page.show(<NewExport chosen={null} folder="" onStarted={() => {}} onClose={() => {}} />)
  const name = await screen.findByLabelText<HTMLInputElement>('名称（写进文件名）')
  expect(name.value).toBe('本周')
  await page.user.click(screen.getByText('English'))
  expect(name.value).toBe('week')
  await page.user.clear(name)
  await page.user.type(name, '周会')
  await page.user.click(screen.getByText('中文'))
  expect(name.value).toBe('周会')
})

import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { patience } from '../../../../test/builders/patience.ts'
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

test('an export confirmed right after a format was ticked goes out with that format', async () => {
  page = await aWindow()
  const shown = { ticketCount: 1, headings: ['编号'], rows: [['ES-000001']], fileNames: ['一.csv'], maskedAgain: 0 }
  let isFirst = true
  page.answer('exports.preview', () => {
    if (!isFirst) return new Promise(() => {})
    isFirst = false
    return Promise.resolve({ ok: true, value: shown })
  })
  const started = vi.fn(async (_plan: unknown) => ({ ok: true, value: [] }))
  page.answer('exports.start', started)
  page.show(<NewExport chosen={null} folder="/mnt/share" onStarted={() => {}} onClose={() => {}} />)
  await screen.findByText('一.csv')
  await page.user.click(screen.getByLabelText('Markdown'))
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(started).toHaveBeenCalledOnce(), patience)
  expect(started.mock.calls[0]?.[0]).toMatchObject({ formats: expect.arrayContaining(['markdown']) })
})

test('an export half chosen waits where the page was left, and is forgotten where it was cancelled', async () => {
  page = await aWindow()
  const shown = async () => {
    const { unmount } = page.show(<NewExport chosen={null} folder="" onStarted={() => {}} onClose={() => {}} />)
    return { unmount, name: await screen.findByLabelText<HTMLInputElement>('名称（写进文件名）') }
  }
  const first = await shown()
  await page.user.clear(first.name)
  await page.user.type(first.name, '周会')
  await page.user.click(screen.getByLabelText('Markdown'))
  const wasPicked = screen.getByLabelText<HTMLInputElement>('Markdown').checked
  first.unmount()
  await page.told('「新建导出」还没做完')
  const again = await shown()
  expect(again.name.value).toBe('周会')
  expect(screen.getByLabelText<HTMLInputElement>('Markdown').checked).toBe(wasPicked)
  await page.user.click(screen.getByRole('button', { name: '先不导出' }))
  again.unmount()
  expect((await shown()).name.value).toBe('本周')
})

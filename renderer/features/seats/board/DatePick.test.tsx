import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../../../test/builders/patience.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { DatePick } from './DatePick.tsx'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow()
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const show = async () => {
  const onPick = vi.fn()
  page.show(<DatePick day="2026-09-18" onPick={onPick} target={<button type="button">18</button>} onClose={() => {}} />)
  await screen.findByRole('dialog', { name: '选一天' }, patience)
  await waitFor(() => expect(document.activeElement?.getAttribute('data-day')).toBe('2026-09-18'))
  return onPick
}

test('a day is typed where the month has the focus, and Enter goes there', async () => {
  const onPick = await show()
  await page.user.keyboard('12-5')
  await screen.findByText('2026年12月5日 周六')
  await page.user.keyboard('{Enter}')
  expect(onPick).toHaveBeenCalledExactlyOnceWith({ day: '2026-12-05', minutes: null, until: null })
})

test('words that are no day are told, and lead nowhere; a time is read with its day', async () => {
  const onPick = await show()
  await page.user.type(screen.getByRole('textbox', { name: '输入日期' }), '靠窗{Enter}')
  await screen.findByText('没看懂「靠窗」，写成 12-5 或下周三 10-11 试试')
  expect(onPick).not.toHaveBeenCalled()
  await page.user.clear(screen.getByRole('textbox', { name: '输入日期' }))
  await page.user.type(screen.getByRole('textbox', { name: '输入日期' }), '下周三 10-11')
  await screen.findByText('2026年9月23日 周三 10:00–11:00')
  await page.user.keyboard('{Enter}')
  expect(onPick).toHaveBeenCalledExactlyOnceWith({ day: '2026-09-23', minutes: 600, until: 660 })
})

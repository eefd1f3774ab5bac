import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../../../test/builders/patience.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { useKeys } from '../../../lib/use-keys.tsx'
import { DateHeading } from './DateHeading.tsx'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow()
})
const { execCommand } = document
afterEach(async () => {
  document.execCommand = execCommand
  await page.close()
  vi.useRealTimers()
})

test('a day typed straight after the key is the day, also while the month is on its way, and nothing for the board', async () => {
  const onPick = vi.fn()
  const onBoard = vi.fn()
  document.execCommand = (_, __, text) => {
    const field = document.activeElement
    if (field instanceof HTMLInputElement && text !== undefined) void page.user.type(field, text)
    return true
  }
  function Board() {
    useKeys('seats', { 'seats.weekView': onBoard })
    return <DateHeading words="9月18日" day="2026-09-18" onPick={onPick} />
  }
  page.show(<Board />)
  await page.user.keyboard('jw')
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: '输入日期' }, patience)
  await waitFor(() => expect(field.value).toBe('w'), patience)
  expect(onBoard).not.toHaveBeenCalled()
})

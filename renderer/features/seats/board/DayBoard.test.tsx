import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aBoard, aBookingOf, at } from '../../../../test/builders/board.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { DayBoard } from './DayBoard.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  // Wide enough for words beside the number of a seat.
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1_200)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(800)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await page.close()
})

test('above a seat stands what is free: whole hours, odd gaps, or that it is full', () => {
  const bookings = [
    aBookingOf({ seat: 1, from: '09:00', to: '21:00' }),
    aBookingOf({ seat: 2, from: '09:00', to: '20:30' }),
    aBookingOf({ seat: 3, from: '09:00', to: '19:00' }),
  ]
  const board = aBoard(bookings, { seats: [1, 2, 3].map((number) => ({ id: `seat-${number}`, number })) })
  page.show(<DayBoard board={board} me={null} now={at('08:00')} onListen={() => {}} />)
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent)
  expect(heads).toEqual(['时间', '1号席已满', '2号席只剩零碎空位', '3号席2 个整小时'])
})

import { act, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aBoard, aBookingOf, at } from '../../../../test/builders/board.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { letGo, modeNow } from './board-store.ts'
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

test('what is still to be drawn says so, to the eye and read out; a seat beside it is free', () => {
  const seats = { seats: [1, 2, 3].map((number) => ({ id: `seat-${number}`, number })) }
  const drawn = [
    { seatIds: ['seat-1', 'seat-2'], startsAt: at('09:00'), endsAt: at('10:00') },
    { seatIds: ['seat-1', 'seat-2'], startsAt: at('10:00'), endsAt: at('11:00') },
  ]
  page.show(<DayBoard board={{ ...aBoard([], seats), drawn }} me={null} now={at('08:00')} onListen={() => {}} />)
  const names = (time: string) =>
    screen.getAllByRole('gridcell', { name: new RegExp(` ${time} `) }).map((cell) => cell.getAttribute('aria-label'))
  expect(names('10:30')).toEqual(['1号席 10:30 待排位', '2号席 10:30 待排位', '3号席 10:30 空闲'])
  expect(names('11:00')).toEqual(['1号席 11:00 空闲', '2号席 11:00 空闲', '3号席 11:00 空闲'])
  // Two times of two seats are one area.
  expect([...document.querySelectorAll('[data-to-be-drawn]')].map(({ textContent }) => textContent)).toEqual(['待排位'])
})

test('of half an hour, too short for a second line, it is still seen that somebody else booked it', () => {
  const byOther = { bookedById: 'secretary', bookedByName: '陈静' }
  const board = (seats: number) =>
    aBoard([{ ...aBookingOf({ seat: 1, from: '09:00', to: '09:30' }), ...byOther }], {
      seats: Array.from({ length: seats }, (_, index) => ({ id: `seat-${index + 1}`, number: index + 1 })),
    })
  const shown = () => [...document.querySelectorAll('[data-booking] > [aria-hidden]')].at(-1)
  page.show(<DayBoard board={board(2)} me={null} now={at('08:00')} onListen={() => {}} />)
  expect(shown()?.textContent).toContain('由 陈静 预约')
  page.show(<DayBoard board={board(12)} me={null} now={at('08:00')} onListen={() => {}} />)
  expect(shown()?.querySelector('.lucide-user-pen')).toBeTruthy()
})

test('keys act on the booking that has the focus, also when a screen reader took the focus there', () => {
  const later = aBookingOf({ seat: 1, from: '10:30', to: '11:30' })
  const board = aBoard([aBookingOf({ seat: 1, from: '09:00', to: '10:00' }), later])
  page.show(<DayBoard board={board} me="person-wang" now={at('08:00')} onListen={() => {}} />)
  const booked = screen.getByRole('gridcell', { name: /10:30–11:30/ })
  booked.focus()
  fireEvent.keyDown(booked, { key: 'Enter' })
  expect(modeNow()).toMatchObject({ kind: 'details', bookingId: later.id })
  expect(booked.tabIndex).toBe(0)
})

test('Enter on a day whose bookings are not read yet counts once they are', () => {
  let read = () => {}
  const day = aBoard([])
  function Day() {
    const [isRead, setRead] = useState(false)
    read = () => setRead(true)
    return <DayBoard board={isRead ? day : { ...day, isRead }} me="person-wang" now={at('08:00')} onListen={() => {}} />
  }
  page.show(<Day />)
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' })
  expect(modeNow().kind).toBe('idle')
  act(() => read())
  expect(modeNow()).toMatchObject({ kind: 'asking', place: { startsAt: at('09:00') } })
})

/** A booking of one's own, taken up at 10:15 and carried to 13:15 on the second seat. */
function aDrag() {
  // A picture of 100 × 240 px: 25 px a seat, 10 px a half-hour.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, 240))
  HTMLElement.prototype.setPointerCapture = () => {}
  const moved = vi.fn()
  page.answer('bookings.reschedule', async (input) => {
    moved(input)
    return { ok: false, code: 'not_found', detail: {} }
  })
  const board = aBoard([aBookingOf({ seat: 1, from: '10:00', to: '11:00' })])
  page.show(<DayBoard board={board} me="person-wang" now={at('08:00')} onListen={() => {}} />)
  const booking = document.querySelector('[data-booking]') ?? document.body
  const point = (clientX: number, clientY: number) => ({ clientX, clientY, button: 0, pointerId: 1 })
  fireEvent.pointerDown(booking, point(10, 25))
  fireEvent.pointerMove(booking, point(40, 85))
  expect(modeNow()).toMatchObject({ kind: 'carrying', by: 'pointer', to: { seat: 1, firstSlot: 8 } })
  return {
    moved,
    carryOn: (x: number, y: number) => fireEvent.pointerMove(booking, point(x, y)),
    letButtonGo: (x: number, y: number) => fireEvent.pointerUp(booking, point(x, y)),
  }
}

test('Esc in the middle of a drag ends it: moving on and letting the button go move nothing', () => {
  const { moved, carryOn, letButtonGo } = aDrag()
  letGo()
  carryOn(60, 145)
  expect(modeNow().kind).toBe('idle')
  letButtonGo(60, 145)
  expect([modeNow().kind, moved.mock.calls.length]).toEqual(['idle', 0])
})

test('what is dragged out of the window lies where it was, and is dragged on when it comes back', () => {
  const { moved, carryOn, letButtonGo } = aDrag()
  carryOn(-30, 85)
  expect(modeNow()).toMatchObject({ kind: 'carrying', to: { seat: 0, firstSlot: 2 } })
  carryOn(60, 145)
  expect(modeNow()).toMatchObject({ to: { seat: 2, firstSlot: 14 } })
  carryOn(60, window.innerHeight + 40)
  letButtonGo(60, window.innerHeight + 40)
  expect([modeNow().kind, moved.mock.calls.length]).toEqual(['idle', 0])
})

import { expect, test } from 'vitest'
import { timeOf } from '../../../../shared/domain/wall-clock.ts'
import { aBoard, aBookingOf, at } from '../../../../test/builders/board.ts'
import { arrivalCell, openingRow, rowAtTime } from './opening.ts'

const roundTheClock = { opensAt: '00:00', closesAt: '24:00' } as const
const clock = (at: string) => timeOf(at, 'Asia/Shanghai')
const opensAt = (bookings: Parameters<typeof aBoard>[0], now = at('12:00', '2026-11-01')) => {
  const board = aBoard(bookings, roundTheClock)
  return clock(board.slots[openingRow(board, now, clock)]?.startsAt ?? '')
}

test('a day opens at the working day, or at the first booking of the morning', () => {
  expect(opensAt([])).toBe('09:00')
  expect(opensAt([aBookingOf({ from: '07:30', to: '08:00' })])).toBe('07:30')
  expect(opensAt([aBookingOf({ from: '14:00', to: '15:00' })])).toBe('09:00')
})

test('a booking in the small hours does not put the working day out of sight', () => {
  expect(opensAt([aBookingOf({ from: '00:30', to: '01:00' })])).toBe('09:00')
})

test('today opens at the present, and a room that opens later at its first slot', () => {
  expect(opensAt([], at('15:10'))).toBe('15:00')
  expect(openingRow(aBoard([], { opensAt: '13:00' }), at('12:00', '2026-11-01'), clock)).toBe(0)
})

test('where somebody pointed comes before all', () => {
  const board = aBoard([], roundTheClock)
  const pointed = { seatId: 'seat-3', startsAt: at('22:00') }
  expect(arrivalCell(board, at('15:10'), pointed, 1, clock)).toEqual({ seat: 2, slot: 44 })
  expect(arrivalCell(board, at('15:10'), { ...pointed, seatId: 'of another room' }, 9, clock)).toEqual({
    seat: 3,
    slot: 30,
  })
  expect(rowAtTime(board, '22:00', clock)).toBe(44)
})

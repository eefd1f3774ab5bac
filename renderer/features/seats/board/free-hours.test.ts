import { expect, test } from 'vitest'
import { timeOf } from '../../../../shared/domain/wall-clock.ts'
import { aBoard, aBookingOf, at } from '../../../../test/builders/board.ts'
import { freeHours } from './free-hours.ts'
import { proposedCell } from './proposed-cell.ts'

const clock = (moment: string) => timeOf(moment, 'Asia/Shanghai')
const long = at('12:00', '2026-11-01')
const oneSeat = { seats: [{ id: 'seat-1', number: 1 }] }

test('an hour is whole: half-hours between bookings are none', () => {
  const bookings = ['09:30', '10:30', '11:30'].map((from) =>
    aBookingOf({ from, to: `${from.slice(0, 2) === '09' ? '10' : Number(from.slice(0, 2)) + 1}:00` }),
  )
  const board = aBoard([...bookings, aBookingOf({ from: '13:30', to: '20:30' })], oneSeat)
  expect(freeHours(board, long, clock)).toEqual({
    night: 0,
    morning: 0,
    afternoon: 1,
    evening: 0,
    total: 1,
    hasToBeDrawn: false,
  })
})

test('two seats free at the same time are one hour: nobody sits on both', () => {
  expect(freeHours(aBoard(), long, clock)).toEqual({
    night: 0,
    morning: 3,
    afternoon: 6,
    evening: 3,
    total: 12,
    hasToBeDrawn: false,
  })
})

test('a seat may give way to another, but not within the hour', () => {
  const seats = { seats: [1, 2].map((number) => ({ id: `seat-${number}`, number })) }
  const board = aBoard(
    [aBookingOf({ from: '09:30', to: '21:00' }), aBookingOf({ seat: 2, from: '10:30', to: '21:00' })],
    seats,
  )
  expect(freeHours(board, long, clock).total).toBe(1)
  expect(freeHours(board, long, clock, 0).total).toBe(0)
})

test('what is past is gone', () => {
  expect(freeHours(aBoard([], oneSeat), at('17:00'), clock)).toMatchObject({ morning: 0, afternoon: 1, evening: 3 })
})

test('what is to be drawn is no free hour, and never proposed; a seat with hours of its own stays', () => {
  const seats = { seats: [1, 2].map((number) => ({ id: `seat-${number}`, number })) }
  const board = aBoard([aBookingOf({ seat: 2, from: '09:00', to: '20:00' })], seats)
  const drawn = [{ seatIds: ['seat-1'], startsAt: at('09:00'), endsAt: at('12:00') }]
  expect(freeHours({ ...board, drawn }, long, clock)).toMatchObject({ morning: 0, afternoon: 6, evening: 3 })
  expect(proposedCell({ ...board, drawn }, long, null)).toEqual({ seat: 0, slot: 6 })
  const whole = [{ seatIds: ['seat-1', 'seat-2'], startsAt: at('09:00'), endsAt: at('21:00') }]
  // Nobody could have it, and yet it is neither full nor odd gaps.
  expect(freeHours({ ...board, drawn: whole }, long, clock)).toMatchObject({ total: 0, hasToBeDrawn: true })
  expect(freeHours({ ...board, drawn: whole }, long, clock, 0)).toMatchObject({ total: 0, hasToBeDrawn: true })
  expect(proposedCell({ ...board, drawn: whole }, long, null)).toBeNull()
})

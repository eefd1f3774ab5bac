import { expect, test } from 'vitest'
import { instantAt } from '../wall-clock.ts'
import { placesLeft } from './places-left.ts'

const room = {
  ...{ opensAt: '09:00', closesAt: '21:00', slotMinutes: 30, timeZone: 'Asia/Shanghai' },
  seats: [{ id: 'one' }, { id: 'two' }],
}
const at = (date: string, time: string) => instantAt(date, time, room.timeZone)
const held = (seatId: string, date: string, from: string, to: string) => ({
  ...{ seatId, startsAt: at(date, from), endsAt: at(date, to) },
})
const left = (now: string, bookings: ReturnType<typeof held>[] = [], year = 2026) =>
  placesLeft(year, room, bookings, now)

test('every whole hour of every seat counts until the year ends', () => {
  expect(left(at('2026-12-31', '08:00'))).toBe(2 * 12)
  expect(left(at('2026-12-30', '08:00'))).toBe(2 * 2 * 12)
})

test('today counts from the next slot on', () => {
  expect(left(at('2026-12-31', '19:10'))).toBe(2)
  expect(left(at('2026-12-31', '20:40'))).toBe(0)
})

test('what is booked is gone, and so is what is left beside it that is shorter than an hour', () => {
  const now = at('2026-12-31', '08:00')
  expect(left(now, [held('one', '2026-12-31', '10:00', '11:00')])).toBe(11 + 12)
  expect(left(now, [held('one', '2026-12-31', '09:30', '10:30')])).toBe(10 + 12)
  expect(left(now, [held('one', '2026-12-31', '09:00', '21:00')])).toBe(12)
})

test('a year that is over has none, and one to come has all of it', () => {
  expect(left(at('2027-01-01', '08:00'))).toBe(0)
  expect(left(at('2026-12-31', '08:00'), [], 2027)).toBe(365 * 2 * 12)
})

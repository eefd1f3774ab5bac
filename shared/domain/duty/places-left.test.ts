import { expect, test } from 'vitest'
import type { RoomRules } from '../../contract/house/room-rules.ts'
import { everyDayRules, FROM_THE_FIRST_DAY } from '../seats/room-rules.ts'
import { instantAt } from '../wall-clock.ts'
import { placesLeft } from './places-left.ts'

const zone = 'Asia/Shanghai'
const usual = everyDayRules({ opensAt: '09:00', closesAt: '21:00', slotMinutes: 30 }, 2)
const roomWith = (rules: RoomRules) => ({
  timeZone: zone,
  closedFrom: null,
  rules: [{ validFrom: FROM_THE_FIRST_DAY, rules }],
  seats: ['one', 'two', 'three'].map((id, index) => ({ id, number: index + 1 })),
})
const at = (date: string, time: string) => instantAt(date, time, zone)
const held = (seatId: string, date: string, from: string, to: string) => ({
  ...{ seatId, startsAt: at(date, from), endsAt: at(date, to) },
})
const left = (now: string, bookings: ReturnType<typeof held>[] = [], year = 2026, rules = usual) =>
  placesLeft(year, [roomWith(rules)], bookings, now)

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

test('the rules of the room say which days and seats there are', () => {
  const name = { zh: '', en: '' }
  const closed = { kind: 'closed' as const, from: '2026-12-25', to: '2026-12-26', name, seatNumbers: null }
  const peak = { kind: 'peak' as const, from: '2026-12-31', to: '2026-12-31', name, seatCount: 3 }
  const week = usual.week.map((hours, index) => (index === 6 ? null : hours))
  const rules = { ...usual, week, days: [closed, peak] }
  // Friday and Saturday are closed, Sunday always is; then three days of two seats and one of three.
  expect(left(at('2026-12-25', '08:00'), [], 2026, rules)).toBe((3 * 2 + 3) * 12)
})

test('a night that has begun goes on counting until it closes', () => {
  const rules = { ...usual, week: Array.from({ length: 7 }, () => ({ opensAt: '21:00', closesAt: '02:00' })) }
  expect(left(at('2026-12-31', '00:00'), [], 2026, rules)).toBe(2 * 2 + 2 * 5)
})

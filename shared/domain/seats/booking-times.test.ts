import { describe, expect, test } from 'vitest'
import { everyDay } from '../../../test/builders/every-day.ts'
import { addMs } from '../instants.ts'
import { instantAt } from '../wall-clock.ts'
import {
  decideCancel,
  decideCheckIn,
  decideReschedule,
  decideReservation,
  decideRestore,
  earliestStart,
} from './bookings.ts'

const room = { opensAt: '09:00', closesAt: '21:00', slotMinutes: 30, timeZone: 'Asia/Shanghai' }
const seat = everyDay(room)
const at = (time: string, date = '2026-09-18') => instantAt(date, time, room.timeZone)
const booking = (change: Partial<Parameters<typeof decideReschedule>[1]> = {}) => ({
  ...{ seatId: 'seat-1', startsAt: at('10:00'), endsAt: at('11:00'), state: 'booked' as const },
  checkInOpensAt: at('09:45'),
  ...change,
})
const wish = (from: string, to: string, seatId = 'seat-1') => ({ seatId, startsAt: at(from), endsAt: at(to) })

describe('to the millisecond', () => {
  test('a slot can be taken until the last millisecond of it', () => {
    const last = addMs(at('10:30'), -1)
    expect(earliestStart(last, room.slotMinutes)).toBe(at('10:00'))
    expect(decideReservation({ now: last, seat }, wish('10:00', '11:00'))).toBeNull()
    expect(decideReservation({ now: at('10:30'), seat }, wish('10:00', '11:00'))).toBe('in_the_past')
    expect(
      decideReschedule(
        { now: last, seat },
        booking({ startsAt: at('14:00'), endsAt: at('15:00') }),
        wish('10:00', '11:00'),
      ),
    ).toBeNull()
    expect(
      decideReschedule(
        { now: at('10:30'), seat },
        booking({ startsAt: at('14:00'), endsAt: at('15:00') }),
        wish('10:00', '11:00'),
      ),
    ).toBe('in_the_past')
  })

  test('check-in goes on from its opening to the end', () => {
    expect(decideCheckIn(addMs(at('09:45'), -1), booking())).toBe('too_early')
    expect(decideCheckIn(at('09:45'), booking())).toBeNull()
    expect(decideCheckIn(addMs(at('11:00'), -1), booking())).toBeNull()
    expect(decideCheckIn(at('11:00'), booking())).toBe('already_over')
    expect(decideCheckIn(at('09:50'), booking({ state: 'cancelled' }))).toBe('not_found')
  })

  test('a cancelled booking comes back until its end', () => {
    expect(decideRestore(addMs(at('11:00'), -1), booking({ state: 'cancelled' }))).toBeNull()
    expect(decideRestore(at('11:00'), booking({ state: 'cancelled' }))).toBe('in_the_past')
  })

  test('the longest day, of 25 hours, is the longest', () => {
    const always = everyDay({ ...room, opensAt: '00:00', closesAt: '24:00' })
    const day = { startsAt: at('10:00'), endsAt: at('11:00', '2026-09-19') }
    expect(decideReservation({ now: at('09:00'), seat: always }, day)).toBeNull()
    expect(decideReservation({ now: at('09:00'), seat: always }, { ...day, endsAt: addMs(day.endsAt, 1) })).toBe(
      'outside_opening_hours',
    )
  })
})

describe('cancelling', () => {
  test('until somebody sits', () => {
    expect(decideCancel(at('10:30'), booking())).toBeNull()
    expect(decideCancel(at('10:30'), booking({ state: 'checked_in' }))).toBe('already_started')
    expect(decideCancel(at('11:00'), booking({ state: 'checked_in' }))).toBe('already_over')
    expect(decideCancel(at('10:30'), booking({ state: 'done' }))).toBe('already_over')
    expect(decideCancel(at('10:30'), booking({ state: 'cancelled' }))).toBe('not_found')
  })
})

describe('another time', () => {
  const move = (now: string, to: ReturnType<typeof wish>, held = booking()) =>
    decideReschedule({ now: at(now), seat }, held, to)

  test('before the start both edges and the seat are free to go; what is no slot is refused', () => {
    expect(move('09:00', wish('14:00', '15:00', 'seat-2'))).toBeNull()
    expect(move('09:00', wish('14:10', '15:00'))).toBe('not_on_slots')
    expect(move('09:00', wish('14:00', '15:10'))).toBe('not_on_slots')
    expect(move('09:00', wish('14:00', '14:00'))).toBe('not_on_slots')
    expect(move('09:00', wish('20:30', '21:30'))).toBe('outside_opening_hours')
    expect(move('09:00', wish('14:00', '15:00'), booking({ state: 'cancelled' }))).toBe('not_found')
    expect(move('11:00', wish('14:00', '15:00'))).toBe('already_over')
  })

  test.each([
    ['at its start', '10:00', booking()],
    ['when somebody sat down early', '09:50', booking({ state: 'checked_in' })],
  ])('from %s seat and start stay, and the end may move', (_when, now, held) => {
    expect(move(now, wish('10:00', '11:00', 'seat-2'), held)).toBe('already_started')
    expect(move(now, wish('10:30', '11:00'), held)).toBe('already_started')
    expect(move(now, wish('10:00', '12:00'), held)).toBeNull()
    expect(move(now, wish('10:00', '10:30'), held)).toBeNull()
  })

  test('the end does not move into the past', () => {
    expect(move('10:30', wish('10:00', '10:30'))).toBe('in_the_past')
    expect(decideReschedule({ now: addMs(at('10:30'), -1), seat }, booking(), wish('10:00', '10:30'))).toBeNull()
  })

  test('times it had before are given back, whatever the room says today', () => {
    const earlier = [wish('07:10', '08:10')]
    const facts = { now: at('06:00'), seat }
    expect(decideReschedule(facts, booking(), wish('07:10', '08:10'), earlier)).toBeNull()
    expect(decideReschedule(facts, booking(), wish('07:10', '08:10', 'seat-2'), earlier)).toBe('outside_opening_hours')
    expect(decideReschedule(facts, booking(), wish('07:10', '08:20'), earlier)).toBe('outside_opening_hours')
    expect(decideReschedule(facts, booking(), wish('07:20', '08:10'), earlier)).toBe('outside_opening_hours')
  })
})

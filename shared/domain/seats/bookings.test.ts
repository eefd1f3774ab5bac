import { describe, expect, test } from 'vitest'
import { everyDay } from '../../../test/builders/every-day.ts'
import { addMs } from '../instants.ts'
import { instantAt } from '../wall-clock.ts'
import { decideCheckIn, decideReschedule, decideReservation, earlierQuarters, isSomebodyElses } from './bookings.ts'

const room = { opensAt: '09:00', closesAt: '21:00', slotMinutes: 30, timeZone: 'Asia/Shanghai' }
const seat = everyDay(room)
const at = (time: string, date = '2026-09-18') => instantAt(date, time, 'Asia/Shanghai')
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })

describe('a wish', () => {
  test.each([
    ['09:00', '21:00', null],
    ['20:30', '21:00', null],
    ['08:30', '09:00', 'outside_opening_hours'],
    ['20:30', '21:30', 'outside_opening_hours'],
    ['09:15', '09:45', 'not_on_slots'],
    ['11:00', '10:00', 'not_on_slots'],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(decideReservation({ now: at('08:00'), seat }, span(from, to))).toBe(expected)
  })

  test('is in the past when its first slot has run out', () => {
    const wish = span('10:00', '12:00')
    expect(decideReservation({ now: at('10:29'), seat }, wish)).toBe(null)
    expect(decideReservation({ now: at('10:30'), seat }, wish)).toBe('in_the_past')
  })

  test('may cross midnight only where the room never closes, and not for longer than the longest day', () => {
    const night = { startsAt: at('23:30'), endsAt: at('00:30', '2026-09-19') }
    const facts = (opensAt: string) => ({ now: at('08:00'), seat: everyDay({ ...room, opensAt, closesAt: '24:00' }) })
    expect(decideReservation(facts('09:00'), night)).toBe('outside_opening_hours')
    expect(decideReservation(facts('00:00'), night)).toBe(null)
    const day = { startsAt: at('12:00'), endsAt: at('13:00', '2026-09-19') }
    expect(decideReservation(facts('00:00'), day)).toBe(null)
    expect(decideReservation(facts('00:00'), { ...day, endsAt: at('13:30', '2026-09-19') })).toBe(
      'outside_opening_hours',
    )
  })

  test('a rest of the day shorter than a slot is not offered', () => {
    const facts = { now: at('08:00'), seat: everyDay({ ...room, closesAt: '20:45' }) }
    expect(decideReservation(facts, span('20:15', '20:45'))).toBe('not_on_slots')
    expect(decideReservation(facts, span('20:00', '20:30'))).toBe(null)
  })
})

test('who came early has started: the seat stays, the end may move', () => {
  const booking = { seatId: 'a', ...span('10:00', '11:00'), state: 'checked_in' as const }
  const facts = { now: at('09:50'), seat }
  expect(decideReschedule(facts, booking, { ...booking, seatId: 'b' })).toBe('already_started')
  expect(decideReschedule(facts, booking, { ...booking, endsAt: at('12:00') })).toBe(null)
})

test('a running booking is not made to end in the past', () => {
  const booking = { seatId: 'a', ...span('10:00', '12:00'), state: 'booked' as const }
  expect(decideReschedule({ now: at('11:00'), seat }, booking, { ...booking, endsAt: at('11:00') })).toBe('in_the_past')
})

test.each(['done', 'cancelled'] as const)('nobody checks in to a %s booking', (state) => {
  const booking = { seatId: 'a', ...span('10:00', '11:00'), state, checkInOpensAt: at('09:45') }
  expect(decideCheckIn(at('10:00'), booking)).toBe(state === 'done' ? 'already_over' : 'not_found')
})

describe('whose a booking is', () => {
  const booking = { personId: 'listener', companionId: 'beside' }
  test.each([
    ['listener', false],
    ['beside', false],
    ['stranger', true],
    [null, true],
  ])('%s at the desk: somebody else’s is %s', (asker, expected) => {
    expect(isSomebodyElses(booking, asker)).toBe(expected)
  })
  test('with no companion it is still not nobody’s', () => {
    expect(isSomebodyElses({ ...booking, companionId: null }, null)).toBe(true)
  })
})

test.each([15, 30, 60] as const)(
  'of slots of %i minutes, each earlier end that is offered is one that is taken, and no other',
  (slotMinutes) => {
    const times = everyDay({ ...room, slotMinutes })
    for (const [from, to] of [
      ['10:00', '11:00'],
      ['10:15', '11:15'],
      ['10:00', '12:30'],
    ] as const)
      for (const now of ['09:30', '10:05', '10:50', '11:05']) {
        const booking = { seatId: 's', ...span(from, to), state: 'booked' as const }
        const quarters = Array.from({ length: 9 }, (_, index) => addMs(booking.startsAt, (index + 1) * 900_000))
        const taken = quarters.filter((endsAt) => {
          const wish = { seatId: 's', startsAt: booking.startsAt, endsAt }
          const isEarlier = endsAt > at(now) && endsAt < booking.endsAt
          return isEarlier && decideReschedule({ now: at(now), seat: times }, booking, wish) === null
        })
        expect(earlierQuarters(times, at(now), booking), `${from}-${to} at ${now}`).toEqual(
          booking.endsAt > at(now) ? taken : [],
        )
      }
  },
)

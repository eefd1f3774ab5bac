import { describe, expect, test } from 'vitest'
import type { RoomRules } from '../../contract/house/room-rules.ts'
import { instantAt } from '../wall-clock.ts'
import { type Counted, closedDayIn, countedFrom, decideDay, decideLimits } from './booking-rules.ts'
import { checkInTimes, decideCheckIn } from './bookings.ts'
import { EVERY_DAY_CHECK_IN, everyDayRules, FROM_THE_FIRST_DAY } from './room-rules.ts'
import { timetableOf } from './timetable.ts'

const zone = 'Asia/Shanghai'
const at = (time: string, date = '2026-09-18') => instantAt(date, time, zone)
const facts = (change: Partial<RoomRules>, now = at('12:00')) => {
  const rules = { ...everyDayRules({ opensAt: '21:00', closesAt: '02:00', slotMinutes: 30 }, 4), ...change }
  return { now, seat: timetableOf({ timeZone: zone, versions: [{ validFrom: FROM_THE_FIRST_DAY, rules }] }).seat(1) }
}
const on = (date: string, time = '21:00', to = '21:30') => ({ startsAt: at(time, date), endsAt: at(to, date) })

describe('the day', () => {
  test('is asked about by the calendar: to the last one ahead, from the first one with notice', () => {
    const wide = facts({ aheadDays: 7, noticeDays: 2 })
    expect(decideDay(wide, on('2026-09-20'))).toBeNull()
    expect(decideDay(wide, on('2026-09-19'))).toEqual({ code: 'too_soon', detail: { firstDate: '2026-09-20' } })
    expect(decideDay(wide, on('2026-09-25'))).toBeNull()
    expect(decideDay(wide, on('2026-09-26'))).toEqual({ code: 'too_far_ahead', detail: { lastDate: '2026-09-25' } })
    expect(decideDay(facts({}), on('2029-01-01'))).toBeNull()
  })
  test('after midnight is still the one that opened', () => {
    expect(decideDay(facts({ aheadDays: 7 }), on('2026-09-26', '01:00', '01:30'))).toBeNull()
    // The night that runs can be taken though its day is over.
    expect(decideDay(facts({}, at('00:40', '2026-09-19')), on('2026-09-19', '01:00', '01:30'))).toBeNull()
  })
  test('is not asked about where a booking stays on it', () => {
    const late = facts({ noticeDays: 3 })
    expect(decideDay(late, on('2026-09-18', '22:00', '22:30'), on('2026-09-18'))).toBeNull()
    expect(decideDay(late, on('2026-09-19'), on('2026-09-18'))?.code).toBe('too_soon')
  })
  test('that is closed has a name, also where a night goes on into it', () => {
    const days = [
      {
        kind: 'closed' as const,
        from: '2026-10-01',
        to: '2026-10-07',
        name: { zh: '国庆', en: '' },
        seatNumbers: null,
      },
    ]
    const week = Array.from({ length: 7 }, () => ({ opensAt: '00:00', closesAt: '24:00' }))
    const { seat } = facts({ days, week })
    const closed = {
      code: 'closed_day',
      detail: { from: '2026-10-01', to: '2026-10-07', name: { zh: '国庆', en: '' } },
    }
    expect(closedDayIn(seat, on('2026-10-02', '10:00', '11:00'))).toEqual(closed)
    const into = { startsAt: at('23:00', '2026-09-30'), endsAt: at('01:00', '2026-10-01') }
    expect(closedDayIn(seat, into)).toEqual(closed)
    expect(closedDayIn(seat, { ...into, endsAt: at('00:00', '2026-10-01') })).toBeNull()
  })
})

describe('a limit', () => {
  let made = 0
  const booked = (date: string): Counted => {
    made += 1
    return { id: `b${made}`, day: date, ...on(date) }
  }
  const perWeek = facts({ limits: [{ count: 2, per: 'week' }] })

  test('counts within its window and names what uses it up', () => {
    // 2026-09-18 is a Friday; its week ends on the 20th.
    const [mine, other] = [booked('2026-09-14'), booked('2026-09-20')]
    expect(decideLimits(perWeek, on('2026-09-18'), [mine])).toBeNull()
    expect(decideLimits(perWeek, on('2026-09-18'), [mine, other])).toEqual({
      code: 'over_limit',
      detail: { count: 2, per: 'week', bookings: [mine, other] },
    })
    expect(decideLimits(perWeek, on('2026-09-21'), [mine, other])).toBeNull()
  })
  test.each([
    ['day', '2026-09-18', '2026-09-19'],
    ['month', '2026-09-01', '2026-10-01'],
    ['year', '2026-01-01', '2027-01-01'],
  ] as const)('per %s ends with it', (per, within, beyond) => {
    const one = facts({ limits: [{ count: 1, per }] })
    expect(decideLimits(one, on('2026-09-18'), [booked(within)])?.code).toBe('over_limit')
    expect(decideLimits(one, on('2026-09-18'), [booked(beyond)])).toBeNull()
  })
  test('of what is to come counts what is not over', () => {
    const open = facts({ limits: [{ count: 1, per: 'to_come' }] }, at('21:15'))
    expect(decideLimits(open, on('2026-12-24'), [booked('2026-09-18')])?.code).toBe('over_limit')
    expect(decideLimits(open, on('2026-12-24'), [booked('2026-09-17')])).toBeNull()
  })
  test('is not used up by moving a booking within the window, though it is full; in another it counts there', () => {
    const full = [booked('2026-09-14'), booked('2026-09-15'), booked('2026-09-16')]
    expect(decideLimits(perWeek, on('2026-09-18'), full, booked('2026-09-17'))).toBeNull()
    expect(decideLimits(perWeek, on('2026-09-18'), full, booked('2026-09-24'))?.code).toBe('over_limit')
  })
  test('asks no further back than its window, and nothing where there is none', () => {
    expect(countedFrom(facts({}), on('2026-09-18'))).toBeNull()
    const from = countedFrom(perWeek, on('2026-09-18')) ?? ''
    expect(from < at('21:00', '2026-09-13') && from > at('21:00', '2026-09-12')).toBe(true)
  })
})

test('check-in opens, and somebody is late, as the room says', () => {
  const booking = { seatId: 'a', ...on('2026-09-18'), state: 'booked' as const }
  const usual = checkInTimes(booking, EVERY_DAY_CHECK_IN)
  expect(usual).toEqual({ checkInOpensAt: at('20:45'), checkInClosesAt: at('21:10') })
  const own = checkInTimes(booking, { beforeMinutes: 30, graceMinutes: 0 })
  expect(own).toEqual({ checkInOpensAt: at('20:30'), checkInClosesAt: at('21:00') })
  expect(decideCheckIn(at('20:30'), { ...booking, ...own })).toBeNull()
  expect(decideCheckIn(at('20:29'), { ...booking, ...own })).toBe('too_early')
})

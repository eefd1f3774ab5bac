import { expect, test } from 'vitest'
import { lottery } from '../../../test/builders/lottery.ts'
import { defaultCalendar } from '../house/default-calendar.ts'
import { addMs, msOf } from '../instants.ts'
import { dateOf, instantAt, timeOf } from '../wall-clock.ts'
import { isQuiet } from './quiet-hours.ts'
import { heldUntil } from './waitlist-hold.ts'

const zone = 'Asia/Shanghai'
/** A Friday with a make-up workday on the Sunday after it. */
const at = (time: string, date = '2026-09-18') => instantAt(date, time, zone)
const until = (now: string, startsAt: string, holdMinutes = 240): string | null => {
  const held = heldUntil({ now, startsAt, timeZone: zone, calendar: defaultCalendar, holdMinutes })
  return held === null ? null : `${dateOf(held, zone)} ${timeOf(held, zone)}`
}

test('the nearer the place, the shorter it is held, in working time', () => {
  expect(until(at('10:00'), at('14:00', '2026-09-24'))).toBe('2026-09-18 15:30')
  expect(until(at('10:00'), at('14:00', '2026-09-20'))).toBe('2026-09-18 12:00')
  expect(until(at('10:00'), at('14:00', '2026-09-19'))).toBe('2026-09-18 11:00')
  expect(until(at('10:00'), at('14:00'))).toBe('2026-09-18 10:15')
})

test('the room says how long; nobody has less than a quarter of an hour, and that is all on the day', () => {
  expect(until(at('10:00'), at('14:00', '2026-09-24'), 90)).toBe('2026-09-18 11:30')
  expect(until(at('10:00'), at('14:00', '2026-09-20'), 90)).toBe('2026-09-18 10:45')
  expect(until(at('10:00'), at('14:00', '2026-09-19'), 30)).toBe('2026-09-18 10:15')
  expect(until(at('10:00'), at('14:00'), 600)).toBe('2026-09-18 10:15')
})

test('four hours begun on Friday evening end on the Sunday that is worked', () => {
  expect(until(at('17:30'), at('14:00', '2026-09-24'))).toBe('2026-09-20 14:00')
})

test('where working time would come too late, a quarter of an hour is held by the clock', () => {
  // Saturday is not worked, and the place is on that Saturday.
  expect(until(at('19:00'), at('10:00', '2026-09-19'))).toBe('2026-09-18 19:15')
  expect(until(at('12:30'), at('13:00'))).toBe('2026-09-18 12:45')
})

test('nobody has to answer at night: what becomes free then is held until they could have read it', () => {
  expect(until(at('22:30'), at('10:00', '2026-09-19'))).toBe('2026-09-19 08:15')
  expect(until(at('20:50'), at('10:00', '2026-09-19'))).toBe('2026-09-19 08:15')
  expect(until(at('05:00'), at('09:00'))).toBe('2026-09-18 08:15')
})

test('where nobody could answer before it begins, nothing is held', () => {
  expect(until(at('22:30'), at('07:00', '2026-09-19'))).toBeNull()
  expect(until(at('12:50'), at('13:00'))).toBeNull()
  expect(until(at('20:50'), at('22:00'))).toBeNull()
})

test('of 300 holds none ends in quiet hours, after the place begins, or sooner than a quarter of an hour', () => {
  const draw = lottery(8)
  const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'America/New_York', 'Europe/London']
  let held = 0
  for (let each = 0; each < 300; each += 1) {
    const now = addMs(at('00:00'), draw(60 * 24 * 60) * 60_000)
    const startsAt = addMs(now, draw(10 * 24 * 60) * 60_000)
    const timeZone = zones[draw(zones.length)] ?? zone
    const end = heldUntil({ now, startsAt, timeZone, calendar: defaultCalendar, holdMinutes: 15 + draw(600) })
    if (end === null) continue
    held += 1
    expect(isQuiet(end, timeZone), `${now} ${startsAt} ${timeZone}`).toBe(false)
    expect(end <= startsAt).toBe(true)
    expect(msOf(end) - msOf(now)).toBeGreaterThanOrEqual(15 * 60_000)
  }
  expect(held).toBeGreaterThan(270)
})

import { describe, expect, test } from 'vitest'
import { dateOf, instantAt, timeOf, weekOf } from '../wall-clock.ts'
import { overlaps, slotsOfDay } from './slots.ts'

const shanghai = { opensAt: '09:00', closesAt: '21:00', slotMinutes: 30, timeZone: 'Asia/Shanghai' }

describe('slots of a day', () => {
  test('from opening to closing, in the room’s time zone', () => {
    const slots = slotsOfDay('2026-11-21', shanghai)
    expect(slots).toHaveLength(24)
    expect(slots[0]).toEqual({ startsAt: '2026-11-21T01:00:00.000Z', endsAt: '2026-11-21T01:30:00.000Z' })
    expect(slots.at(-1)?.endsAt).toBe('2026-11-21T13:00:00.000Z')
  })

  test.each([
    ['a room that never closes', { opensAt: '00:00', closesAt: '24:00' }, 48],
    ['a short rest is not offered', { closesAt: '10:45' }, 3],
    ['closed on the next day', { opensAt: '21:00', closesAt: '02:00' }, 10],
    ['as early as it opens, on the next day', { closesAt: '09:00' }, 48],
    ['over the night that loses an hour', { opensAt: '23:00', closesAt: '04:00', timeZone: 'Africa/Casablanca' }, 10],
    ['the day that loses an hour', { opensAt: '00:00', closesAt: '24:00', timeZone: 'Europe/Berlin' }, 46],
  ])('%s', (_name, change, count) => {
    const slots = slotsOfDay('2026-03-29', { ...shanghai, ...change })
    expect(slots).toHaveLength(count)
    expect(slots.every((slot, index) => index === 0 || slot.startsAt === slots[index - 1]?.endsAt)).toBe(true)
  })
})

test.each(['2026-11-16', '2026-11-21', '2026-11-22'])('the week of %s begins on Monday', (date) => {
  const week = weekOf(date)
  expect([week[0], week[6], week.length]).toEqual(['2026-11-16', '2026-11-22', 7])
})

test('a week may cross the year', () => {
  expect(weekOf('2027-01-01')).toContain('2026-12-28')
})

test('date and time on the room’s wall', () => {
  expect(dateOf('2026-11-20T16:05:59.999Z', 'Asia/Shanghai')).toBe('2026-11-21')
  expect(timeOf('2026-11-20T16:05:59.999Z', 'Asia/Shanghai')).toBe('00:05')
  expect(instantAt('2026-11-21', '24:00', 'Asia/Shanghai')).toBe('2026-11-21T16:00:00.000Z')
})

test('touching is not overlapping', () => {
  const span = (from: string, to: string) => ({
    startsAt: `2026-11-21T${from}:00.000Z`,
    endsAt: `2026-11-21T${to}:00.000Z`,
  })
  const ten = span('10:00', '11:00')
  expect(overlaps(ten, span('11:00', '12:00'))).toBe(false)
  expect(overlaps(ten, span('09:00', '10:00'))).toBe(false)
  expect(overlaps(ten, span('10:59', '12:00'))).toBe(true)
  expect(overlaps(ten, span('10:15', '10:30'))).toBe(true)
})

test('a date that was skipped has no slots, whatever the opening hours', () => {
  const apia = { ...shanghai, timeZone: 'Pacific/Apia' }
  expect(slotsOfDay('2011-12-30', apia)).toEqual([])
  expect(slotsOfDay('2011-12-31', apia)).toHaveLength(24)
})

import { expect, test } from 'vitest'
import type { WaitWindow } from '../../contract/seats/waitlist.ts'
import { instantAt, timeOf } from '../wall-clock.ts'
import { everyDayRules, FROM_THE_FIRST_DAY } from './room-rules.ts'
import { timetableOf } from './timetable.ts'
import { chanceOf, fittingPlaces, isTakenForThem, standingBefore, weeksBefore, windowSpan } from './waitlist.ts'

const zone = 'Asia/Shanghai'
const day = '2026-09-18'
const span = (from: string, to: string) => ({ startsAt: instantAt(day, from, zone), endsAt: instantAt(day, to, zone) })
const window = (change: Partial<WaitWindow> = {}): WaitWindow => ({
  ...{ date: day, from: '13:00', to: '15:00', minutes: 60, seatId: null },
  ...change,
})
const roomOf = (opensAt = '09:00', closesAt = '21:00', bufferMinutes = 0) =>
  timetableOf({
    timeZone: zone,
    versions: [
      {
        validFrom: FROM_THE_FIRST_DAY,
        rules: { ...everyDayRules({ opensAt, closesAt, slotMinutes: 30 }, 2), bufferMinutes },
      },
    ],
  })
const seats = (held: { [id: string]: ReturnType<typeof span>[] } = {}, times = roomOf()) =>
  ['a', 'b'].map((id, index) => ({ id, times: times.seat(index + 1), held: held[id] ?? [], drawn: [] }))
const said = (places: ReturnType<typeof fittingPlaces>) =>
  places.map(({ seatId, startsAt, endsAt }) => `${seatId} ${timeOf(startsAt, zone)}-${timeOf(endsAt, zone)}`)

test('what fits a window: on slots, of the wanted length, soonest first, then seat by seat', () => {
  expect(said(fittingPlaces(window(), zone, seats()))).toEqual([
    ...['a 13:00-14:00', 'b 13:00-14:00', 'a 13:30-14:30', 'b 13:30-14:30', 'a 14:00-15:00', 'b 14:00-15:00'],
  ])
  expect(said(fittingPlaces(window({ seatId: 'b', minutes: 120 }), zone, seats()))).toEqual(['b 13:00-15:00'])
  expect(fittingPlaces(window({ minutes: 180 }), zone, seats())).toEqual([])
})

test('not what is held, nor closer beside it than the rules leave free', () => {
  const held = { a: [span('13:30', '14:00')], b: [span('12:00', '13:00')] }
  expect(said(fittingPlaces(window(), zone, seats(held)))).toEqual([
    ...['b 13:00-14:00', 'b 13:30-14:30', 'a 14:00-15:00', 'b 14:00-15:00'],
  ])
  expect(said(fittingPlaces(window(), zone, seats(held, roomOf('09:00', '21:00', 30))))).toEqual([
    ...['b 13:30-14:30', 'b 14:00-15:00'],
  ])
})

test('a night that goes on into the next day, and nothing outside opening hours', () => {
  const night = window({ from: '23:00', to: '03:00', minutes: 120 })
  expect(said(fittingPlaces({ ...night, seatId: 'a' }, zone, seats({}, roomOf('21:00', '02:00'))))).toEqual([
    ...['a 23:00-01:00', 'a 23:30-01:30', 'a 00:00-02:00'],
  ])
})

test('whoever asked first for the same times stands before; other hours, other seats and other rooms do not count', () => {
  const line = [
    { id: 'same', roomId: 'r', windows: [window()] },
    { id: 'other hours', roomId: 'r', windows: [window({ from: '15:00', to: '16:00' })] },
    { id: 'other room', roomId: 'q', windows: [window()] },
    { id: 'seat b', roomId: 'r', windows: [window({ seatId: 'b' })] },
    { id: 'me', roomId: 'r', windows: [window({ seatId: 'a' })] },
    { id: 'later', roomId: 'r', windows: [window()] },
  ]
  expect(standingBefore(window({ seatId: 'a' }), 'me', line, zone)).toBe(1)
  expect(standingBefore(window(), 'later', line, zone)).toBe(3)
  expect(standingBefore(window(), 'same', line, zone)).toBe(0)
})

test('the chance looks at the last eight such weekdays that are over', () => {
  const weeks = weeksBefore(window({ date: '2026-10-09' }), zone, instantAt(day, '10:00', zone))
  expect(weeks).toHaveLength(8)
  expect(weeks[0]).toEqual(windowSpan(window({ date: '2026-09-11' }), zone))
  expect(weeks[7]).toEqual(windowSpan(window({ date: '2026-07-24' }), zone))
})

test('the chance counts the weeks in which more was given back than people stand before; of few weeks it says nothing', () => {
  const week = (freed: number, isUsed = true) => ({ isUsed, freed })
  expect(chanceOf([week(0), week(1), week(2), week(3), week(0, false)], 1)).toEqual({ weeks: 4, enough: 2 })
  expect(chanceOf([week(3), week(3), week(3), week(0, false)], 0)).toBeNull()
})

test('a place is taken for somebody only when it begins as far ahead as they said', () => {
  const now = instantAt(day, '10:00', zone)
  expect(isTakenForThem(4, instantAt(day, '14:00', zone), now)).toBe(true)
  expect(isTakenForThem(4, instantAt(day, '13:30', zone), now)).toBe(false)
  expect(isTakenForThem(null, instantAt('2026-12-01', '14:00', zone), now)).toBe(false)
})

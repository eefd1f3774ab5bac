import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addMs, type Instant } from '../instants.ts'
import { defaultCalendar } from './default-calendar.ts'
import {
  addWorkingMs,
  dayKind,
  isKnownYear,
  isWorkday,
  resumeDeadline,
  shiftsOn,
  type WorkCalendar,
  workingDayMs,
  workingMsBetween,
} from './work-calendar.ts'

const HOUR_MS = 3_600_000
const shanghai = (wall: string): Instant => zoned(wall, 'Asia/Shanghai')
const zoned = (wall: string, timeZone: string): Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'millisecond' })
const berlinNights: WorkCalendar = {
  timeZone: 'Europe/Berlin',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  shifts: [{ from: '00:00', to: '06:00' }],
  years: { '2026': { holidays: [], makeUpWorkdays: [] } },
}

describe('golden vectors', () => {
  test.each([
    ['Friday evening into a make-up Sunday', '2026-09-18T17:30', 4, '2026-09-20T14:00'],
    ['two days over the National Day holiday', '2026-09-30T16:00', 15, '2026-10-09T16:00'],
    ['over lunch', '2026-09-24T11:30', 4, '2026-09-24T17:00'],
    ['opened during lunch', '2026-09-22T12:30', 0.5, '2026-09-22T14:00'],
    ['exactly the rest of the day stays at its end', '2026-09-24T13:30', 4.5, '2026-09-24T18:00'],
    ['exactly the morning stays at noon', '2026-09-24T09:00', 3, '2026-09-24T12:00'],
    ['a millisecond more is after lunch', '2026-09-24T09:00', 3 + 1 / HOUR_MS, '2026-09-24T13:30:00.001'],
    ['before a holiday begins, at its evening', '2026-09-24T18:00', 1, '2026-09-28T10:00'],
    ['nothing to add stays, even at night', '2026-09-26T03:00', 0, '2026-09-26T03:00'],
    ['over the Spring Festival, out of a make-up Saturday', '2026-02-14T17:00', 2, '2026-02-24T10:00'],
  ])('%s', (_name, from, hours, at) => {
    expect(addWorkingMs(defaultCalendar, shanghai(from), Math.round(hours * HOUR_MS)).at).toBe(shanghai(at))
  })
})

test('the blocks explain the deadline: what counted, and nothing else', () => {
  expect(addWorkingMs(defaultCalendar, shanghai('2026-09-18T17:30'), 4 * HOUR_MS)).toEqual({
    at: shanghai('2026-09-20T14:00'),
    blocks: [
      { from: shanghai('2026-09-18T17:30'), to: shanghai('2026-09-18T18:00'), workingMs: 0.5 * HOUR_MS },
      { from: shanghai('2026-09-20T09:00'), to: shanghai('2026-09-20T12:00'), workingMs: 3 * HOUR_MS },
      { from: shanghai('2026-09-20T13:30'), to: shanghai('2026-09-20T14:00'), workingMs: 0.5 * HOUR_MS },
    ],
    unknownYears: [],
  })
})

test.each([
  ['2026-10-01', 'holiday', '国庆节', false],
  ['2026-10-10', 'make_up_workday', '国庆节调休上班', true],
  ['2026-10-09', 'workday', undefined, true],
  ['2026-10-11', 'weekend', undefined, false],
  ['2026-01-04', 'make_up_workday', '元旦调休上班', true],
])('%s is a %s', (date, kind, nameZh, worked) => {
  const day = dayKind(defaultCalendar, date)
  expect([day.kind, day.name?.zh, isWorkday(defaultCalendar, date)]).toEqual([kind, nameZh, worked])
  expect(shiftsOn(defaultCalendar, date)).toHaveLength(worked ? 2 : 0)
})

test('the bundled year has 33 days off and 6 make-up workdays, every one named in both languages', () => {
  const year = defaultCalendar.years['2026']
  expect([year?.holidays.length, year?.makeUpWorkdays.length]).toEqual([33, 6])
  const days = [...(year?.holidays ?? []), ...(year?.makeUpWorkdays ?? [])]
  expect(days.filter((day) => day.name.zh === '' || day.name.en === '')).toEqual([])
  expect(new Set(days.map((day) => day.date)).size).toBe(days.length)
})

test('a year without a file follows the week and says so', () => {
  expect([isKnownYear(defaultCalendar, 2026), isKnownYear(defaultCalendar, 2027)]).toEqual([true, false])
  const overNewYear = addWorkingMs(defaultCalendar, shanghai('2026-12-31T17:00'), 2 * HOUR_MS)
  expect(overNewYear.at).toBe(shanghai('2027-01-01T10:00'))
  expect(overNewYear.unknownYears).toEqual([2027])
  expect(addWorkingMs(defaultCalendar, shanghai('2025-12-31T17:00'), 1).unknownYears).toEqual([2025])
})

describe('where clocks change, working time is time that really passes', () => {
  test.each([
    ['an ordinary night', '2026-03-27T00:00', 6],
    ['the night that loses an hour', '2026-03-29T00:00', 5],
    ['the night that gains an hour', '2026-10-25T00:00', 7],
  ])('%s', (_name, midnight, hours) => {
    const from = zoned(midnight, 'Europe/Berlin')
    const end = zoned(midnight.replace('T00', 'T06'), 'Europe/Berlin')
    expect(workingMsBetween(berlinNights, from, end)).toBe(hours * HOUR_MS)
    expect(addWorkingMs(berlinNights, from, hours * HOUR_MS).at).toBe(end)
  })
})

test('a shift may end at midnight', () => {
  const evenings = { ...defaultCalendar, shifts: [{ from: '20:00', to: '24:00' }] }
  expect(workingDayMs(evenings)).toBe(4 * HOUR_MS)
  expect(addWorkingMs(evenings, shanghai('2026-09-21T23:00'), HOUR_MS).at).toBe(shanghai('2026-09-22T00:00'))
  expect(addWorkingMs(evenings, shanghai('2026-09-21T23:00'), 2 * HOUR_MS).at).toBe(shanghai('2026-09-22T21:00'))
})

test('a pause moves the deadline by the working time that passed, not by the night', () => {
  const due = shanghai('2026-09-24T17:00')
  const overNight = resumeDeadline(defaultCalendar, due, shanghai('2026-09-23T17:30'), shanghai('2026-09-24T09:30'))
  expect(overNight).toEqual({ dueAt: shanghai('2026-09-24T18:00'), creditMs: HOUR_MS })
  const weekend = resumeDeadline(defaultCalendar, due, shanghai('2026-09-25T10:00'), shanghai('2026-09-27T10:00'))
  expect(weekend).toEqual({ dueAt: due, creditMs: 0 })
})

test('adding in two steps is adding at once, and what was added lies between', () => {
  const start = shanghai('2026-02-10T08:17')
  for (let step = 1; step <= 60; step++) {
    const from = addMs(start, step * 7_919_000)
    const [firstMs, secondMs] = [step * 977_000, step * 1_733_001]
    const first = addWorkingMs(defaultCalendar, from, firstMs).at
    const atOnce = addWorkingMs(defaultCalendar, from, firstMs + secondMs).at
    expect(addWorkingMs(defaultCalendar, first, secondMs).at).toBe(atOnce)
    expect(workingMsBetween(defaultCalendar, from, atOnce)).toBe(firstMs + secondMs)
  }
})

test('the longest time limit of 400 working days is counted, not taken for an empty calendar', () => {
  // 80 weeks end on Friday 2028-03-31; six holidays on weekdays less one make-up Saturday add five days.
  const { at, unknownYears } = addWorkingMs(defaultCalendar, shanghai('2026-09-21T09:00'), 400 * 7.5 * HOUR_MS)
  expect([at, unknownYears]).toEqual([shanghai('2028-04-07T18:00'), [2027, 2028]])
})

test('time backwards is no working time; a calendar without any is refused instead of searched forever', () => {
  expect(workingMsBetween(defaultCalendar, shanghai('2026-09-24T10:00'), shanghai('2026-09-24T09:00'))).toBe(0)
  expect(workingDayMs(defaultCalendar)).toBe(7.5 * HOUR_MS)
  expect(() => addWorkingMs({ ...defaultCalendar, shifts: [] }, shanghai('2026-09-24T10:00'), 1)).toThrow(RangeError)
  expect(() => addWorkingMs({ ...defaultCalendar, weekdays: [], years: {} }, shanghai('2026-09-24T10:00'), 1)).toThrow()
})

test('the shifts of a day come earliest first, however they were written', () => {
  const shifts = [
    { from: '18:00', to: '20:00' },
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ]
  const evening = { ...defaultCalendar, shifts }
  expect(shiftsOn(evening, '2026-09-24').map(({ from }) => from)).toEqual(['09:00', '13:30', '18:00'])
  expect(addWorkingMs(evening, shanghai('2026-09-24T09:00'), 4 * HOUR_MS).at).toBe(shanghai('2026-09-24T14:30'))
})

test('400 days without work are believed, from the start as after a workday; one more is an empty calendar', () => {
  const first = Temporal.PlainDate.from('2026-01-05')
  const worked = (...days: number[]): WorkCalendar => {
    const dates = days.map((day) => first.add({ days: day }).toString())
    const years = Map.groupBy(dates, (date) => date.slice(0, 4))
    const madeUp = (date: string) => ({ date, name: { zh: '补班', en: 'make-up' } })
    return {
      ...{ timeZone: 'Asia/Shanghai', weekdays: [], shifts: [{ from: '09:00', to: '10:00' }] },
      years: Object.fromEntries(
        [...years].map(([year, ofYear]) => [year, { holidays: [], makeUpWorkdays: ofYear.map(madeUp) }]),
      ),
    }
  }
  const end = (calendar: WorkCalendar, hours: number) =>
    addWorkingMs(calendar, shanghai('2026-01-05T00:00'), hours * HOUR_MS).at
  expect(end(worked(400), 1)).toBe(shanghai('2027-02-09T10:00'))
  expect(() => end(worked(401), 1)).toThrow('no working time')
  expect(end(worked(0, 400), 2)).toBe(shanghai('2027-02-09T10:00'))
  expect(() => end(worked(0, 401), 2)).toThrow('no working time')
})

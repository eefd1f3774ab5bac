import { expect, test } from 'vitest'
import { addMs } from '../instants.ts'
import { deadlineCounter } from './deadline-counter.ts'
import { defaultCalendar } from './default-calendar.ts'
import { addWorkingMs, type WorkCalendar } from './work-calendar.ts'

const nights: WorkCalendar = {
  timeZone: 'Europe/Berlin',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  shifts: [
    { from: '22:00', to: '24:00' },
    { from: '00:00', to: '06:00' },
  ],
  years: {},
}

test.each([
  ['by day in Shanghai', defaultCalendar],
  ['by night in Berlin, over both changes of the clocks', nights],
])('many deadlines at once are those counted one by one: %s', (_name, calendar) => {
  const earliest = '2026-02-10T08:17:00.000Z'
  const due = deadlineCounter(calendar, earliest)
  for (let step = 0; step < 120; step++) {
    const from = addMs(earliest, (step * 37) % 120 === 0 ? 0 : step * 173_919_000)
    const workingMs = (step * step * 977_003) % 300_000_000
    expect(due(from, workingMs), `${from} + ${workingMs}`).toBe(addWorkingMs(calendar, from, workingMs).at)
  }
})

test('what uses up a shift ends with it; nothing to count stays where it is', () => {
  const due = deadlineCounter(defaultCalendar, '2026-09-24T01:00:00.000Z')
  expect(due('2026-09-24T01:00:00.000Z', 3 * 3_600_000)).toBe('2026-09-24T04:00:00.000Z')
  expect(due('2026-09-26T03:00:00.000Z', 0)).toBe('2026-09-26T03:00:00.000Z')
})

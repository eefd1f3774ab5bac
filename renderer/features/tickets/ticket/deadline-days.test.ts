import { expect, test } from 'vitest'
import { defaultCalendar } from '../../../../shared/domain/house/default-calendar.ts'
import { resolveBy } from '../../../../shared/domain/tickets/deadlines.ts'
import { dateOf } from '../../../../shared/domain/wall-clock.ts'
import { deadlineDays, hoursAndMinutes } from './deadline-days.ts'

const HOUR_MS = 3_600_000
const inShanghai = (at: string) => dateOf(at, 'Asia/Shanghai')

test('two working days over the National Day holiday: three days worked, seven between them named as off', () => {
  const { blocks } = resolveBy({ amount: 2, unit: 'days' }, '2026-09-30T08:00:00.000Z', defaultCalendar)
  const days = deadlineDays(blocks, inShanghai)
  expect(
    days.map((day) =>
      day.kind === 'off'
        ? `off ${day.from} ${day.to} ${day.days}`
        : `${day.date} ${day.workingMs / HOUR_MS} h in ${day.spans.length}`,
    ),
  ).toEqual(['2026-09-30 2 h in 1', 'off 2026-10-01 2026-10-07 7', '2026-10-08 7.5 h in 2', '2026-10-09 5.5 h in 2'])
})

test('a make-up Sunday counts like any other day and leaves only the Saturday out', () => {
  const { blocks } = resolveBy({ amount: 4, unit: 'hours' }, '2026-09-18T09:30:00.000Z', defaultCalendar)
  expect(deadlineDays(blocks, inShanghai)).toMatchObject([
    { date: '2026-09-18' },
    { kind: 'off', from: '2026-09-19', to: '2026-09-19', days: 1 },
    { date: '2026-09-20', workingMs: 3.5 * HOUR_MS },
  ])
})

test('no working time, no days', () => {
  expect(deadlineDays([], inShanghai)).toEqual([])
})

test('working time is told in whole minutes, never as 60', () => {
  expect(hoursAndMinutes(3.5 * HOUR_MS)).toEqual({ hours: 3, minutes: 30 })
  expect(hoursAndMinutes(2 * HOUR_MS - 1)).toEqual({ hours: 2, minutes: 0 })
  expect(hoursAndMinutes(1_000)).toEqual({ hours: 0, minutes: 0 })
})

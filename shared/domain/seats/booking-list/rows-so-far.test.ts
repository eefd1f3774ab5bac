import { expect, test } from 'vitest'
import type { HouseRoom } from '../../../contract/house/rooms.ts'
import { everyDayRules, FROM_THE_FIRST_DAY } from '../room-rules.ts'
import { type Timetable, timetableOf } from '../timetable.ts'
import type { ReadRow } from './read-row.ts'
import { rowsSoFar } from './rows-so-far.ts'

const rules = everyDayRules({ opensAt: '08:00', closesAt: '22:00', slotMinutes: 30 }, 2)
const timetable = timetableOf({ timeZone: 'Asia/Shanghai', versions: [{ validFrom: FROM_THE_FIRST_DAY, rules }] })
const room: HouseRoom = {
  ...{ id: 'room', name: '', site: '', timeZone: 'Asia/Shanghai', coordinatorId: null, closedFrom: null, version: 0 },
  ...{ seats: [], rules: [{ validFrom: FROM_THE_FIRST_DAY, rules }] },
}

const aRow = (row: number, startsAt: string, endsAt: string, people: [string, string?]): ReadRow => ({
  ...{ row, room, day: startsAt.slice(0, 10), seatNumber: 1, companion: null, bookedBy: null },
  person: { id: people[0], name: people[0], employeeNumber: null },
  wish: {
    ...{ seatId: `seat of ${row}`, personId: people[0], companionId: people[1] ?? null, purpose: 'listen' },
    ...{ startsAt: `${startsAt}:00.000Z`, endsAt: `${endsAt}:00.000Z` },
  },
})

test('a row meets those before it that take somebody of its own around that time, also past midnight of any clock', () => {
  const soFar = rowsSoFar()
  soFar.add(aRow(2, '2026-12-01T15:00', '2026-12-01T16:00', ['wang']), timetable)
  soFar.add(aRow(3, '2026-12-01T23:00', '2026-12-02T01:00', ['li', 'wang']), timetable)
  soFar.add(aRow(4, '2026-12-09T01:00', '2026-12-09T02:00', ['wang']), timetable)
  const rowsNear = (...row: Parameters<typeof aRow>) => soFar.near(aRow(...row)).map((held) => held.row)
  expect(rowsNear(5, '2026-12-02T00:30', '2026-12-02T02:00', ['zhao', 'wang']).sort()).toEqual([2, 3])
  expect(rowsNear(5, '2026-12-01T15:30', '2026-12-02T00:30', ['li', 'wang']).sort()).toEqual([2, 3])
  expect(rowsNear(5, '2026-12-05T01:00', '2026-12-05T02:00', ['wang'])).toEqual([])
})

test('the day that a limit counts a row on is asked for once, however many rows of the person follow', () => {
  let asked = 0
  const counting: Timetable = {
    seat: (number) => {
      const seat = timetable.seat(number)
      const dayOf: typeof seat.dayOf = (at) => {
        asked += 1
        return seat.dayOf(at)
      }
      return { ...seat, dayOf }
    },
  }
  const soFar = rowsSoFar()
  for (let row = 2; row < 102; row++) {
    soFar.countedOf('wang')
    soFar.add(aRow(row, '2026-12-01T15:00', '2026-12-01T16:00', ['wang']), counting)
  }
  expect(soFar.countedOf('wang')).toHaveLength(100)
  expect(soFar.countedOf('wang')[0]).toMatchObject({ id: 'row 2', day: '2026-12-01' })
  expect(asked).toBe(100)
})

import { expect, test } from 'vitest'
import { daysLeft, owedIn, USUAL_RULES } from './duties.ts'

const all = { listen: 1, answer: 1, trip: 1 }

test('somebody who was here the whole year owes one trip and two listens', () => {
  expect(owedIn(2026, USUAL_RULES, null)).toEqual(all)
  expect(owedIn(2026, USUAL_RULES, '2019-03-01')).toEqual(all)
  expect(owedIn(2026, USUAL_RULES, '2026-01-01')).toEqual(all)
})

test.each([
  ['2026-02-28', all],
  ['2026-03-02', all],
  ['2026-03-03', { listen: 1, answer: 1, trip: 0 }],
  ['2026-07-01', { listen: 1, answer: 1, trip: 0 }],
  ['2026-07-02', { listen: 1, answer: 1, trip: 0 }],
  ['2026-07-03', { listen: 1, answer: 0, trip: 0 }],
  ['2026-11-01', { listen: 1, answer: 0, trip: 0 }],
  ['2026-11-02', { listen: 0, answer: 0, trip: 0 }],
  ['2026-12-31', { listen: 0, answer: 0, trip: 0 }],
  ['2027-05-01', { listen: 0, answer: 0, trip: 0 }],
])('who joined on %s owes the part of the year that is left, listening first', (joinedOn, owed) => {
  expect(owedIn(2026, USUAL_RULES, joinedOn)).toEqual(owed)
})

test('where more is owed it is shared out in turns, and never more of one than a whole year asks', () => {
  const rules = { ...USUAL_RULES, owed: { listen: 2, answer: 0, trip: 4 } }
  expect(owedIn(2026, rules, '2026-07-02')).toEqual({ listen: 2, answer: 0, trip: 1 })
  expect(owedIn(2026, rules, '2026-05-01')).toEqual({ listen: 2, answer: 0, trip: 2 })
  expect(owedIn(2026, { ...rules, owed: { listen: 0, answer: 0, trip: 0 } }, '2026-05-01')).toEqual({
    ...{ listen: 0, answer: 0, trip: 0 },
  })
})

test('the later somebody joined, the less of each they owe', () => {
  const rules = { ...USUAL_RULES, owed: { listen: 3, answer: 2, trip: 1 } }
  let before = owedIn(2028, rules, null)
  for (let day = 0; day < 366; day += 1) {
    const date = new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10)
    const now = owedIn(2028, rules, date)
    expect(now.listen <= before.listen && now.answer <= before.answer && now.trip <= before.trip, date).toBe(true)
    before = now
  }
})

test('days that are left count today', () => {
  expect(daysLeft('2026-12-31')).toBe(1)
  expect(daysLeft('2026-11-26')).toBe(36)
  expect(daysLeft('2028-01-01')).toBe(366)
})

import { expect, test } from 'vitest'
import type { RoomDays, RoomRules } from '../../contract/house/room-rules.ts'
import { closedDays, everyDayRules, FROM_THE_FIRST_DAY, rulesOn, withoutVersion, withVersion } from './room-rules.ts'

const usual = everyDayRules({ opensAt: '09:00', closesAt: '18:00', slotMinutes: 30 }, 4)
const rules = (days: RoomDays[], change: Partial<RoomRules> = {}) => ({ ...usual, ...change, days })
const name = { zh: '检修', en: 'Repair' }
const week = (...seatNumbers: number[]): RoomDays => ({
  ...{ kind: 'closed', from: '2026-12-02', to: '2026-12-08', name, seatNumbers },
})
const peak = (seatCount: number): RoomDays => ({ kind: 'peak', from: '2026-12-12', to: '2026-12-12', name, seatCount })
const ofEarlier = (days: RoomDays) => ({ ...days, isOfEarlier: true })
const today = '2026-11-30'
const known = [
  { validFrom: FROM_THE_FIRST_DAY, rules: rules([]) },
  { validFrom: '2026-12-05', rules: rules([peak(6)], { slotMinutes: 60 }) },
  { validFrom: '2026-12-20', rules: rules([]) },
]

test('a seat that is closed for a week is closed, whichever rules begin in that week; taken out again, it is open', () => {
  const after = withVersion(known, { validFrom: today, rules: rules([week(3)]) })
  for (const date of ['2026-12-02', '2026-12-04', '2026-12-05', '2026-12-08'])
    expect(closedDays(rulesOn(after, date), 3, date)?.name).toEqual(name)
  expect(rulesOn(after, '2026-12-06')).toMatchObject({ slotMinutes: 60, days: [peak(6), ofEarlier(week(3))] })
  expect(rulesOn(after, '2026-12-20').days).toEqual([])
  expect(withVersion(after, { validFrom: today, rules: rules([]) }).filter((one) => one.validFrom !== today)).toEqual(
    known,
  )
  expect(withoutVersion(after, today)).toEqual(known)
})

test('later rules close no seat they do not have, and keep a peak of their own', () => {
  const after = withVersion(known, { validFrom: today, rules: rules([week(3, 8), peak(8)], { seatCount: 8 }) })
  expect(rulesOn(after, '2026-12-06').days).toEqual([peak(6), ofEarlier(week(3))])
  expect(withoutVersion(after, today)).toEqual(known)
})

test('days that later rules had anyhow are there once', () => {
  const both = withVersion(known, { validFrom: '2026-12-05', rules: rules([week(3)]) })
  expect(rulesOn(withVersion(both, { validFrom: today, rules: rules([week(3)]) }), '2026-12-06').days).toEqual([
    week(3),
  ])
})

test('what later rules had by themselves stays when the same is taken out of earlier ones', () => {
  const own = withVersion(known, { validFrom: '2026-12-05', rules: rules([week(3)]) })
  const before = withVersion(own, { validFrom: '2026-12-07', rules: rules([week(3)], { slotMinutes: 15 }) })
  expect(rulesOn(before, '2026-12-07').days).toEqual([ofEarlier(week(3))])
  expect(withoutVersion(withVersion(before, { validFrom: today, rules: rules([week(3)]) }), today)).toEqual(before)
  const [first] = before
  if (first === undefined) throw new Error('no rules')
  const edited = withVersion(before, { ...first, rules: rules([week(3)]) })
  expect(withVersion(edited, first)).toEqual(before)
})

test('days that rules were written with because they had them before are taken out with those', () => {
  const closed = withVersion(known, { validFrom: today, rules: rules([week(3)]) })
  const written = withVersion(closed, { validFrom: '2026-12-03', rules: rules([week(3)], { slotMinutes: 15 }) })
  const opened = withVersion(written, { validFrom: today, rules: rules([]) })
  for (const date of ['2026-12-04', '2026-12-06']) expect(closedDays(rulesOn(opened, date), 3, date)).toBeNull()
})

test('a seat that rules between opened again stays open by those behind them', () => {
  const closed = withVersion(known, { validFrom: '2026-12-01', rules: rules([week(3)]) })
  const before = withVersion(closed, { validFrom: '2026-12-05', rules: rules([], { slotMinutes: 60 }) })
  expect(withVersion(before, { validFrom: today, rules: rules([week(3)]) }).slice(2)).toEqual(before.slice(1))
})

import { describe, expect, test } from 'vitest'
import { KEPT_FOR_GOOD, type RulesByKind } from '../../contract/retention/rules.ts'
import { daysAfter } from '../wall-clock.ts'
import { type DueFacts, goesOn, isDue, lastEnd, settledRules, staysBecause, stricterKinds } from './what-goes.ts'

const rule = { days: 30, startsOn: '2026-01-01' }
const now = '2026-11-27T02:00:00.000Z'
const facts: DueFacts = {
  ...{ endedOn: '2026-10-01', touchedAt: '2026-10-01T03:00:00.000Z', halfDone: 0, isUp: true, openCases: 0 },
  touchedOn: null,
  keptUntil: undefined,
}

describe('the day on which something goes', () => {
  test('so many whole days after its own, and not before the rule begins', () => {
    expect(goesOn('2026-10-01', rule)).toBe('2026-11-01')
    expect(goesOn('2026-10-01', { ...rule, startsOn: '2026-12-24' })).toBe('2026-12-24')
  })

  test('what the database looks for by its end is what goes, on any day', () => {
    for (let days = -60; days < 60; days += 1) {
      const endedOn = daysAfter('2026-10-01', days)
      for (const one of [rule, { ...rule, startsOn: '2026-11-20' }, { ...rule, days: 7 }]) {
        const last = lastEnd(one, '2026-11-15')
        expect(last !== null && endedOn <= last).toBe(goesOn(endedOn, one) <= '2026-11-15')
      }
    }
  })

  test('off, nothing goes', () => {
    expect(isDue(facts, null, '2099-01-01', now)).toBe(false)
    expect(lastEnd(null, '2099-01-01')).toBe(null)
  })

  test('the day before it is not due, on the day it is', () => {
    expect(isDue(facts, rule, '2026-10-31', now)).toBe(false)
    expect(isDue(facts, rule, '2026-11-01', now)).toBe(true)
  })
})

describe('what stays in spite of its age', () => {
  test.each([
    ['open', { endedOn: null }],
    ['half_done', { halfDone: 1 }],
    ['not_up', { isUp: false }],
    ['open_case', { openCases: 1 }],
    ['touched', { touchedAt: '2026-11-26T02:00:01.000Z' }],
    ['touched', { touchedOn: '2026-11-26' }],
    ['kept', { keptUntil: null }],
    ['kept', { keptUntil: '2026-11-27' }],
  ] as const)('%s', (why, change) => {
    expect(staysBecause({ ...facts, ...change }, '2026-11-27', now)).toBe(why)
    expect(isDue({ ...facts, ...change }, rule, '2026-11-27', now)).toBe(false)
  })

  test('nothing: it ended, is whole, is up, and nobody keeps it any more', () => {
    const over = { ...facts, touchedAt: '2026-11-26T02:00:00.000Z', touchedOn: '2026-11-25', keptUntil: '2026-11-26' }
    expect(staysBecause(over, '2026-11-27', now)).toBe(null)
  })

  test('a clock that was set back lets nothing go early; one that was years ahead keeps nothing for years', () => {
    expect(staysBecause({ ...facts, touchedAt: '2036-11-28T02:00:00.000Z' }, '2026-11-27', now)).toBe(null)
    expect(staysBecause({ ...facts, touchedAt: '2026-11-28T02:00:00.000Z' }, '2026-11-27', now)).toBe('touched')
  })
})

describe('other rules', () => {
  const before: RulesByKind = { ...KEPT_FOR_GOOD, notes: rule }
  const wanted = (notes: { days: number; startsOn: string | null } | null) => ({ ...KEPT_FOR_GOOD, notes })

  test('a new one, fewer days and an earlier beginning are stricter; more days, later and off are not', () => {
    expect(stricterKinds(KEPT_FOR_GOOD, wanted({ days: 3_000, startsOn: null }))).toEqual(['notes'])
    expect(stricterKinds(before, wanted({ days: 29, startsOn: null }))).toEqual(['notes'])
    expect(stricterKinds(before, wanted({ days: 30, startsOn: '2025-12-31' }))).toEqual(['notes'])
    expect(stricterKinds(before, wanted({ days: 31, startsOn: null }))).toEqual([])
    expect(stricterKinds(before, wanted({ days: 30, startsOn: '2026-12-31' }))).toEqual([])
    expect(stricterKinds(before, wanted(null))).toEqual([])
  })

  test('a stricter one begins after a week’s notice, or on the later day that is wanted', () => {
    const soon = settledRules(before, wanted({ days: 20, startsOn: '2026-11-27' }), '2026-11-27')
    expect(soon.notes).toEqual({ days: 20, startsOn: '2026-12-04' })
    const later = settledRules(before, wanted({ days: 20, startsOn: '2027-01-01' }), '2026-11-27')
    expect(later.notes).toEqual({ days: 20, startsOn: '2027-01-01' })
  })

  test('one that keeps longer goes on as it began; postponed, it begins later', () => {
    expect(settledRules(before, wanted({ days: 60, startsOn: null }), '2026-11-27').notes).toEqual({
      days: 60,
      startsOn: '2026-01-01',
    })
    const postponed = settledRules(before, wanted({ days: 30, startsOn: '2026-12-24' }), '2026-11-27')
    expect(postponed.notes).toEqual({ days: 30, startsOn: '2026-12-24' })
    expect(settledRules(before, wanted(null), '2026-11-27').notes).toBe(null)
  })
})

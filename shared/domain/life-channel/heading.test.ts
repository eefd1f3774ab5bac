import { expect, test } from 'vitest'
import type { DangerGrade, DangerKind } from '../../contract/life-channel/danger.ts'
import type { Origin } from '../../contract/life-channel/life-channel.ts'
import { caseStory } from './case-story.ts'
import { headingOf, isOther } from './heading.ts'

const heard = (...all: [DangerGrade, DangerKind][]) => of('detected', all)
const of = (origin: Origin, all: [DangerGrade, DangerKind][]) =>
  headingOf(
    origin,
    all.map(([grade, kind]) => ({ grade, kind })),
  )

test('a case is headed by the gravest that was heard, and of the same gravity by the first', () => {
  expect(heard()).toEqual({ grade: null, kinds: [] })
  expect(heard(['medium', 'child_in_danger'], ['high', 'suicide'])).toEqual({
    grade: 'high',
    kinds: ['suicide', 'child_in_danger'],
  })
  expect(heard(['high', 'poisoning'], ['high', 'despair']).kinds).toEqual(['poisoning', 'despair'])
})

test('what is heard later takes nothing back: neither a lower grade of the same kind nor another kind', () => {
  const high = heard(['high', 'suicide'])
  expect(heard(['high', 'suicide'], ['low', 'suicide'])).toEqual(high)
  expect(heard(['high', 'suicide'], ['low', 'despair'])).toEqual({ grade: 'high', kinds: ['suicide', 'despair'] })
  expect(heard(['low', 'suicide'], ['medium', 'gas'], ['high', 'suicide'])).toEqual({
    grade: 'high',
    kinds: ['suicide', 'gas'],
  })
})

test('the same once more is no other heading', () => {
  expect(isOther(heard(['high', 'suicide']), heard(['high', 'suicide'], ['medium', 'suicide']))).toBe(false)
  expect(isOther(heard(['high', 'suicide']), heard(['high', 'suicide'], ['low', 'gas']))).toBe(true)
})

test('what a person opened is made less of by no ear: only what is of high risk gives it a grade, and each kind stands there', () => {
  for (const origin of ['key', 'risk_note'] as const) {
    expect(of(origin, [])).toEqual({ grade: null, kinds: [] })
    expect(of(origin, [['low', 'despair']])).toEqual({ grade: null, kinds: ['despair'] })
    const all: [DangerGrade, DangerKind][] = [
      ['medium', 'child_in_danger'],
      ['high', 'suicide'],
    ]
    expect(of(origin, all)).toEqual({ grade: 'high', kinds: ['suicide', 'child_in_danger'] })
  }
  const at = '2026-01-01T00:00:00.000Z'
  const gradeInList = (which: DangerGrade) =>
    caseStory({ raisedAt: at, grade: null }, [{ what: 'heard', which, at }]).grade
  expect([gradeInList('low'), gradeInList('high')]).toEqual([null, 'high'])
})

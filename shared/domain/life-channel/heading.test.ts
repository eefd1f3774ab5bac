import { expect, test } from 'vitest'
import type { DangerGrade, DangerKind } from '../../contract/life-channel/danger.ts'
import { headingOf, isOther } from './heading.ts'

const heard = (...all: [DangerGrade, DangerKind][]) => headingOf(all.map(([grade, kind]) => ({ grade, kind })))

test('a case is headed by the gravest that was heard, and of the same gravity by the last', () => {
  expect(heard()).toEqual({ grade: null, kinds: [] })
  expect(heard(['medium', 'child_in_danger'], ['high', 'suicide'])).toEqual({
    grade: 'high',
    kinds: ['suicide', 'child_in_danger'],
  })
  expect(heard(['high', 'suicide'], ['high', 'gas']).kinds).toEqual(['gas', 'suicide'])
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

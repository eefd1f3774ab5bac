import { expect, test } from 'vitest'
import { heardByGrade } from './case-story.ts'

test('what was heard since is told once for each grade, with when it was heard first and last', () => {
  const at = (second: number) => `2026-01-01T00:00:0${second}.000Z`
  expect(heardByGrade([])).toEqual([])
  expect(
    heardByGrade([
      { grade: 'medium', at: at(1) },
      { grade: 'high', at: at(2) },
      { grade: 'high', at: at(5) },
    ]),
  ).toEqual([
    { grade: 'medium', at: at(1), last: at(1) },
    { grade: 'high', at: at(2), last: at(5) },
  ])
})

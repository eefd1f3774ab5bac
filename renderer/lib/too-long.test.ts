import { expect, test } from 'vitest'
import { excessOf } from './too-long.ts'

test.each([
  ['', 3, 0],
  ['一二三', 3, 0],
  ['一二三四五', 3, 2],
  ['  一二三\n', 3, 0],
  [' 一二三四 ', 3, 1],
])('%o with at most %i: %i too many', (text, longest, excess) => {
  expect(excessOf(text, longest)).toBe(excess)
})

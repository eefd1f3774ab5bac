import { expect, test } from 'vitest'
import { readNumber } from './read-number.ts'

test.each([
  ['30', 30],
  [' 7 ', 7],
  ['０．5', 0.5],
  ['３０', 30],
  ['-1', -1],
  ['', null],
  ['  ', null],
  ['1e3', Number.NaN],
  ['1,000', Number.NaN],
  ['12 3', Number.NaN],
  ['abc', Number.NaN],
  ['1.', Number.NaN],
  ['-', Number.NaN],
])('«%s» is %s', (typed, number) => expect(readNumber(typed)).toBe(number))

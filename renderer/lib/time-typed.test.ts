import { expect, test } from 'vitest'
import { readTimeOfDay } from './time-typed.ts'

test.each([
  ['8', '08:00'],
  ['8:30', '08:30'],
  ['0830', '08:30'],
  ['830', '08:30'],
  ['8：30', '08:30'],
  ['０９：００', '09:00'],
  [' 22.15 ', '22:15'],
  ['24', '24:00'],
  ['0', '00:00'],
  ['24:30', null],
  ['25', null],
  ['9:75', null],
  ['九点', null],
  ['', null],
])('«%s» is read as %s', (typed, time) => {
  expect(readTimeOfDay(typed)).toBe(time)
})

import { expect, test } from 'vitest'
import { typedSeatNumber } from './typed-seat.ts'

test.each([
  ['3', 3],
  ['３号席', 3],
  ['12 号', 12],
  ['席位 07', 7],
  ['Seat 3', 3],
  ['seat', null],
  ['3 张', null],
  ['2026', null],
  ['号席', null],
])('«%s»', (typed, number) => {
  expect(typedSeatNumber(typed)).toBe(number)
})

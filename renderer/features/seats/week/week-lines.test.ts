import { expect, test } from 'vitest'
import { linePoints } from './week-lines.ts'

const seats = (count: number, lines: number) => Array.from({ length: count }, () => lines)

test.each([
  ['four quiet seats', seats(4, 2), 9],
  ['an empty week', seats(6, 0), 9],
  ['six seats, each with six bookings on its fullest day', seats(6, 6), 8.75],
  ['eight of them', seats(8, 5), 7.5],
  ['sixty: over several sheets', seats(60, 4), 8],
])('%s', (_name, lines, points) => expect(linePoints(lines)).toBe(points))

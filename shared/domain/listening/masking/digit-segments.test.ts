import { expect, test } from 'vitest'
import { digitSegments } from './digit-segments.ts'

const segmentsOf = (text: string) => digitSegments(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['138****5678', []],
  ['0138****5678', []],
  ['86138****5678', []],
  ['0086138****5678', []],
  ['****5678', []],
  ['110***********002X', []],
  ['1***@139.com', ['139']],
  ['12****', ['12']],
  ['138***', ['138']],
  ['****567', ['567']],
  ['****56789', ['56789']],
  ['****56X', ['56']],
  ['***5678', ['5678']],
])('of %s only what no earlier masking left is looked at', (text, segments) => {
  expect(segmentsOf(text)).toEqual(segments)
})

test.each([
  ['138 1234', 'separator'],
  ['138 - \n1234', 'separator'],
  ['138     1234', 'word'],
  ['138★1234', 'separator'],
  ['138👍🏻1234', 'separator'],
  ['138°1234', 'word'],
  ['138 × 1234', 'sum_sign'],
  ['138x1234', 'sum_sign'],
  ['138 @ 1234', 'sum_sign'],
  ['138**1234', 'none'],
  ['138嗯哼1234', 'word'],
  ['138 whatever1234', 'none'],
  ['138，然后是，1234', 'separator'],
  ['138 and then 1234', 'separator'],
  ['138元1234', 'none'],
  ['138哎\n1234', 'correction'],
])('what links the groups of %j: %s', (text, link) => {
  expect(digitSegments(text)[1]?.link).toBe(link)
  expect(digitSegments(text)[0]?.link).toBe('none')
})

test.each([
  ['3.14', [false, true]],
  ['0.5', [false, true]],
  ['1234.5', [false, true]],
  ['12345.6', [false, false]],
  ['3. 14', [false, false]],
  ['3,14', [false, false]],
  ['1.138', [false, false]],
  ['1.138 2.139 3.137', [false, false, false, false, false, false]],
  ['21 3.14', [false, false, false]],
  ['1.小王 2.139', [false, false, false]],
  ['2.139', [false, true]],
  ['86.138', [false, false]],
  ['0086.138', [false, false]],
  ['186.138', [false, true]],
  ['192.168.1.100', [false, true, false, false]],
])('behind a decimal point stands a fraction: %s', (text, fractions) => {
  expect(digitSegments(text).map(({ isFraction }) => isFraction)).toEqual(fractions)
})

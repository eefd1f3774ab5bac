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
  ['138 1234', true, false],
  ['138 - \n1234', true, true],
  ['138     1234', false, false],
  ['138元1234', false, false],
])('%j: linked %s, on a new line %s', (text, isLinked, isOnNewLine) => {
  expect(digitSegments(text)[1]).toMatchObject({ isLinked, isOnNewLine })
})

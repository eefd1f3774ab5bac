import { expect, test } from 'vitest'
import { secondsOfClock, timecode } from './timecode.ts'

test.each([
  [0, '00:00'],
  [999, '00:00'],
  [134_000, '02:14'],
  [3_599_999, '59:59'],
  [3_734_000, '1:02:14'],
  [-5, '00:00'],
])('%i ms into a call is %s', (offsetMs, text) => {
  expect(timecode(offsetMs)).toBe(text)
})

test.each([
  [undefined, '02', '14', 134],
  ['1', '02', '14.5', 3_734.5],
  ['0', '0', '07,250', 7.25],
  [undefined, undefined, undefined, 0],
])('%s:%s:%s of a file are %d seconds', (hours, minutes, seconds, said) => {
  expect(secondsOfClock(hours, minutes, seconds)).toBe(said)
})

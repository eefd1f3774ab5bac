import { expect, test } from 'vitest'
import { countEndedPages } from './ended-pages.ts'

const minute = 60_000

/** What is answered at each of these milliseconds. */
function answersAt(...times: number[]): boolean[] {
  let now = 0
  const mayLoad = countEndedPages(() => now)
  return times.map((time) => {
    now = time
    return mayLoad()
  })
}

test('the third end within a minute is the last', () => {
  expect(answersAt(0, 20_000, minute - 1)).toEqual([true, true, false])
})

test('three ends in more than a minute are not', () => {
  expect(answersAt(0, 20_000, minute, minute + 10_000)).toEqual([true, true, true, false])
})

test('after a person decided the count begins anew', () => {
  expect(answersAt(0, 1, 2, 3, 4, 5)).toEqual([true, true, false, true, true, false])
})

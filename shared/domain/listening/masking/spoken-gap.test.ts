import { expect, test } from 'vitest'
import { begunGapLength, saidGap } from './spoken-gap.ts'

test.each([
  ['然后', 3, true],
  ['，然后是，嗯 ', 3, true],
  ['点', 3, true],
  ['点', 2, false],
  ['再', 2, false],
  ['然后', 1, true],
  ['DASH', 3, true],
  ['DASH', 2, true],
  ['中间四位是', 3, true],
  ['然后然后然后然后然后然后', 3, false],
  ['然后吧', 3, false],
  ['吧然后', 3, false],
  ['哎呀', 3, false],
  ['', 3, false],
])('%j behind a group of %i digits: %s', (gap, digits, isGap) => {
  expect(saidGap(gap, digits) === 'goes_on').toBe(isGap)
})

test.each([
  ['138', 0],
  ['138接', 1],
  ['138接着', 2],
  ['138 接着，下', 5],
  ['138中间四位是12', 5],
  ['138空一格吧', 3],
  ['138DA', 2],
  ['138哎', 1],
  ['138然后哎', 3],
  ['138然后接着再来后', 7],
])('of «%s» so many signs are words for a gap, or begin one: %i', (text, length) => {
  expect(begunGapLength(text, 3, 3)).toBe(length)
})

test('behind two digits only a long word has begun', () => {
  expect(begunGapLength('13点', 2, 2)).toBe(0)
  expect(begunGapLength('13再', 2, 2)).toBe(1)
  expect(begunGapLength('13再来', 2, 2)).toBe(2)
  expect(begunGapLength('13DAS', 2, 2)).toBe(3)
})

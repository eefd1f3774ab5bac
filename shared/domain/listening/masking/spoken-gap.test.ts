import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'
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

test.each([
  '一共 150 收到 1200 剩下 3400',
  '买了 138 剩下 1234 其余 5678',
  '已付 1380 剩下 0013 800',
  '发了 133 前半 4000 后半 5000',
  '返现 188 收到 2000 续 3000',
  '138 好吗 1200 好吗 3400',
  '尺码 170 对吗 1755 对吗 1800',
  '130 cont 1200 2400',
])('words of amounts lead on in no number where none is told: «%s»', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test.each([
  ['电话 138 收到 1234 剩下 5678', '电话 138****5678'],
  ['客户：手机 138 坐席：收到 客户：1234 5678', '客户：手机 138 坐席：收到 客户：****5678'],
  ['138\n剩下 1234 5678', '138****5678'],
  ['先记一八零二，好了吗，七四六，好了吗，九三五一', '先记180****9351'],
  ['我报一下啊一八零二，对吧，七四六，收到，九三五一', '我报一下啊180****9351'],
])('and do where one is: «%s»', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

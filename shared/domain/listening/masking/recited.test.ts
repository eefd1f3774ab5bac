import { expect, test } from 'vitest'
import { expectProportion } from '../../../../test/builders/proportion.ts'
import { maskText } from './mask-text.ts'
import { blankRecited, isCountedOff } from './recited.ts'

test.each([
  '一五得五，二五一十，三五十五，孩子背的，不是号码',
  '六六三十六，六七四十二，六八四十八，六九五十四',
  '三点一四一五九二六五三五八九七九',
  '圆周率背到三点一四一五九二六',
  'he read pi: three point one four one five nine two six five',
  'count down ten nine eight seven six five four three two one',
  '客户：一二三四五六七八九，我数了九个',
  '小星星简谱 1 1 5 5 6 6 5 4 4 3 3 2 2 1',
  '一二三四，二二三四，三二三四，再来一次',
  '报数：一、二、三、四、五、六、七',
  '一九四九，一九七八，二零二四',
  '追踪 trace-id 1386275401386275',
  'IPv6 2001:0db8:85a3::8a2e:0370:7334',
])('what everybody knows by heart is nobody’s number: %s', (line) => {
  expect(maskText(line).text).toBe(line)
})

test('a product that is wrong, and a number that begins as the circle’s, may be somebody’s', () => {
  const wrong = '六六三十七，六七四十二'
  expect(blankRecited(wrong)).toBe(wrong)
  expect(blankRecited('三点一四一五九二七七')).toBe('三点一四一五九二七七')
  expect(blankRecited('背：二三得六，二四得八。')).toBe('背：          ')
})

test.each([
  ['帮我调一下电话 1 3 7 0 0 1 2 3 4 5 6', '帮我调一下电话 137****3456'],
  ['调出验证码 1 2 3 4 5 6', '调出验证码 ******'],
  ['调度 QQ 1 2 3 4 5 6 7', '调度 QQ 1***'],
  ['3点 14159265358 找我', '3点 141****5358 找我'],
  ['电话三点一四一五九二六五三五八', '电话三点141****5358'],
])('somebody’s number is none of it: %s', (line, masked) => {
  expect(maskText(line).text).toBe(masked)
})

test('a password of six that counts up is no counting', () => {
  expect([isCountedOff('123456'), isCountedOff('1234567'), isCountedOff('9876543'), isCountedOff('1234578')]).toEqual([
    ...[false, true, true, false],
  ])
})

test('eight hundred kilobytes of tables are looked through in proportion to their length', () => {
  expectProportion('二五一十，'.repeat(160_000), blankRecited)
})

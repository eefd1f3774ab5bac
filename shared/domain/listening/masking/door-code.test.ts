import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'
import { maskText } from './mask-text.ts'

test.each([
  ['门口密码2580', '门口密码******'],
  ['楼下门禁 2580#，按完井号等两秒', '楼下门禁 ******，按完井号等两秒'],
  ['家里没人，智能锁830 462，装完帮我带上门', '家里没人，智能锁******，装完帮我带上门'],
  ['到了输6688*进大堂', '到了输******进大堂'],
  ['开门暗号：12#7043，嘀一声就开', '开门暗号：******，嘀一声就开'],
  ['门锁密码您用一次性的，40718825', '门锁密码您用一次性的，******'],
  ['楼道门0420生日设的', '楼道门******生日设的'],
  ['单元门星号零七幺六，拉的时候用点劲', '单元门******，拉的时候用点劲'],
  ['gate code 4471', 'gate code ******'],
  ['Let yourself in, keypad C47Y, then push hard', 'Let yourself in, keypad ******, then push hard'],
  ["gate is #1905, dog's friendly", "gate is ******, dog's friendly"],
  ['lockbox by the meter, 7-0-4-4', 'lockbox by the meter, ******'],
  ["the gate's hash one nine oh five", "the gate's ******"],
])('what opens a door is hidden whole: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each([
  '智能锁1299买贵了',
  '智能锁 2024款 不锁门',
  '大门宽1280高2100',
  '密码锁错误3次锁定',
  '锁密码默认 123456，教客户改掉',
  '按1转人工，按0重听',
  '锁芯1280一把',
  'gate 4 opens 0930',
  'door handle 4471-20 wrong colour',
  'the safe 3500 pounds too dear',
  'key box size 3000ml',
])('what doors and locks cost and measure is not: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test('a code that is said once more with the key behind it goes as well', () => {
  expect(maskText('大堂密码四个六带井，六六六六井').text).toBe('大堂密码******，******')
})

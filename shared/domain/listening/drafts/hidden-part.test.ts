import { expect, test } from 'vitest'
import { draftOnDisk } from './draft-on-disk.ts'
import { hasHiddenPart } from './hidden-part.ts'

const stored = (typed: string) => draftOnDisk(typed, typed.length).text

test.each([
  '电话 138 1234 56',
  '电话 １３８１２３４５',
  '身份证 11010519491231',
  '卡号 6222 0212 3456',
  '座机 010-6938',
  '电话幺三八洞拐',
  '请发到wangmin',
  '发到wangmin@qq',
  '电话 13812345678，另一个 139123',
  '发到wangm at 16',
  '发到wangmin @ 163点',
  '6222*02',
])('of «%s» something was left out', (typed) => {
  expect(hasHiddenPart(stored(typed))).toBe(true)
})

test.each([
  '电话 13812345678',
  '身份证 11010519491231002X，谢谢',
  '卡号 6222021234567890128',
  '座机 010-62345678',
  '邮箱 wangmin@qq.com，谢谢',
  '邮箱 wangmin{at}qq.com，谢谢',
  '邮箱 wangmin 小老鼠号 qq.com，谢谢',
  '电话 1381234567813912345678，谢谢',
  '电话 +86013812345678，谢谢',
  '发到wang @ 163点com，谢谢',
  '发到wang艾特qq点康木，谢谢',
  '发到wang at 163.com，谢谢',
  '王敏@qq.com，谢谢',
  '电话+86*138*1234*5678，谢谢',
  '卡号*4111*1111*1111*1111',
  'x@13812345678.com',
  '尺寸 120*200*60厘米',
  '买了三件，每件 129.90 元',
  '*重要* 请看',
  '',
])('«%s» is whole, masked or not', (typed) => {
  expect(hasHiddenPart(stored(typed))).toBe(false)
})

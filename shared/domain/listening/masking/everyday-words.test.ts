import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  '收件人写安保可以吗',
  '名字改高兴可以吗',
  '姓名改高兴行不行',
  '姓名写原文可以吗',
  '收件人写全英文可以吗',
  '用户云安全，咨询升级',
  '买家云安全的账号',
  '名字是水立方',
  '商品名字是水润霜',
  '店名的名字叫昌荣',
  '联系人是楼长',
  '是何人本人',
  '寄件人：申通',
  '收件人申通',
  '姓名：韵达',
])('an everyday word that begins as a family is no name where nothing of a person stands by: %s', (line) => {
  expect(maskText(line).text).toBe(line)
})

test.each([
  ['收件人写童佳宁可以吗', '收件人写童*可以吗'],
  ['收件人改王芳可以吗', '收件人改王*可以吗'],
  ['会员云启航女士来电', '会员云*女士来电'],
  ['用户查德胜的订单', '用户查*的订单'],
  ['买家明德胜要求退款', '买家明*要求退款'],
  ['会员：边安然，电话是多少', '会员：边*，电话是多少'],
  ['名字是井敏先生', '名字是井*先生'],
  ['收件人写束丽行吗', '收件人写束*行吗'],
  ['收件人写高明可以吗', '收件人写高*可以吗'],
  ['我的名字叫明月，姓就是明', '我的名字叫明*，姓就是明'],
  ['您是申通先生吗', '您是申*先生吗'],
  ['收件人申通达先生', '收件人申*先生'],
  ['申通达女士来电', '申*女士来电'],
])('and is one where something does: %s', (line, masked) => {
  expect(maskText(line).text).toBe(masked)
})

test.each([
  '学习之路一二甲',
  '文化路一百丁',
  '利润 +65 8123 4567 元',
  '+853 6688 2147 元利润',
  '步数 8812 3344 只收到一半',
])('what is counted or called so is nobody’s place or phone: %s', (line) => {
  expect(maskText(line).text).toBe(line)
})

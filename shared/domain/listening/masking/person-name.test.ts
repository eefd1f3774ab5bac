import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['我叫慕容雪，', '我叫慕容*，'],
  ['您是拓跋山先生吗', '您是拓跋*先生吗'],
  ['收件人：令狐冲的', '收件人：令狐*的'],
  ['我是轩辕明，', '我是轩辕*，'],
])('a surname of two signs, none of which is one alone, stays: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each([
  ['客户陈建国反映快递坏了', '客户陈*反映快递坏了'],
  ['本人李秀兰申请退款', '本人李*申请退款'],
  ['本人李秀兰已搬走', '本人李*已搬走'],
  ['学员陈建国问课时', '学员陈*问课时'],
])('whoever is told of behind what they are: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test('whoever is called like somebody famous is a customer like any other', () => {
  for (const text of [
    '客户叫王菲，电话是这个',
    '客户王菲女士来电',
    '她叫刘翔 收货地址同上',
    '老公叫成龙，快递他收',
    '这边是王菲',
  ])
    expect(maskedByRules(text).text).not.toMatch(/王菲|刘翔|成龙/u)
})

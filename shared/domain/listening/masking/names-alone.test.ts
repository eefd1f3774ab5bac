import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'
import { maskText } from './mask-text.ts'

test.each([
  '李志强',
  '王小敏',
  '王敏',
  '欧阳雅婷',
  '赵雅芝、周海涛',
  ' 陈嘉豪 ',
  '张丽华，郑主任',
  '檀健次',
  '李志强（采购部）、王小敏',
])('names that stand alone, as in the field of an owner, stay: «%s»', (names) => {
  expect([maskText(names).text, maskedByRules(names).text]).toEqual([names, names])
})

test.each([
  ['收件人李志强', '收件人李*'],
  ['李志强（收件人）', '李*（收件人）'],
  ['退货，李志强，快点', '退货，李*，快点'],
  ['李志强 13812345678', '李* 138****5678'],
])('beside anything else they are hidden: %s', (text, masked) => {
  expect(maskText(text).text).toBe(masked)
})

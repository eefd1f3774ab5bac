import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['17724610，不好意思没打完，17724610935', '****，不好意思没打完，177****0935'],
  ['身份证330103198405072625，少一位的是33010319840507262', '身份证330***********2625，少一位的是****'],
  ['HKID is Z683104(7), copied wrong as Z683140', 'HKID is *******47, copied wrong as Z683140'],
  ['农行卡 622848 0129568 302712，上次记成 622848 0129568 302713', '农行卡 ****2712，上次记成 ****'],
])('%s → %s', (typed, masked) => {
  expect(maskedByRules(typed).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  ['电话 13812345678，订单 20260711，金额 1381', '电话 138****5678，订单 20260711，金额 1381'],
  ['电话 13812345678，备注 1234567', '电话 138****5678，备注 1234567'],
])('other numbers stand beside: %s', (typed, masked) => {
  expect(maskedByRules(typed).text).toBe(masked)
})

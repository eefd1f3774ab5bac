import { afterEach, expect, test } from 'vitest'
import { draftOnDisk } from '../drafts/draft-on-disk.ts'
import { faultOfRule, hiddenBy, hiddenByAll, NO_RULES, obeyRules } from './company-rules.ts'
import { maskedByRules } from './mask-by-rules.ts'
import { maskReference } from './mask-reference.ts'

const parcel = { name: '运单', pattern: 'JDV#{10-13}', examples: ['JDV0192837465'] }
afterEach(() => obeyRules(NO_RULES))

test('a rule hides its numbers everywhere, however they are spaced or spoken, and nothing without it', () => {
  expect(maskedByRules('单号JDV0192837465没动').text).toBe('单号JDV0192837465没动')
  obeyRules({ rules: [parcel], hidesOrders: false })
  expect(maskedByRules('单号JDV0192837465没动')).toEqual({
    text: '单号JDV**※**没动',
    found: [{ kind: 'company', count: 1 }],
  })
  expect(maskedByRules('jdv 0192-837-465 没动').text).toBe('jdv**※** 没动')
  expect(maskedByRules('JDV零一九二八三七四六五').text).toBe('JDV**※**')
  expect(maskedByRules('JDV12').text).toBe('JDV12')
  expect(maskedByRules('单号JDV**※**没动').text).toBe('单号JDV**※**没动')
})

test('order numbers are hidden where the company says so', () => {
  const line = '订单号 298374650192 退款 158.80 元'
  expect(maskedByRules(line).text).toBe(line)
  obeyRules({ rules: [], hidesOrders: true })
  expect(maskedByRules(line).text).toBe('订单号 **※** 退款 158.80 元')
  expect(maskedByRules('my order number is 114-2938475-1029384').text).toBe('my order number is **※**')
  expect(maskedByRules('订单 3 件').text).toBe('订单 3 件')
})

test('a reference of the call system obeys them as well', () => {
  expect(maskReference('JDV0192837465')).toBe('JDV0192837465')
  obeyRules({ rules: [parcel], hidesOrders: true })
  expect(maskReference('来电 JDV0192837465')).toBe('来电 JDV**※**')
  expect(maskReference('订单号 298374650192')).toBe('订单号 **※**')
})

test('what is tried before it is saved is hidden by all of them together', () => {
  const line = '单号JDV0192837465，订单号 298374650192'
  expect(hiddenByAll({ rules: [parcel], hidesOrders: true }, line)).toBe('单号JDV**※**，订单号 **※**')
  expect(hiddenByAll({ rules: [parcel], hidesOrders: false }, line)).toBe('单号JDV**※**，订单号 298374650192')
})

test('while it is typed a draft holds the words of a rule alone', () => {
  obeyRules({ rules: [parcel], hidesOrders: false })
  expect(draftOnDisk('单号 jdv 01928', 12).text).toBe('单号 jdv *****')
})

test.each([
  ['JDV#{10-13}', ['JDV0192837465'], null],
  ['会员 @@######', ['会员AB123456'], null],
  ['####', ['1234'], 'too_wide'],
  ['########', ['12345678'], 'too_wide'],
  ['?{7-30}', ['abc1234'], 'too_wide'],
  ['JDV#{40}', ['JDV1'], 'unreadable'],
  ['JDV{3}', ['JDV1'], 'unreadable'],
  ['A#{1-9}@{1-9}?{1-9}', ['A1b2'], 'too_long'],
  ['JDV#{10-13}', ['  '], 'no_example'],
  ['JDV#{10-13}', ['JDV0192837465', 'JDV12'], 'example_stands'],
])('«%s» with %j: %s', (pattern, examples, fault) => {
  expect(faultOfRule({ name: '', pattern, examples })?.fault ?? null).toBe(fault)
})

test('a rule is tried before it is in force', () => {
  expect(hiddenBy(parcel, '到了JDV0192837465')).toBe('到了JDV**※**')
  expect(hiddenBy({ ...parcel, pattern: '{' }, 'JDV0192837465')).toBe('JDV0192837465')
})

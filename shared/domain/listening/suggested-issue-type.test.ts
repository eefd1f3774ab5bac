import { expect, test } from 'vitest'
import words from '../../../resources/issue-type-words.json' with { type: 'json' }
import { defaultIssueTypes } from '../../../test/builders/issue-types.ts'
import { suggestedIssueType } from './suggested-issue-type.ts'

const suggested = (text: string, types = defaultIssueTypes) => suggestedIssueType(text, types, words)

test.each([
  ['满300减50的券，结账时说不能用', 'coupon'],
  ['上周买的今天降价了，还说不能补差', 'coupon'],
  ['页面写的是 3 件，到手 2 件', 'unclear_description'],
  ['安装师傅约了三次都没来', 'delivery'],
  ['快递放在门口就走', 'delivery'],
  ['洗衣机声音很响，夜里吵得睡不着', 'product_improvement'],
  ['外箱压扁，里面的杯子碎了', 'packaging'],
  ['换尺码要先退款再重新买', 'service_policy'],
  ['让我自己去找厂家', 'brand_partner'],
  ['The coupon would not apply', 'coupon'],
  ['The installer never arrived', 'delivery'],
  ['The box was crushed', 'packaging'],
  ['They will not refund me', 'service_policy'],
])('%s: %s', (text, id) => {
  expect(suggested(text)).toBe(id)
})

test.each(['', '他说', '3月买的', '12345', '门店说可以，热线说不行', 'hello'])(
  'nothing is suggested by «%s»',
  (text) => {
    expect(suggested(text)).toBe(null)
  },
)

test('two that are suggested alike are none', () => {
  expect(suggested('券和快递')).toBe(null)
})

test('a Latin word is not found inside another one', () => {
  expect(suggested('a plate')).toBe(null)
  expect(suggested('it came LATE')).toBe('delivery')
  expect(suggested('ｃｏｕｐｏｎ')).toBe('coupon')
})

test('a type of one’s own speaks by the pieces of its names, a renamed one by its new names only', () => {
  const own = { id: 'loans', nameZh: '分期利息', nameEn: 'Instalments', digit: 8, department: '' }
  const types = [...defaultIssueTypes, { ...own, limit: { amount: 1, unit: 'days' as const } }]
  expect(suggested('利息算错了', types)).toBe('loans')
  expect(suggested('three instalments', types)).toBe('loans')
  const renamed = types.map((type) => (type.id === 'coupon' ? { ...type, nameZh: '宽带', nameEn: 'Broadband' } : type))
  expect([suggested('券领了', renamed), suggested('宽带太慢', renamed)]).toEqual([null, 'coupon'])
})

test('a piece that two names share speaks for neither', () => {
  const named = (id: string, nameZh: string) => ({ id, nameZh, nameEn: '' })
  const types = [named('a', '商品说明'), named('b', '商品优化')]
  expect([suggestedIssueType('商品', types, {}), suggestedIssueType('优化', types, {})]).toEqual([null, 'b'])
})

test('the words are those of the types a new console has', () => {
  const zh = Object.entries(words).map(([id, { nameZh }]) => [id, nameZh])
  expect(zh).toEqual(defaultIssueTypes.map(({ id, nameZh }) => [id, nameZh]))
})

test.each(['and', 'the', 'for', 'with', 'other', 'not'])('«%s» in a name says nothing about a type', (word) => {
  const types = [{ id: 'own', nameZh: '', nameEn: `Loans ${word} rates` }]
  expect([suggestedIssueType(`${word} so on`, types, {}), suggestedIssueType('loans', types, {})]).toEqual([
    null,
    'own',
  ])
})

test('a Chinese word is found beside Latin letters', () => {
  expect(suggested('VIP券')).toBe('coupon')
})

test('a piece that two names share does not keep a third from being suggested', () => {
  const named = (id: string, nameZh: string) => ({ id, nameZh, nameEn: '' })
  const types = [named('a', '商品'), named('b', '商品券'), named('c', '快递')]
  expect(suggestedIssueType('商品快递', types, {})).toBe('c')
})

test('a word known of a type counts as much as two pieces of another’s name', () => {
  const types = [
    { id: 'a', nameZh: '价保', nameEn: '' },
    { id: 'b', nameZh: '快递员', nameEn: '' },
  ]
  const known = { a: { nameZh: '价保', nameEn: '', zh: ['退钱'], en: [] } }
  expect(suggestedIssueType('退钱，快递员', types, known)).toBe(null)
})

test('where there is one type or none, it is suggested by its words only', () => {
  const types = [{ id: 'loans', nameZh: '利息', nameEn: '' }]
  expect(suggestedIssueType('利息', types, {})).toBe('loans')
  expect(suggestedIssueType('他说', types, {})).toBe(null)
  expect(suggestedIssueType('利息', [], {})).toBe(null)
})

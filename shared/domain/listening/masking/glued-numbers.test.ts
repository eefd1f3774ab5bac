import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

const phone = { kind: 'phone', count: 1 }
const idCard = { kind: 'id_card', count: 1 }

test.each([
  ['1381234567813912345678', '138****5678139****5678', [{ ...phone, count: 2 }]],
  ['打138123456781391234567813712345678吧', '打138****5678139****5678137****5678吧', [{ ...phone, count: 3 }]],
  ['44052418800101001413812345678', '440***********0014138****5678', [idCard, phone]],
  ['13812345678440524188001010014', '138****5678440***********0014', [idCard, phone]],
  ['1381234567811010519491231002X', '138****5678110***********002X', [idCard, phone]],
  ['1381234567811010519491231002叉，谢谢', '138****5678110***********002X，谢谢', [idCard, phone]],
  ['440524188001010014440524188001010014', '440***********0014440***********0014', [{ ...idCard, count: 2 }]],
  ['11010519491231002X13812345678', '110***********002X138****5678', [idCard, phone]],
  ['1381234567811010519491231002 X，谢谢', '138****5678110***********002X，谢谢', [idCard, phone]],
  // An identity card of Hebei begins as a phone does.
  ['130105194912310023'.repeat(11), '130***********0023'.repeat(11), [{ ...idCard, count: 11 }]],
])('%s → %s', (text, masked, found) => {
  expect(maskedByRules(text)).toEqual({ text: masked, found })
})

test.each([
  ['one phone, which others judge', '上个月一共卖出去的销售额就有 13812345678元'],
  ['one digit more', '13812345678139123456781'],
  ['one digit fewer', '138123456781391234567'],
  ['one in front', '41381234567813912345678'],
  ['one between', '13812345678413912345678'],
  ['the second is none', '1381234567812912345678'],
  ['a phone that ends in X', '13812345678139123456X'],
  ['a fraction', '3.1381234567813912345678'],
])('%s: left alone', (_name, text) => {
  expect(maskedByRules(text)).toEqual({ text, found: [] })
})

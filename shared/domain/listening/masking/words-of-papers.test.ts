import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  'find order 12345678 please',
  'final invoice 20261128 is missing',
  'iCloud backup 20261128 failed',
  '订单 350521 下单 20190103 0762 元没退',
])('words that begin like a paper, and orders with a day, stand: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test('a long word in front of a dot is read in one way', () => {
  const text = `see @${'a'.repeat(4_000)} 点 ${'b'.repeat(4_000)}`
  expect(maskedByRules(text).text).toBe(text)
})

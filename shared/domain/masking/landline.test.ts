import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  ['010-62345678', '010-****5678'],
  ['(010)62345678', '(010)****5678'],
  ['（0755）2345678', '（0755）****5678'],
  ['021 6234 5678', '021 ****5678'],
  ['０２１－６２３４５６７８', '０２１－****5678'],
])('%s → %s', (text, masked) => {
  expect(maskText(text)).toEqual({ text: masked, found: [{ kind: 'landline', count: 1 }] })
})

test.each(['01062345678', '000-12345678', '400-820-8820', '95618', '010-6234567'])('%s is left alone', (text) => {
  expect(maskText(text).found).toEqual([])
})

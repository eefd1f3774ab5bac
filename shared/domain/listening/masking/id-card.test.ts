import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  ['11010519491231002X', '110***********002X'],
  ['11010519491231002x', '110***********002X'],
  ['１１０１０５１９４９１２３１００２Ｘ', '110***********002X'],
  ['110105 19491231 002X', '110***********002X'],
  ['440524188001010014', '440***********0014'],
  ['440524 1880 0101 0014', '440***********0014'],
  ['身份证440524188001010014，谢谢', '身份证440***********0014，谢谢'],
  ['110105491231002', '110********1002'],
  ['一一零一零五一九四九一二三一零零二X', '110***********002X'],
])('%s → %s', (text, masked) => {
  expect(maskText(text)).toEqual({ text: masked, found: [{ kind: 'id_card', count: 1 }] })
})

test.each([
  ['a wrong check character', '110105194912310021'],
  ['no such province', '720105194912310023'],
  ['no such day', '440524188002300013'],
  ['a digit too many', '4405241880010100140'],
  ['15 digits that are no birthday', '110105991331002'],
  ['17 digits with a word behind', '11010519491231002XL'],
])('%s: left alone', (_name, text) => {
  expect(maskText(text).found).toEqual([])
})

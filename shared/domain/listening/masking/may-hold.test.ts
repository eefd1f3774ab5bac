import { expect, test } from 'vitest'
import { plantedNumbers } from '../../../../test/builders/planted-numbers.ts'
import { mayHoldPersonalData } from './may-hold.ts'

test('whatever is masked is looked at', () => {
  expect(plantedNumbers.filter(({ typed }) => !mayHoldPersonalData(`他说${typed}，记一下`))).toEqual([])
  for (const text of ['１２３艾特中.国', '123小老鼠例子.中国', '12@例.中国', '一三八一二三四五六七八', '⓪①⓪②③④⑤⑥⑦⑧⑨'])
    expect([text, mayHoldPersonalData(text)]).toEqual([text, true])
})

test('words with a figure or two are not looked at further', () => {
  for (const text of ['三个月前买的，说好一年保修', '满300的券用不了', '', '你们到底管不管'])
    expect([text, mayHoldPersonalData(text)]).toEqual([text, false])
})

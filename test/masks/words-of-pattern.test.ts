import { expect, test } from 'vitest'
import { wordsOfPattern } from './words-of-pattern.ts'

test.each([
  ['(?:高[危压]|安装)', ['高危', '高压', '安装']],
  ['^(?:皮[带革]?|李(?:子|宁)的?)$', ['皮带', '皮革', '李子的', '李子', '李宁的', '李宁']],
  ['(?:申通(?!先生|(?:女)士)|.英文|云)', ['申通']],
])('%s is a list of words', (source, words) => {
  expect(wordsOfPattern(source)).toEqual(words)
})

import { expect, test } from 'vitest'
import { optionsFor } from './options-for.ts'

const people = ['王伟明 · 家电', '小王伟 · 家电', '王伟 · 服饰', 'Anna Lee · 家电'].map((label) => ({ label }))
const found = (typed: string) => optionsFor(people, typed).map(({ label }) => label)

test('the name itself comes before names that hold it', () => {
  expect(found('王伟')).toEqual(['王伟 · 服饰', '王伟明 · 家电', '小王伟 · 家电'])
})

test('words in any order, of name and department, in any width and case', () => {
  expect(found('家电 王伟')).toEqual(['王伟明 · 家电', '小王伟 · 家电'])
  expect(found('ＡＮＮＡ')).toEqual(['Anna Lee · 家电'])
})

test('nothing typed: everything, in order; nothing found: nothing', () => {
  expect(found(' ')).toEqual(people.map(({ label }) => label))
  expect(found('赵')).toEqual([])
})

import { expect, test } from 'vitest'
import { optionsFor } from './options-for.ts'

const people = ['王伟明 · 家电', '小王伟 · 家电', '王伟 · 服饰', 'Anna Lee · 家电'].map((label) => ({ label }))
const found = (typed: string) => optionsFor(people, typed, new Map([['伟', ['wei']]])).map(({ label }) => label)

test('the name itself comes before names that hold it, the part before the dot being the name', () => {
  expect(found('王伟')).toEqual(['王伟 · 服饰', '王伟明 · 家电', '小王伟 · 家电'])
  expect(found('wei')).toHaveLength(3)
})

test('a label is found by all that it shows, its dot too', () => {
  expect(found('王伟 · 家')).toEqual(['王伟明 · 家电', '小王伟 · 家电'])
})

test('for nothing typed the list is the one that was given, and not one of its thousands is looked at', () => {
  const untouched = [
    {
      get label(): string {
        throw new Error('looked at before anything was typed')
      },
    },
  ]
  expect(optionsFor(untouched, ' ', new Map())).toBe(untouched)
})

import { expect, test } from 'vitest'
import { rowsOfBoth } from './rows-of-both.ts'

test.each([
  ['each added one', 'ab', 'abm', 'abt', 'abtm'],
  ['the other added the first of all', '', 'm', 't', 'tm'],
  ['the other added one in the middle, I changed the last', 'abc', 'abC', 'atbc', 'atbC'],
  ['the other took one out, I added', 'abc', 'abcm', 'ac', 'acm'],
  ['I took one out, the other added', 'abc', 'ac', 'abct', 'act'],
  ['the other took out what I changed', 'ab', 'aB', 'a', 'aB'],
  ['both changed one: both are kept', 'ab', 'am', 'at', 'atm'],
  ['both added the same', 'a', 'ax', 'ax', 'ax'],
  ['both emptied it', 'ab', '', '', ''],
  ['the other put them in another order', 'ab', 'abm', 'ba', 'abm'],
])('%s', (_, before, mine, theirs, both) => {
  expect(rowsOfBoth([...before], [...mine], [...theirs]).join('')).toBe(both)
})

test('a row that both changed is two, each with an id of its own, and the other’s keeps the one it had', () => {
  const [before, mine, theirs] = ['云卡', '云闪卡', '云会员'].map((words) => ({ id: 'one', words }))
  if (before === undefined || mine === undefined || theirs === undefined) throw new Error('three rows')
  const both = rowsOfBoth([before], [mine], [theirs])
  expect(both.map(({ words }) => words).sort()).toEqual(['云会员', '云闪卡'])
  expect(both.find(({ words }) => words === '云会员')?.id).toBe('one')
  expect(new Set(both.map(({ id }) => id)).size).toBe(2)
})

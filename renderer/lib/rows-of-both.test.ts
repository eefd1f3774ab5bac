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

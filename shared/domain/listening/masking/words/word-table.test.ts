import { expect, test } from 'vitest'
import { frequencyOf, wordTableOf } from './word-table.ts'

const words = new Map(
  Array.from({ length: 3000 }, (_, index) => [`词${String.fromCharCode(0x4e00 + index)}`, index + 1]),
)

test('every word is found with how often it is met, and none that was not put in', () => {
  const table = wordTableOf(words, 12)
  for (const [word, often] of words)
    expect(Math.abs(frequencyOf(table, `我${word}们`, 1, 3) - Math.log(often + 1))).toBeLessThanOrEqual(0.2)
  for (let index = 3000; index < 6000; index++)
    expect(frequencyOf(table, `词${String.fromCharCode(0x4e00 + index)}`, 0, 2)).toBe(0)
})

test('a table is never so full that a word is looked for long', () => {
  expect(() => wordTableOf(words, 11)).toThrow('too many')
})

import { expect, test } from 'vitest'
import { lexiconOf, wordsIn } from './lexicon.ts'
import { NO_FOLDINGS, tokensOf } from './tokens.ts'

const namesIn = (text: string, classes: Record<string, string[]>) =>
  wordsIn(tokensOf(text, NO_FOLDINGS), lexiconOf(classes, NO_FOLDINGS)).map(({ from, to, entries }) => [
    text.slice(from, to),
    ...entries.map(({ name }) => name),
  ])

test('words that begin alike are each found, the longest alone', () => {
  const classes = { wish: ['想死', '想死了'], end: ['想走'] }
  expect(namesIn('想死想走想死了想', classes)).toEqual([
    ['想死', 'wish'],
    ['想走', 'end'],
    ['想死了', 'wish'],
  ])
})

test('words that are as long are told in the order of the list, also where others of it begin alike', () => {
  expect(namesIn('我想死', { away: ['我想走'], choice: ['我(想|要)死'], plain: ['我想死'] })).toEqual([
    ['我想死', 'choice', 'plain'],
  ])
})

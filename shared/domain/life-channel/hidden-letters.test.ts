import { expect, test } from 'vitest'
import { hiddenWordsOf } from './hidden-letters.ts'
import { NO_FOLDINGS, tokensOf } from './tokens.ts'

const foldings = {
  ...NO_FOLDINGS,
  signs: new Map([['2nite', 'tonight']]),
  hidden: hiddenWordsOf('suicide、kill、life、pills、kms'),
}
const read = (text: string) => tokensOf(text, foldings).map((token) => token.text)

test.each([
  ['c wants to k*ll himself', 'c wants to kill himself'],
  ['end my L1fe 2nite', 'end my life tonight'],
  ['su**ide', 'suicide'],
  ['p!lls', 'pills'],
  ['k.i.l.l', 'kill'],
  ['s u i c i d e now', 'suicide now'],
  ['k-m-s', 'kms'],
  ['been sewercidal lately', 'been suicidal lately'],
  ['Sewerslidal again', 'suicidal again'],
  ['sooicide', 'suicide'],
  ['thinking of suacide', 'thinking of suicide'],
])('%s is read as what it hides', (written, meant) => {
  expect(read(written).join(' ')).toBe(meant)
})

test('behind a Chinese sign, too, and where it stands', () => {
  const tokens = tokensOf('我想su1cide了', foldings)
  expect(tokens.map(({ text }) => text)).toEqual(['我', '想', 'suicide', '了'])
  expect(tokens[2]).toMatchObject({ start: 2, end: 9 })
})

test.each([
  'sh*t',
  'k***',
  'iphone15pro',
  's21fe',
  'a.b.c',
  'wi-fi',
  'k**l2',
  'seaside',
  'subside',
  'sourced',
  'outside',
  'suicidepact',
])('%s hides none of them', (written) => {
  expect(read(written)).toEqual(tokensOf(written, NO_FOLDINGS).map((token) => token.text))
})

import { describe, expect, test } from 'vitest'
import { indexedCharacters, searchQuestion, typedTicketNumber } from './search-characters.ts'

test('the index holds letters, digits and Chinese characters one by one, in one width and small, and a mark between texts', () => {
  expect(indexedCharacters(['价保，没人说', 'Ａb 12!'])).toBe('价 保 没 人 说 \u{e000} a b 1 2')
  expect(indexedCharacters([])).toBe('')
})

describe('the question for what was typed', () => {
  test.each([
    ['价', '"价"'],
    ['价保 没人', '"价 保" AND "没 人"'],
    ['  Ａ1\tb  ', '"a 1" AND "b"'],
    ['"OR" -x*', '"o r" AND "x"'],
  ])('%j asks %j', (typed, question) => {
    expect(searchQuestion(typed)).toBe(question)
  })

  test.each(['', '   ', '!!! …', '""'])('%j asks nothing', (typed) => {
    expect(searchQuestion(typed)).toBeNull()
  })
})

describe('a ticket number', () => {
  test.each([
    ['123', 123],
    ['ES-000123', 123],
    ['es123', 123],
    ['es 7', 7],
    [' ＥＳ-7 ', 7],
    ['999999999', 999_999_999],
    ['0', 0],
  ])('is meant by %j', (typed, number) => {
    expect(typedTicketNumber(typed)).toBe(number)
  })

  test.each(['', 'es', '12a', 'a12', 'es--1', 'esx1', '1234567890', '-1', '1.5'])('is not meant by %j', (typed) => {
    expect(typedTicketNumber(typed)).toBeNull()
  })
})

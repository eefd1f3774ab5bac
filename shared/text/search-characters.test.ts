import { describe, expect, test } from 'vitest'
import { foundRanges, indexedCharacters, searchQuestion, typedTicketNumber } from './search-characters.ts'

test('the index holds letters, digits and Chinese characters one by one, in one width and small, and a mark between texts', () => {
  expect(indexedCharacters(['价保，没人说', 'Ａb 12!'])).toBe('价 保 没 人 说 \u{e000} a b 1 2')
  expect(indexedCharacters([])).toBe('')
})

test('pictures are in the index by name, apart from the words they stand between; colours of skin and joiners are not', () => {
  expect(indexedCharacters(['退😡货了👍🏽', '！'])).toBe('退 货 了 \u{e000} u1f621 u1f44d \u{e000} ')
  expect(indexedCharacters(['❤️ 👨‍👩‍👧 🇨🇳 1️⃣'])).toBe('1 \u{e000} u2764 u1f468 u1f469 u1f467 u1f1e8 u1f1f3')
})

describe('the question for what was typed', () => {
  test.each([
    ['价', '"价"'],
    ['价保 没人', '"价 保" AND "没 人"'],
    ['  Ａ1\tb  ', '"a 1" AND "b"'],
    ['"OR" -x*', '"o r" AND "x"'],
    ['😡', '"u1f621"'],
    ['退货😡 👍🏽', '"退 货" AND "u1f621" AND "u1f44d"'],
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

describe('what was looked for is shown where it stands', () => {
  /** The text with what is marked in brackets. */
  const marked = (text: string, typed: string) =>
    foundRanges(text, typed).reduceRight(
      (done, { from, to }) => `${done.slice(0, from)}[${done.slice(from, to)}]${done.slice(to)}`,
      text,
    )

  test.each([
    ['没人管我，没人', '没人', '[没人]管我，[没人]'],
    ['价，保 没人说', '价保 说', '[价，保] 没人[说]'],
    ['iPhone 15', 'ｐＨo', 'i[Pho]ne 15'],
    ['aaa', 'aa', '[aaa]'],
    ['好😀好', '好', '[好]😀[好]'],
    ['好😀坏', '好坏', '[好😀坏]'],
    ['好😀坏', '😀', '好[😀]坏'],
    ['又😡😡了', '了😡', '又[😡😡了]'],
    ['没有', '*', '没有'],
    ['没有', '', '没有'],
  ])('%j for %j is %j', (text, typed, wanted) => {
    expect(marked(text, typed)).toBe(wanted)
  })
})

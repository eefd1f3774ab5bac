import { expect, test } from 'vitest'
import { foldBegunAt, foldSigns, foldSpokenAt, foldSpokenDigits, foldWidth } from './folding.ts'

test('full width becomes plain, sign by sign', () => {
  expect(foldWidth('０９ＡＺａｚ＠﹫．－＋＿＊，。')).toBe('09AZaz@@.-+_*，。')
})

test('digits of any script, and the sign of an address however it is said', () => {
  expect(foldSigns('①٢Ａ艾特（ａｔ）')).toBe('12A@\u2060\u2060@\u2060\u2060')
})

test.each([
  ['a艾特b', 'a@\u2060b'],
  ['a(at)b', 'a\u2060@\u2060\u2060b'],
  ['a[ AT ]b', 'a\u2060@\u2060\u2060\u2060\u2060b'],
  ['at 艾 (a', 'at 艾 (a'],
])('%s keeps every place', (text, folded) => {
  expect(foldSpokenAt(text)).toBe(folded)
  expect(folded.length).toBe(text.length)
})

test.each([
  ['wang艾', 'wang@'],
  ['wang(', 'wang@'],
  ['wang【a', 'wang@\u2060'],
  ['wang[at', 'wang\u2060@\u2060'],
  ['wang(b', 'wang(b'],
  ['艾 wang', '艾 wang'],
])('%s ends in the middle of it or not', (text, folded) => {
  expect(foldBegunAt(text)).toBe(folded)
})

test('spoken digits, and nothing else', () => {
  expect(foldSpokenDigits('零〇○洞一幺妖壹二两兩贰貳三叁參叄四肆五伍六陆陸七拐柒八捌九勾钩玖')).toBe(
    '0000111122222333344556667778899'.padEnd(33, '9'),
  )
  expect(foldSpokenDigits('十百千')).toBe('十百千')
})

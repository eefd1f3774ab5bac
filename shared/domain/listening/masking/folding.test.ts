import { expect, test } from 'vitest'
import { foldSigns, foldSpokenDigits, foldWidth } from './folding.ts'

test('full width becomes plain, sign by sign', () => {
  expect(foldWidth('０９ＡＺａｚ＠﹫．－＋＿＊，。')).toBe('09AZaz@@.-+_*，。')
})

test('digits of any script, and the sign of an address however it is said', () => {
  expect(foldSigns('①٢Ａ艾特（ａｔ）')).toBe('12A@\u2060\u2060@\u2060\u2060')
})

test('spoken digits, and nothing else', () => {
  expect(foldSpokenDigits('零〇○洞一幺妖壹二两兩贰貳三叁參叄四肆五伍六陆陸七拐柒八捌九勾钩玖')).toBe(
    '0000111122222333344556667778899'.padEnd(33, '9'),
  )
  expect(foldSpokenDigits('十百千')).toBe('十百千')
  expect(foldSpokenDigits('空一格后四位')).toBe('空一格后四位')
  expect(foldSpokenDigits('①2')).toBe('12')
})

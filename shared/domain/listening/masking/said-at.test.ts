import { expect, test } from 'vitest'
import { foldBegunAt, foldSaidAt } from './said-at.ts'

test.each([
  ['a艾特b', 'a@\u2060b'],
  ['a(at)b', 'a\u2060@\u2060\u2060b'],
  ['a[ AT ]b', 'a\u2060@\u2060\u2060\u2060\u2060b'],
  ['at 艾 (a', 'at 艾 (a'],
  ['a小老鼠号b', 'a\u2060@\u2060\u2060b'],
  ['a圈Ab', 'a@\u2060b'],
  ['a(@)b', 'a\u2060@\u2060b'],
  ['a(a)b', 'a\u2060@\u2060b'],
  ['a@ @@b', 'a\u2060@\u2060\u2060b'],
  ['a@  @b', 'a@  @b'],
  ['a_at_b.c', 'a\u2060@\u2060\u2060b.c'],
  ['a_at_b', 'a_at_b'],
  ['a at b dot c', 'a @\u2060 b dot c'],
  ['a at b.com', 'a at b.com'],
  ['mail me at b dot c', 'mail me at b dot c'],
  ['a 艾 特 b', 'a @\u2060\u2060 b'.replace('@\u2060\u2060', '\u2060@\u2060')],
  ['a（圈a）b', 'a\u2060@\u2060\u2060b'],
  ['a%40b.cn', 'a\u2060@\u2060b.cn'],
  ['1%40b.c', '1%40b.c'],
  ['三小老鼠b', '三\u2060@\u2060b'],
  ['有小老鼠b', '有小老鼠b'],
])('%s keeps every place', (text, folded) => {
  expect(foldSaidAt(text)).toBe(folded)
  expect(folded.length).toBe(text.length)
})

test.each([
  ['wang艾', 'wang@'],
  ['wang(', 'wang@'],
  ['wang【a', 'wang@\u2060'],
  ['wang[at', 'wang\u2060@\u2060'],
  ['wang(b', 'wang(b'],
  ['wang小', 'wang@'],
  ['wang小老鼠', 'wang\u2060@\u2060'],
  ['wang圈', 'wang@'],
  ['wang(@', 'wang@\u2060'],
  ['wang(AT', 'wang\u2060@\u2060'],
  ['wang（圈', 'wang\u2060@'.replace('\u2060@', '@\u2060')],
  ['wang 艾 ', 'wang @\u2060'],
  ['wanga', 'wanga'],
  ['艾 wang', '艾 wang'],
])('%s ends in the middle of it or not', (text, folded) => {
  expect(foldBegunAt(text)).toBe(folded)
})

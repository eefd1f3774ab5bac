import { expect, test } from 'vitest'
import { hearDangers } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()

/** The words that decided each danger of these notes. */
const decided = (...notes: string[]): string[] =>
  hearDangers(
    notes.map((text) => ({ text, speaker: 'listener' })),
    ear,
  ).flatMap(({ words }) => words.map(({ line, start, end }) => notes[line]?.slice(start, end) ?? ''))

test.each([
  ['地址人民路12号3楼, 电话139****8817，我住在这，我不想活了', '我不想活了'],
  ['我住在人民路12号3楼，电话139****8817，我把炭点上了', '炭点上了'],
  ['order 1234, phone 139****8817, I took all the pills', 'took all the pills'],
])('an address or a number beside a cry decided nothing: %s', (note, words) => {
  expect(decided(note).join(' ')).toContain(words)
  expect(decided(note).join(' ')).not.toMatch(/\d|地址|人民路|电话|order|phone/)
})

test.each([
  [['订单没到', '她说谢谢你们，以后不会再打来了', '孩子托给我妈了'], /没到/],
  [
    ['order 1234 not arrived', 'phone 139****8817', 'she says she cannot go on, the pills are ready'],
    /order|phone|arrived/,
  ],
])('of notes that are heard together, an ordinary one decided nothing: %j', (notes, ordinary) => {
  const words = decided(...notes).join(' ')
  expect(words).not.toBe('')
  expect(words).not.toMatch(ordinary)
})

test('what somebody does next is not begun by the words that decided', () => {
  for (const word of decided('炭我买好了，今晚就都结束了')) expect(word).not.toMatch(/[我就都]$/)
})

test.each([
  [['炭我买好了', '今晚就都结束了'], 'suicide'],
  [['买了两袋炭', '窗户都封好了', '今晚走'], 'suicide'],
  [['炭买好了', '门窗封好了'], 'suicide'],
  [['家里烧炭取暖，门窗关着，我妈晕倒了'], 'gas'],
])('charcoal that was bought for it is a plan, and where somebody fell it is gas: %j', (notes, kind) => {
  const lines = notes.map((text) => ({ text, speaker: 'customer' as const }))
  expect(hearDangers(lines, ear)[0]?.kind).toBe(kind)
})

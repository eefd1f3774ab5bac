import { expect, test } from 'vitest'
import { silverLines } from '../../../test/builders/silver-lines.ts'
import { openLensWords } from './open-words.ts'
import { findSign } from './signs.ts'

const { signs } = await openLensWords()
const says = (text: string, speaker: 'listener' | 'agent' | 'customer' = 'listener') =>
  findSign([{ text, speaker }], signs)?.name ?? null

test('proposes where the words say so: nearly always on lines written by hand, and seldom on ordinary ones', () => {
  const proposing = silverLines('proposing')
  const ordinary = silverLines('ordinary')
  const missed = proposing.filter((line) => findSign([line], signs) === null)
  const alarms = ordinary.flatMap((line) => {
    const sign = findSign([line], signs)
    return sign === null ? [] : [`${line.text} → ${sign.name}: ${sign.words}`]
  })
  expect(proposing.length).toBeGreaterThanOrEqual(200)
  expect(ordinary.length).toBeGreaterThanOrEqual(300)
  expect(missed.map(({ text }) => text)).toEqual([])
  expect(alarms).toEqual([])
})

test('an agent calls somebody «大爷»; a customer who does speaks of somebody else', () => {
  expect(says('大爷您别急', 'agent')).toBe('addressed')
  expect(says('大爷您别急', 'customer')).toBeNull()
})

test('what an agent offers to those who cannot see is no sign', () => {
  expect(says('字太小看不清', 'customer')).toBe('cannot')
  expect(says('字太小看不清', 'agent')).toBeNull()
})

test('the first line that says so is named, with its words', () => {
  const lines = [
    { text: '老板，发货了吗', speaker: 'customer' as const },
    { text: '我七十三了，看不清', speaker: 'customer' as const },
  ]
  expect(findSign(lines, signs)).toEqual({ name: 'age', line: 1, words: '我七十三了' })
})

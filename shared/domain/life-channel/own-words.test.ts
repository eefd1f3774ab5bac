import { expect, test } from 'vitest'
import type { OwnWords } from './ear.ts'
import { hearDanger } from './hear-danger.ts'
import { openEar } from './open-ear.ts'
import { tryWords } from './own-words.ts'

const ear = await openEar()
const danger = (text: string): OwnWords => ({ text, means: 'danger', grade: 'medium', kind: 'suicide' })
const harmless = (text: string): OwnWords => ({ ...danger(text), means: 'harmless' })

test('words of the house are heard and left out as they say, and what they change is told before they are saved', () => {
  const examples = [
    { text: '我要去见 马克思 了', isCry: true },
    { text: '口号：我不想活了，今晚就走', isCry: false },
    { text: '我不想活了', isCry: true },
  ]
  const { heard } = tryWords(ear, [danger('见马克思'), harmless('我不想活了，今晚就走')], examples)
  expect(heard.map(({ danger: each, isAsMeant, isChanged }) => [each?.grade, isAsMeant, isChanged])).toEqual([
    ['medium', true, true],
    [undefined, true, true],
    // What they do not name is heard as it was.
    [hearDanger([{ text: '我不想活了', speaker: 'unknown' }], ear)?.grade, true, false],
  ])
})

test('words that would be found everywhere, nowhere or twice are refused, and the rest is tried', () => {
  const words = ['。', '死', '见马克思', '见 马克思', '天'.repeat(21)].map(danger)
  const { refused, heard } = tryWords(ear, words, [{ text: '见马克思', isCry: true }])
  expect(refused.map(({ index, fault }) => [index, fault])).toEqual([
    [0, 'blank'],
    [1, 'too_short'],
    [3, 'twice'],
    [4, 'too_long'],
  ])
  expect(heard[0]?.isAsMeant).toBe(true)
})

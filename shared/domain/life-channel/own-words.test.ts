import { expect, test } from 'vitest'
import { earWith, type OwnWords } from './ear.ts'
import { hearDanger, hearFaintly } from './hear-danger.ts'
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

test.each([
  ['不想活了', '我不想活了'],
  ['我想死', '我想死'],
  ['自杀', '我想自杀'],
  ['跳楼', '我要跳楼'],
  ['杀了我', '我老公要杀了我'],
  ['百草枯', '我喝了百草枯'],
  ['摔倒了起不来', '我妈摔倒了起不来'],
  ['want to die', 'I want to die'],
  ['pills would kill me', 'how many sleeping pills would kill me'],
  ['洁厕灵', '孩子喝了洁厕灵'],
  ['绑架', '我被人绑架了'],
  ['轻生', '我想轻生'],
  ['gas on', "I've turned the gas on"],
  // Not of the list, and a cry by itself.
  ['再也不愿醒来了', '再也不愿醒来了'],
])('no house calls harmless what somebody in danger says: %s', (text, cry) => {
  const { refused, heard } = tryWords(ear, [harmless(text)], [{ text: cry, isCry: true }])
  expect(refused).toEqual([{ index: 0, fault: 'hushes', cry }])
  // One that was saved before is left out by every ear.
  expect(heard[0]).toMatchObject({ isAsMeant: true, isChanged: false })
})

test.each(['跳楼机', '自杀小队', '把猫送人了', '百草枯套装', '他在轨道上', 'suicide squad'])(
  'what only sounds so is called harmless still: %s',
  (text) => expect(tryWords(ear, [harmless(text)], []).refused).toEqual([]),
)

test.each([
  ['叫不醒', '我爸叫不醒了'],
  ['活够', '我活够了'],
  ['没意思', '活着没意思'],
  ['死了', '我死了算了'],
  ['累赘', '我是个累赘，不想再拖累你们'],
  ['miss me', 'nobody would miss me'],
  ['撑不下去', '我真的撑不下去了，不想活了'],
  ['离开这个世界', '我想离开这个世界'],
  ['better off dead', "I'd be better off dead"],
  ['go on', "I can't go on living like this"],
  ['hits me', 'my husband hits me'],
])('whatever a house calls harmless, what is heard without it is asked about at least: %s', (text, cry) => {
  const taught = earWith(ear, [harmless(text)])
  const lines = [{ text: cry, speaker: 'listener' as const }]
  expect(hearDanger(lines, ear) ?? hearFaintly(lines, ear)[0]).toBeDefined()
  expect(hearDanger(lines, taught) ?? hearFaintly(lines, taught)[0]).toBeDefined()
})

test('what a house calls harmless is no card still', () => {
  const taught = earWith(ear, [harmless('这鱼不想活了')])
  const lines = [{ text: '这鱼不想活了，换一条', speaker: 'listener' as const }]
  expect(hearDanger(lines, taught)).toBeNull()
})

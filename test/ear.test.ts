import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeEar, type WrittenWords } from '../shared/domain/life-channel/ear.ts'
import { hearDanger, loudnessOf } from '../shared/domain/life-channel/hear-danger.ts'
import { openEar } from '../shared/domain/life-channel/open-ear.ts'
import { someOf } from './builders/some-of.ts'
import { type GradedText, readLines } from './ear/lines.ts'
import { callOf, dangersOf, faintOf, falseAlarmsOf, recallOf } from './ear/measure.ts'
import { earsByOthers, trainEar } from './ear/train-ear.ts'

const folder = join(import.meta.dirname, 'ear', 'lines')
const linesOf = (kind: 'held' | 'tested' | 'english' | 'old' | 'met') =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`))
    .flatMap((name) => readLines(join(folder, name)))
const ear = await openEar()
const held = someOf(linesOf('held'), 2)

/**
 * By lines of writers whom nothing was learned from; of the largest sets every so many, and all of them by `npm run corpora`. A little below what was
 * measured: a change of words or lines may cost a cry in a hundred, and more is to be seen. The figures themselves stand in docs/guide.
 */
const GRADES = ['high', 'medium', 'low'] as const

test('of what testers wrote who were shown the promise alone, most is kept: 98 % of high, 95 % of all, 2 false alarms in 1,000', () => {
  const danger = dangersOf(someOf(linesOf('tested'), 3), ear)
  expect(recallOf(danger, ['high'])).toBeGreaterThan(0.98)
  expect(recallOf(danger, GRADES)).toBeGreaterThan(0.96)
  expect(falseAlarmsOf(danger)).toBeLessThan(2)
})

test('of English by testers of the same kind nearly as much is heard, and as few ordinary lines', () => {
  const danger = dangersOf(linesOf('english'), ear)
  expect(recallOf(danger, ['high'])).toBeGreaterThan(0.97)
  expect(recallOf(danger, GRADES)).toBeGreaterThan(0.96)
  expect(falseAlarmsOf(danger)).toBeLessThan(2)
})

test('of old people as many cries are heard as of others; that 15 of 1,000 of their ordinary lines alarm, as the guide says, is to become less', () => {
  const danger = dangersOf(linesOf('old'), ear)
  expect(recallOf(danger, ['high'])).toBeGreaterThan(0.965)
  expect(recallOf(danger, GRADES)).toBeGreaterThan(0.97)
  expect(falseAlarmsOf(danger)).toBeLessThan(17)
})

test('of the last five who wrote, not asked for what is hard, most is heard, and too many ordinary lines, as the guide says', () => {
  const danger = dangersOf(linesOf('met'), ear)
  expect(recallOf(danger, ['high'])).toBeGreaterThan(0.97)
  expect(recallOf(danger, GRADES)).toBeGreaterThan(0.965)
  expect(falseAlarmsOf(danger)).toBeLessThan(9)
})

test('of hard cries by people it never read, as many are heard as the guide says, and as few ordinary lines that mean to deceive', () => {
  const [danger, faint] = [dangersOf(held, ear), faintOf(held, ear)]
  const figures = { high: recallOf(danger, ['high']), all: recallOf(danger, GRADES), wrong: falseAlarmsOf(danger) }
  const faintly = { high: recallOf(faint, ['high']), all: recallOf(faint, GRADES), wrong: falseAlarmsOf(faint) }
  expect(figures.high).toBeGreaterThan(0.94)
  expect(figures.all).toBeGreaterThan(0.935)
  expect(figures.wrong).toBeLessThan(9)
  expect(faintly.all).toBeGreaterThan(0.955)
  expect(faintly.wrong).toBeLessThan(15)
})

test('of what is noted at the seat as many hard cries are heard, and as few ordinary lines', () => {
  const lines = held.filter(({ text }) => !text.includes('\n'))
  const isHeard = ({ text }: GradedText) => hearDanger([{ text, speaker: 'listener' }], ear) !== null
  const shareOf = (some: readonly GradedText[]) => some.filter(isHeard).length / some.length
  expect(shareOf(lines.filter(({ grade }) => grade !== null))).toBeGreaterThan(0.935)
  expect(shareOf(lines.filter(({ grade }) => grade === null))).toBeLessThan(0.006)
})

test('of whole calls as they are every day, by somebody it never read, as few alarm as the guide says', () => {
  const calls = readdirSync(folder).filter((name) => name.startsWith('calls-'))
  const lines = someOf(
    calls.flatMap((name) => readLines(join(folder, name))),
    4,
  )
  const [danger, faint] = [dangersOf(lines, ear), faintOf(lines, ear)]
  const of = (table: typeof danger) => falseAlarmsOf(table) / 1000
  expect(of(danger)).toBeLessThan(0.065)
  expect(of(faint)).toBeLessThan(0.49)
})

test('the calls of the demo, which it was taught, open nothing and are asked about by nobody', () => {
  const lines = readLines(join(folder, 'taught-24.txt'))
  const [danger, faint] = [dangersOf(lines, ear), faintOf(lines, ear)]
  expect([danger.ordinary.none, faint.ordinary.none]).toEqual([3, 3])
})

/** A small table, which is soon learned. */
const BITS = 12

const words: WrittenWords = {
  version: '1',
  foldings: { 藥: '药' },
  spelled: { words: '自杀', sounds: { 杀: 'sha' }, hidden: 'suicide、kill' },
  pieces: {},
  bare: {},
  goesOn: {},
  harmless: {},
  phrases: { 'say.suicide': ['自杀、不想活'], harmless: ['(电影|游戏)里'] },
  words: { pill: ['药'], kid: ['孩子'] },
  senses: { shop: ['退货、快递'] },
  kinds: [],
  plain: [],
  states: { said: '', beside: '' },
}

const graded = (grade: GradedText['grade'], ...texts: string[]): GradedText[] => texts.map((text) => ({ text, grade }))

test('the same lines teach the same, sign by sign, and what is learned tells a cry from talk', () => {
  const group = [
    ...graded('high', '我不想活了', '我要自杀', '我吃了一瓶药'),
    ...graded('low', '活着没意思', '没有盼头'),
    ...graded(null, '我要退货', '快递到哪了', '电影里自杀的那段', '药过期了能换吗'),
  ]
  const [once, again] = [trainEar([group], words, '1', BITS), trainEar([group], words, '1', BITS)]
  expect(again).toEqual(once)
  expect(once.cry.weights).not.toBe(trainEar([group.slice(1)], words, '1', BITS).cry.weights)
})

test('an ordinary call is heard line by line where the threshold is set, and is loud by a line of it', () => {
  const joke = ['我不想活了', '这个电影里自杀的那段', '快递到哪了']
  const cries = graded('high', '我不想活了', '我要自杀', '我吃了一瓶药')
  const groups = [
    [...cries, ...graded(null, '我要退货', '快递到哪了')],
    [...cries, ...graded(null, joke.join('\n'), '药过期了能换吗')],
  ]
  const [, ofOthers] = earsByOthers(groups, words, BITS)
  if (ofOthers === undefined) throw new Error('no ear')
  const [loud, joined] = [joke.join('\n'), joke.join('，')].map((text) => loudnessOf(callOf(text), ofOthers.ear))
  expect(loud).toBeGreaterThan(joined ?? 0)
  expect(trainEar(groups, words, '1', BITS).thresholds.danger).toBeCloseTo(loud ?? 0, 2)
})

test('each line of an ordinary call is learned as none of a cry', () => {
  const cries = graded('high', '我不想活了', '我要自杀')
  const call = ['我在楼顶', '收被子']
  const [inOneLine, inLines] = ['，', '\n'].map((between) => {
    const lines = [...cries, ...graded('high', '我在楼顶'), ...graded(null, call.join(between))]
    return loudnessOf(callOf('我在楼顶'), makeEar(words, trainEar([lines], words, '1', BITS)))
  })
  expect(inOneLine).toBeGreaterThan(inLines ?? 0)
})

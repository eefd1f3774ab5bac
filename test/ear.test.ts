import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { WrittenWords } from '../shared/domain/life-channel/ear.ts'
import { openEar } from '../shared/domain/life-channel/open-ear.ts'
import { type GradedText, readLines } from './ear/lines.ts'
import { confusionsOf, falseAlarmsOf, recallOf } from './ear/measure.ts'
import { trainEar } from './ear/train-ear.ts'

const folder = join(import.meta.dirname, 'ear', 'lines')
const held = readdirSync(folder).filter((name) => name.startsWith('held-'))
const ear = await openEar()

/**
 * By lines of writers whom nothing was learned from. A little below what was measured: a change of words or lines may cost a cry in a hundred, and more
 * is to be seen. The figures themselves stand in docs/guide.
 */
const GRADES = ['high', 'medium', 'low'] as const

test('of cries by people it never read, as many are heard as the guide says, and as few ordinary lines', () => {
  const lines = held.flatMap((name) => readLines(join(folder, name)))
  const [danger, faint] = confusionsOf(lines, ear)
  const figures = { high: recallOf(danger, ['high']), all: recallOf(danger, GRADES), wrong: falseAlarmsOf(danger) }
  const faintly = { high: recallOf(faint, ['high']), all: recallOf(faint, GRADES), wrong: falseAlarmsOf(faint) }
  expect(figures.high).toBeGreaterThan(0.72)
  expect(figures.all).toBeGreaterThan(0.73)
  expect(figures.wrong).toBeLessThan(7)
  expect(faintly.all).toBeGreaterThan(0.92)
  expect(faintly.wrong).toBeLessThan(36)
})

/** A small table, which is soon learned. */
const BITS = 12

const words: WrittenWords = {
  version: '1',
  foldings: { 藥: '药' },
  phrases: { 'say.suicide': ['自杀、不想活'], harmless: ['(电影|游戏)里'] },
  words: { pill: ['药'], kid: ['孩子'] },
  senses: { shop: ['退货、快递'] },
  kinds: [],
  plain: [],
}

test('the same lines teach the same, sign by sign, and what is learned tells a cry from talk', () => {
  const graded = (grade: GradedText['grade'], ...texts: string[]): GradedText[] =>
    texts.map((text) => ({ text, grade }))
  const group = [
    ...graded('high', '我不想活了', '我要自杀', '我吃了一瓶药'),
    ...graded('low', '活着没意思', '没有盼头'),
    ...graded(null, '我要退货', '快递到哪了', '电影里自杀的那段', '药过期了能换吗'),
  ]
  const [once, again] = [trainEar([group], words, '1', BITS), trainEar([group], words, '1', BITS)]
  expect(again).toEqual(once)
  expect(once.cry.weights).not.toBe(trainEar([group.slice(1)], words, '1', BITS).cry.weights)
})

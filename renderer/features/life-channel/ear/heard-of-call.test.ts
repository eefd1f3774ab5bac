import { beforeEach, expect, test } from 'vitest'
import type { DangerGrade, DangerKind, Evidence } from '../../../../shared/contract/life-channel/danger.ts'
import type { HeardLine } from '../../../../shared/domain/life-channel/danger.ts'
import { answerWords, forgetAnswers, type Hear, newDangersIn } from './heard-of-call.ts'

const KINDS: Record<string, DangerKind> = { 走: 'farewell', 跳: 'suicide', 刀: 'violence' }

/** Hears each sign of danger where it stands, all alike. */
const hearAs =
  (grade: DangerGrade): Hear =>
  (lines) =>
    lines.flatMap(({ text }, line) =>
      [...text.matchAll(/[走跳刀]/g)].map(({ 0: sign, index: start }) => {
        return { grade, kind: KINDS[sign] ?? 'despair', words: [{ line, start, end: start + 1 }] }
      }),
    )

const said = (...texts: string[]): HeardLine[] => texts.map((text) => ({ text, speaker: 'customer' }))
const asked = (lines: readonly HeardLine[], hear = hearAs('medium'), loudness: 'danger' | 'faint' = 'danger') =>
  newDangersIn('call', lines, { hear, earVersion: '1', loudness })

beforeEach(forgetAnswers)

test('what was answered is not asked again, and what stands in other lines is', () => {
  const [first] = asked(said('我走了'))
  if (first === undefined) throw new Error('nothing heard')
  expect(first.words).toEqual(['我走了'])
  answerWords('call', first)
  const lines = said('我走了', '都走吧')
  expect(asked(lines).map(({ words }) => words)).toEqual([['都走吧']])
  expect(newDangersIn('another call', lines, { hear: hearAs('medium'), earVersion: '1' })[0]?.words).toHaveLength(2)
})

test('an answer to a quiet question keeps no danger from being heard; an alarm that was answered is not asked about quietly', () => {
  const lines = said('我走了')
  const [quiet] = asked(lines, hearAs('medium'), 'faint')
  if (quiet === undefined) throw new Error('nothing heard')
  answerWords('call', quiet, 'faint')
  expect(asked(lines, hearAs('medium'), 'faint')).toEqual([])
  expect(asked(lines)).toHaveLength(1)
  answerWords('call', quiet)
  expect(asked(lines)).toEqual([])
  forgetAnswers()
  answerWords('call', quiet)
  expect(asked(lines, hearAs('medium'), 'faint')).toEqual([])
})

test('what was answered is not asked again where it is heard as another kind, unless it is heard as of high risk', () => {
  answerWords('call', { grade: 'low', kind: 'despair', words: ['走'], earVersion: '1' })
  expect(asked(said('我走了'), hearAs('low'))).toEqual([])
  expect(asked(said('我走了'), hearAs('medium'))).toHaveLength(1)
  answerWords('call', { grade: 'medium', kind: 'despair', words: ['走'], earVersion: '1' })
  expect(asked(said('我走了'), hearAs('medium'))).toEqual([])
  expect(asked(said('我走了'), hearAs('high'))).toMatchObject([{ grade: 'high', kind: 'farewell' }])
})

/** All that the lines say on, as the card of the call hears it; it tells it from then on. */
let card: Evidence[] = []
function heardOn(...texts: string[]): string[] {
  const news = newDangersIn('card', said(...texts), { hear: hearAs('high'), earVersion: '1', told: card })
  // As it comes back from the disk.
  card = [...card, ...news.map((each) => ({ ...each, words: [...each.words] }))]
  return news.map(({ kind, words }) => `${kind} ${words.join('|')}`)
}
beforeEach(() => {
  card = []
})

test('of one look each kind of danger is told once, with all clauses that say it', () => {
  expect(heardOn('我走了，都走吧。要跳', '他拿刀')).toEqual([
    'farewell 我走了|都走吧',
    'suicide 要跳',
    'violence 他拿刀',
  ])
  expect(heardOn('我走了，都走吧。要跳', '他拿刀')).toEqual([])
})

test('what goes on is heard on, wherever the hands rested and whatever was said again', () => {
  expect(heardOn('我走')).toEqual(['farewell 我走'])
  expect(heardOn('我走了')).toEqual([])
  expect(heardOn('我走了，走定了')).toEqual(['farewell 走定了'])
  expect(heardOn('我走了，走定了', '真的，我走了，我跳')).toEqual(['suicide 我跳'])
  expect(heardOn('我走了，走定了', '真的，我走了，我跳', '她说我跳', '我走了他拿刀')).toEqual(['violence 我走了他拿刀'])
})

test('what stands in several clauses is told where one of them is told as that kind, or all of them as another', () => {
  const across =
    (kind: DangerKind): Hear =>
    (lines) =>
      lines.flatMap(({ text }, line) => {
        if (text === '') return []
        const comma = text.indexOf('，')
        const places = [0, comma + 1].map((start) => ({ line, start, end: start + 1 }))
        return [{ grade: 'high', kind, words: places }]
      })
  card = [{ grade: 'high', kind: 'suicide', words: ['我跳'], earVersion: '1' }]
  const news = (kind: DangerKind, text: string) =>
    newDangersIn('card', said(text), { hear: across(kind), earVersion: '1', told: card })
  expect(news('suicide', '我跳，孩子')).toEqual([])
  expect(news('child_in_danger', '我跳，孩子')).toHaveLength(1)
  expect(news('child_in_danger', '我跳，我跳')).toHaveLength(1)
  expect(news('child_in_danger', '我跳，又我跳')).toEqual([])
})

/** A leap that lines say together with an agent's. */
const together =
  (grade: DangerGrade): Hear =>
  (lines) =>
    lines.some(({ text }) => text === '')
      ? []
      : [
          {
            grade,
            kind: 'farewell',
            words: [3, 0].map((start, line) => ({ line, start, end: start + 2 })),
            isOverLines: true,
          },
        ]

test('with a line that was told lines say nothing together but what is graver, and an agent decides with no word where the caller says one', () => {
  const lines: HeardLine[] = [...said('我跳，算了'), { text: '您别走', speaker: 'agent' }]
  const heard = (grade: DangerGrade) =>
    newDangersIn('card', lines, { hear: together(grade), earVersion: '1', told: card })
  expect(heard('high')).toMatchObject([{ words: ['算了'] }])
  card = [{ grade: 'medium', kind: 'suicide', words: ['我跳'], earVersion: '1' }]
  expect(heard('high')).toHaveLength(1)
  expect(heard('medium')).toEqual([])
  card = [{ grade: 'medium', kind: 'suicide', words: ['我跳', '您别走'], earVersion: '1' }]
  expect(heard('high')).toEqual([])
})

test('a line is heard without those that were told as well, which may make less of it', () => {
  const hear: Hear = (lines) =>
    lines[0]?.text === '' ? [{ grade: 'high', kind: 'suicide', words: [{ line: 1, start: 0, end: 2 }] }] : []
  card = [{ grade: 'medium', kind: 'despair', words: ['没意思'], earVersion: '1' }]
  expect(newDangersIn('card', said('没意思', '我懂他了'), { hear, earVersion: '1', told: card })).toHaveLength(1)
})

test('a call is heard to its end, however much of it was heard, in two looks each time', () => {
  const all = Array.from({ length: 60 }, (_, at) => `第${at}个走${at}`)
  expect(all.map((_, at) => heardOn(...all.slice(0, at + 1)))).toEqual(all.map((text) => [`farewell ${text}`]))
  let looks = 0
  const hear: Hear = (lines) => {
    looks += 1
    return hearAs('high')(lines)
  }
  expect(newDangersIn('card', said(...all), { hear, earVersion: '1', told: card })).toEqual([])
  expect(looks).toBe(2)
})

test('a danger that names no words is none', () => {
  const hear: Hear = () => [{ grade: 'high', kind: 'suicide', words: [] }]
  expect(asked(said('我走了'), hear)).toEqual([])
})

import { beforeEach, expect, test } from 'vitest'
import type { HeardLine } from '../../../../shared/domain/life-channel/danger.ts'
import { answerWords, forgetAnswers, type Hear, newDangerIn } from './heard-of-call.ts'

/** Hears the whole of each line that says 走. */
const hear: Hear = (lines) => {
  const line = lines.findIndex(({ text }) => text.includes('走'))
  const end = lines[line]?.text.length
  return end === undefined ? null : { grade: 'medium', kind: 'farewell', words: [{ line, start: 0, end }] }
}
const lines: readonly HeardLine[] = [
  { text: '我走了', speaker: 'customer' },
  { text: '都走吧', speaker: 'customer' },
]
const ask = (loudness: 'danger' | 'faint') => newDangerIn('call', lines, hear, '1', loudness)?.words

beforeEach(forgetAnswers)

test('what was answered is not asked again, and what stands in other lines is', () => {
  const first = newDangerIn('call', lines, hear, '1')
  if (first === null) throw new Error('nothing heard')
  expect(first.words).toEqual(['我走了'])
  answerWords('call', first)
  expect(ask('danger')).toEqual(['都走吧'])
  expect(newDangerIn('another call', lines, hear, '1')?.words).toEqual(['我走了'])
})

test('an answer to a quiet question keeps no danger from being heard; an alarm that was answered is not asked about quietly', () => {
  const quiet = newDangerIn('call', lines, hear, '1', 'faint')
  if (quiet === null) throw new Error('nothing heard')
  answerWords('call', quiet, 'faint')
  expect(ask('faint')).toEqual(['都走吧'])
  expect(ask('danger')).toEqual(['我走了'])
  answerWords('call', quiet)
  expect(ask('faint')).toEqual(['都走吧'])
})

test('a line that was answered is not asked again where other words of it decide, unless it is heard as of high risk', () => {
  const line = { text: '说不清，就是觉得没意思', speaker: 'listener' } as const
  /** What stands around it changes which of its words decide. */
  const around =
    (grade: 'high' | 'medium' | 'low'): Hear =>
    (lines) => {
      const at = lines.indexOf(line)
      return at < 0
        ? null
        : { grade, kind: 'despair', words: [{ line: at, start: lines.length === 1 ? 4 : 0, end: 11 }] }
    }
  const first = newDangerIn('call', [line], around('low'), '1')
  if (first === null) throw new Error('nothing heard')
  answerWords('call', first)
  const other = { text: '券领了用不了', speaker: 'listener' } as const
  expect(newDangerIn('call', [line, other], around('low'), '1')).toBeNull()
  expect(newDangerIn('call', [line, other], around('medium'), '1')).toBeNull()
  expect(newDangerIn('call', [line, other], around('high'), '1')).toMatchObject({ grade: 'high' })
})

test('of a line that goes on only what was answered is left aside where it is asked for, also with words twice in one clause', () => {
  const said = [{ text: '都走我走了，门锁了，我走定了', speaker: 'listener' }] as const
  const hear: Hear = ([line]) => {
    const words = [...((line?.text ?? '').split('，')[0]?.matchAll(/走/g) ?? [])].map(({ index }) => ({
      ...{ line: 0, start: index, end: index + 1 },
    }))
    const later = line?.text.indexOf('走定') ?? -1
    if (words.length > 0) return { grade: 'medium', kind: 'farewell', words }
    return later < 0 ? null : { grade: 'medium', kind: 'despair', words: [{ line: 0, start: later, end: later + 2 }] }
  }
  const first = newDangerIn('goes on', said, hear, '1', 'danger', 'clause')
  if (first === null) throw new Error('nothing heard')
  answerWords('goes on', first)
  expect(newDangerIn('goes on', said, hear, '1')).toBeNull()
  expect(newDangerIn('goes on', said, hear, '1', 'danger', 'clause')).toMatchObject({ words: ['我走定了'] })
})

test('what is left aside keeps its place: the lines behind it are no nearer to the beginning of the call', () => {
  const lines = ['都走吧', '我走了', '券领了用不了'].map((text) => ({ text, speaker: 'customer' }) as const)
  const places: number[] = []
  const hear: Hear = (left) => {
    const line = left.findIndex(({ text }) => text.includes('走'))
    places.push(
      left.length,
      left.findIndex(({ text }) => text === '券领了用不了'),
    )
    return line < 0 ? null : { grade: 'medium', kind: 'despair', words: [{ line, start: 0, end: 2 }] }
  }
  for (const text of ['我走', '都走'])
    answerWords('aside', { grade: 'medium', kind: 'despair', words: [text], earVersion: '1' })
  expect(newDangerIn('aside', lines, hear, '1')).toBeNull()
  expect(places).toEqual([3, 2, 3, 2, 3, 2])
})

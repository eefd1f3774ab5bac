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

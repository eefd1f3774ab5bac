import { beforeEach, expect, test } from 'vitest'
import type { Evidence } from '../../../../shared/contract/life-channel/danger.ts'
import type { HeardLine } from '../../../../shared/domain/life-channel/danger.ts'
import { answerWords, forgetAnswers, type Hear, newDangerIn, unheardOf } from './heard-of-call.ts'

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

/** Each line that says 走, the gravest first: whoever says 走了. */
const hearEach: Hear = (lines) => {
  const line = ['走了', '走'].map((words) => lines.findIndex(({ text }) => text.includes(words))).find((at) => at >= 0)
  const text = lines[line ?? -1]?.text
  if (line === undefined || text === undefined) return null
  const [words = ''] = text.match(text.includes('走了') ? /走了[^，]*/ : /走[^，]*/) ?? []
  const start = text.indexOf(words)
  return { grade: 'high', kind: 'farewell', words: [{ line, start, end: start + words.length }] }
}
/** All that the lines say on, as the card of the call hears it. */
function allHeard(said: readonly string[], heard: readonly Evidence[] = []): (readonly string[])[] {
  const lines = said.map((text) => ({ text, speaker: 'customer' }) as const)
  const all: (readonly string[])[] = []
  for (;;) {
    const next = newDangerIn('goes on', unheardOf('goes on', lines, heard), hearEach, '1')
    if (next === null) return all
    answerWords('goes on', next)
    all.push(next.words)
  }
}

test('of a line that was heard only what it says since is heard: the rest of one breath is no second danger', () => {
  expect(allHeard(['我走了，都走吧'])).toEqual([['我走了']])
  expect(allHeard(['我走了，都走吧'])).toEqual([])
  expect(allHeard(['我走了，都走吧，走定了'])).toEqual([['走定了']])
  expect(allHeard(['我走了，都走吧，走定了', '走啊'])).toEqual([['走啊']])
})

test('what was heard before this window was there is no news: not the line as it stands, and what it says on is', () => {
  const stored: Evidence[] = [{ grade: 'high', kind: 'farewell', words: ['都走吧'], earVersion: '1' }]
  expect(allHeard(['我走了，都走吧'], stored)).toEqual([])
  expect(allHeard(['我走了，都走吧，走定'], stored)).toEqual([['走定']])
})

test('a call is heard to its end, however much of it was heard', () => {
  const said = Array.from({ length: 60 }, (_, at) => `第${at}个走${at}`)
  expect(allHeard(said)).toHaveLength(60)
  expect(allHeard([...said, '最后走'])).toEqual([['最后走']])
  let looks = 0
  const counted: Hear = (lines) => {
    looks += 1
    return hearEach(lines)
  }
  const lines = said.map((text) => ({ text, speaker: 'customer' }) as const)
  expect(newDangerIn('goes on', lines, counted, '1')).toBeNull()
  expect(looks).toBe(1)
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

test('a danger that names no words ends the look', () => {
  const wordless: Hear = () => ({ grade: 'high', kind: 'suicide', words: [] })
  let looks = 0
  const counted: Hear = (heard) => {
    looks += 1
    if (looks > 9) throw new Error('looks for ever')
    return wordless(heard)
  }
  expect(newDangerIn('call', lines, counted, '1')).toBeNull()
})

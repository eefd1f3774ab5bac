import { expect, test } from 'vitest'
import { type HeardCall, toldSpans } from './told-spans.ts'

const call = (day: string, sessionId: string, agentId: string | null = null): HeardCall => ({ day, sessionId, agentId })
const named = (day: string, ...agents: string[]) =>
  agents.map((agent) => call(day, `${day} ${agent}`, `${day} ${agent}`))

test('a span ends with the day on which five agents are reached, and the next begins behind it', () => {
  const calls = [
    ...named('2026-09-01', 'a', 'b', 'c'),
    ...named('2026-09-03', 'd', 'e', 'f'),
    ...named('2026-09-04', 'a', 'b', 'c', 'd', 'e'),
    ...named('2026-09-05', 'a', 'b', 'c', 'd'),
  ]
  expect(toldSpans(calls)).toEqual([
    { from: '2026-09-01', to: '2026-09-03' },
    { from: '2026-09-04', to: '2026-09-04' },
  ])
})

test('one agent of a day is one, however many calls and sessions there were', () => {
  expect(toldSpans(['s1', 's2', 's3', 's4', 's5', 's6'].map((session) => call('2026-09-01', session, 'a')))).toEqual([])
})

test('where nobody was named a session is one, and nothing where somebody of it was', () => {
  const unnamed = (...sessions: string[]) => sessions.map((session) => call('2026-09-01', session))
  expect(toldSpans(unnamed('s1', 's1', 's1', 's1', 's1'))).toEqual([])
  expect(toldSpans(unnamed('s1', 's2', 's3', 's4', 's5'))).toHaveLength(1)
  expect(toldSpans([...unnamed('s1', 's2', 's3', 's4'), call('2026-09-01', 's4', 'a')])).toEqual([])
})

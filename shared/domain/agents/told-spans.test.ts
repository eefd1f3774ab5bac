import { expect, test } from 'vitest'
import type { NamedCall } from './least-agents.ts'
import { toldSpans } from './told-spans.ts'

const call = (day: string, agentId: string | null = null): NamedCall => ({ day, agentId })
/** A hash is of one day: nobody can tell whether an agent of today was here yesterday. */
const named = (day: string, ...agents: string[]) => agents.map((agent) => call(day, `${day} ${agent}`))

test('a span ends with a day that has five agents of its own, and the next begins behind it', () => {
  const calls = [
    ...named('2026-09-01', 'a', 'b', 'c'),
    ...named('2026-09-03', 'd', 'e', 'f', 'g', 'h'),
    ...named('2026-09-04', 'a', 'b', 'c', 'd', 'e'),
    ...named('2026-09-05', 'a', 'b', 'c', 'd'),
  ]
  expect(toldSpans(calls)).toEqual([
    { from: '2026-09-01', to: '2026-09-03' },
    { from: '2026-09-04', to: '2026-09-04' },
  ])
})

test('agents of different days may be one: they are not added up', () => {
  const days = ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-05']
  expect(toldSpans(days.flatMap((day) => named(day, 'a')))).toEqual([])
  expect(toldSpans(days.flatMap((day) => named(day, 'a', 'b', 'c', 'd')))).toEqual([])
})

test('one agent of a day is one, however many calls there were, and nobody who was not named is one', () => {
  expect(toldSpans(['a', 'a', 'a', 'a', 'a', 'a'].map((agent) => call('2026-09-01', agent)))).toEqual([])
  expect(toldSpans(Array.from({ length: 6 }, () => call('2026-09-01')))).toEqual([])
  expect(toldSpans([...named('2026-09-01', 'a', 'b', 'c', 'd'), call('2026-09-01')])).toEqual([])
})

import { expect, test } from 'vitest'
import { creditsOf, doneOf, type HeardSession, type WrittenDuty } from './credits.ts'
import { USUAL_RULES } from './duties.ts'
import { isFulfilled, missingOf } from './duty-kinds.ts'

let last = 0
function session(begins: string, ends: string, changes: Partial<HeardSession> = {}): HeardSession {
  last += 1
  const startedAt = `2026-06-01T${begins}:00.000Z`
  const endedAt = `2026-06-01T${ends}:00.000Z`
  const heardMs = Date.parse(endedAt) - Date.parse(startedAt)
  const usual = { purpose: 'listen', date: '2026-06-01', noteCount: 3, standsInFor: null } as const
  return { id: `session-${String(last).padStart(3, '0')}`, startedAt, endedAt, heardMs, ...usual, ...changes }
}
const record = (duty: WrittenDuty['duty'], date: string): WrittenDuty => {
  last += 1
  return { id: `record-${last}`, duty, date }
}
const reasons = (sessions: HeardSession[], records: WrittenDuty[] = []) =>
  creditsOf(sessions, records, USUAL_RULES).map(({ why }) => why)

test('half an hour on calls with a note is a listening', () => {
  expect(reasons([session('01:00', '01:30')])).toEqual([null])
})

test('what is shorter, or without a note, does not count, and says why', () => {
  expect(reasons([session('01:00', '01:29')])).toEqual(['too_short'])
  expect(reasons([session('01:00', '02:00', { heardMs: 29 * 60_000 })])).toEqual(['too_short'])
  expect(reasons([session('01:00', '02:00', { noteCount: 0 })])).toEqual(['too_few_notes'])
})

test('who answers calls need not write', () => {
  expect(reasons([session('01:00', '02:00', { noteCount: 0, purpose: 'answer' })])).toEqual([null])
})

test('who stands in for somebody does no duty', () => {
  expect(reasons([session('01:00', '02:00', { standsInFor: '王总' })])).toEqual(['stand_in'])
})

test('one sitting that was written down twice counts once', () => {
  expect(reasons([session('01:00', '02:00'), session('01:30', '02:30')])).toEqual([null, 'same_again'])
  expect(reasons([session('01:00', '02:00'), session('02:00', '03:00')])).toEqual([null, null])
})

test('what does not count takes no place from what does', () => {
  expect(reasons([session('01:00', '02:00', { noteCount: 0 }), session('01:10', '02:10')])).toEqual([
    'too_few_notes',
    null,
  ])
})

test('a trip that was written down twice counts once, two on two days twice', () => {
  expect(reasons([], [record('trip', '2026-03-02'), record('trip', '2026-03-02')])).toEqual([null, 'same_again'])
  expect(reasons([], [record('trip', '2026-03-02'), record('trip', '2026-03-03')])).toEqual([null, null])
})

test('what was written by hand does not count beside a session of that day', () => {
  const credits = creditsOf([session('01:00', '02:00')], [record('listen', '2026-06-01')], USUAL_RULES)
  expect(doneOf(credits)).toEqual({ listen: 1, answer: 0, trip: 0 })
  const short = creditsOf([session('01:00', '01:10')], [record('listen', '2026-06-01')], USUAL_RULES)
  expect(doneOf(short)).toEqual({ listen: 1, answer: 0, trip: 0 })
})

test('the order in which things are read makes no difference', () => {
  const sessions = [session('01:00', '02:00'), session('01:30', '02:30'), session('02:10', '03:10')]
  const records = [record('trip', '2026-03-02'), record('listen', '2026-06-01')]
  const one = creditsOf(sessions, records, USUAL_RULES)
  expect(creditsOf(sessions.toReversed(), records.toReversed(), USUAL_RULES)).toEqual(one)
})

test('more of one duty does not make up for another', () => {
  const missing = missingOf({ listen: 1, answer: 1, trip: 1 }, { listen: 3, answer: 0, trip: 1 })
  expect(missing).toEqual({ listen: 0, answer: 1, trip: 0 })
  expect(isFulfilled(missing)).toBe(false)
  expect(isFulfilled({ listen: 0, answer: 0, trip: 0 })).toBe(true)
})

import { expect, test } from 'vitest'
import type { Role } from '../../shared/contract/who.ts'
import type { LooseAnswer } from '../door.ts'
import { sharedAnswers } from './shared-answers.ts'

const personId = '019a0000-0000-7000-8000-000000000001'

function someAnswers(
  answerOf: (times: number) => LooseAnswer = (times) => ({ ok: true, value: [times] }),
  toldMore: readonly string[] = [],
) {
  const asked: string[] = []
  let now = '2026-11-27T09:00:00.000Z'
  const answers = sharedAnswers(
    async (call, input, caller) => {
      asked.push(`${call} ${JSON.stringify(input)} ${caller.role} ${caller.personId}`)
      return answerOf(asked.length)
    },
    () => now,
    // Who is told more is asked of the database.
    { read: async () => toldMore as never },
  )
  return {
    asked,
    later: (instant: string) => {
      now = instant
    },
    ask: async (call: string, input: unknown, state: string, role: Role = 'listener') =>
      String(await answers({ id: 1, call, input }, { caller: { personId, role, deskId: personId }, state })),
  }
}

test('who asks the same in the same state of the database is told what was worked out for the first', async () => {
  const { ask, asked, later } = someAnswers()
  const day = { from: '2026-11-27', to: '2026-11-27' }
  const told = await Promise.all([
    ask('bookings.board', day, '10:10:'),
    ask('bookings.board', day, '10:10:'),
    ask('bookings.board', { ...day, to: '2026-11-28' }, '10:10:'),
    ask('bookings.board', day, '10:11:'),
    ask('bookings.board', day, '10:11:', 'coordinator'),
  ])
  expect(told).toEqual([1, 1, 2, 3, 4].map((times) => JSON.stringify({ ok: true, value: [times] })))
  expect(await ask('bookings.board', day, '10:11:')).toBe(told[3])
  later('2026-11-27T09:00:01.000Z')
  expect(await ask('bookings.board', day, '10:11:')).toBe(JSON.stringify({ ok: true, value: [5] }))
  // Whoever asked first is nobody to the others.
  expect(asked.filter((one) => !one.endsWith(' null'))).toEqual([])
})

test('what is of one person, or longer than most, is not shared', async () => {
  const { ask, asked } = someAnswers()
  expect(await ask('desks.mine', {}, '10:10:')).toBe('null')
  expect(await ask('tickets.list', { text: '差'.repeat(2_000) }, '10:10:')).toBe('null')
  expect(asked).toEqual([])
})

test('whoever is told more of what is theirs is asked for alone, and nobody else is told that', async () => {
  const value = { sessions: [{ listenerId: null }, { listenerId: personId }], total: 2 }
  const { ask, asked } = someAnswers(() => ({ ok: true, value }), [personId])
  await ask('sessions.list', {}, '10:10:')
  await ask('sessions.list', {}, '10:10:')
  expect(asked.map((one) => one.split(' ').at(-1))).toEqual(['null', personId, personId])
})

test('a list of one’s own sessions of which nobody is told more is the one that all are told', async () => {
  const { ask, asked } = someAnswers(() => ({ ok: true, value: { sessions: [{ listenerId: personId }], total: 1 } }))
  await ask('sessions.list', {}, '10:10:')
  await ask('sessions.list', {}, '10:10:')
  expect(asked).toHaveLength(1)
})

test('what was refused is asked for anew', async () => {
  const { ask } = someAnswers((times) =>
    times === 1 ? { ok: false, code: 'hub_busy', detail: {} } : { ok: true, value: null },
  )
  expect(await Promise.all([ask('people.list', {}, '1'), ask('people.list', {}, '1')])).toEqual(
    Array(2).fill('{"ok":false,"code":"hub_busy","detail":{}}'),
  )
  expect(await ask('people.list', {}, '1')).toBe('{"ok":true,"value":null}')
})

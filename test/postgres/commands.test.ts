import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingsService } from '../../electron/services/seats/bookings.ts'
import { GoneMeanwhile } from '../../electron/storage/engine/engine.ts'
import { type PostgresEngine, postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { afterwards, type Query, rows, value, write } from '../../electron/storage/engine/query.ts'
import { type Command, runOnce, sweepCommands, sweepLongAnswers } from '../../electron/storage/hub/commands.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'

/** Two hubs on one database. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let east: PostgresEngine
let west: PostgresEngine
beforeEach(async () => {
  house = await anOpenRoom()
  east = postgresEngine({ connectionString: house.url })
  west = postgresEngine({ connectionString: house.url })
})
afterEach(async () => {
  await Promise.all([east.close(), west.close()])
  await house.close()
})

const rename = (seat: number) => write('UPDATE seat SET number = number + ? WHERE id = ?', [10, house.seat(seat)])
const numbers = () => rows<{ number: number }>('SELECT number FROM seat ORDER BY number')
const kept = () => house.engine.read(() => value<number>('SELECT count(*) AS value FROM hub_command'))

test('work that asks several times is one transaction: steps see each other, effects wait, and all goes with what throws', async () => {
  const said: string[] = []
  function* told(seat: number): Query<void> {
    yield* rename(seat)
    yield* afterwards(() => said.push(`seat ${seat}`))
  }
  const work = async (ends: () => void) => {
    const failing = function* () {
      yield* told(3)
      throw new Error('only this step')
    }
    // At once, as a service might: they come after one another.
    const steps = [() => told(1), failing, () => told(2)].map((step) => east.transact(step))
    expect((await Promise.allSettled(steps)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    const inside = (await east.read(numbers)).map(({ number }) => number)
    const outside = (await west.read(numbers)).map(({ number }) => number)
    expect([inside, outside, said]).toEqual([[3, 4, 11, 12], [1, 2, 3, 4], []])
    ends()
    return east.within(() => east.transact(() => told(4)))
  }
  const gone = () => {
    throw new Error('all of it')
  }
  await expect(east.within(() => work(gone))).rejects.toThrow('all of it')
  expect([(await west.read(numbers)).map(({ number }) => number), said]).toEqual([[1, 2, 3, 4], []])
  await east.within(() => work(() => {}))
  expect([(await west.read(numbers)).map(({ number }) => number), said]).toEqual([
    [3, 11, 12, 14],
    ['seat 1', 'seat 2', 'seat 4'],
  ])
})

test('work whose obstacle is gone is run anew as a whole, even where it passed over that', async () => {
  let runs = 0
  await east.within(async () => {
    runs += 1
    await east.transact(() => rename(1))
    const obstacle = east.transact(function* () {
      yield* rename(2)
      if (runs === 1) throw new GoneMeanwhile()
    })
    await obstacle.catch(() => {})
  })
  expect([runs, (await west.read(numbers)).map(({ number }) => number)]).toEqual([2, [3, 4, 11, 12]])
})

test('what was left behind by work that is over asks for itself', async () => {
  let later: () => Promise<unknown> = async () => {}
  await east.within(async () => {
    const { AsyncResource } = await import('node:async_hooks')
    later = AsyncResource.bind(() => east.transact(() => rename(1)))
  })
  await later()
  expect((await west.read(numbers)).map(({ number }) => number)).toEqual([2, 3, 4, 11])
})

const command = (change: { deskId?: string; call?: string } = {}) => ({
  ...{ id: '01990000-0000-7000-8000-000000000001', deskId: 'here', call: 'bookings.reserve', at: house.clock.now() },
  ...change,
})
const desk = { isWelcome: true }
/** Whoever asks is welcome. */
const once = <A extends { readonly ok: boolean }>(engine: PostgresEngine, asked: Command, work: () => Promise<A>) =>
  runOnce<typeof desk, never, A>(engine, asked, someDesk, work)
function* someDesk(): Query<typeof desk> {
  yield* rows('SELECT 1')
  return desk
}
const reserveAt = (engine: PostgresEngine, personId: string) => {
  const { reserve } = bookingsService({ engine, clock: house.clock })
  const wish = { personId, companionId: null, purpose: 'listen' as const, seatId: house.seat(1) }
  return async () => reserve({ ...wish, startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }, nobody)
}

test('a command asked for eight times at once at two hubs is done once, and all hear the same', async () => {
  const wang = await house.aPerson('王敏')
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, turn) => {
      const engine = turn % 2 === 0 ? east : west
      return once(engine, command(), reserveAt(engine, wang))
    }),
  )
  expect(answers.map(({ kind }) => kind).sort()).toEqual(['done', ...Array(7).fill('repeated')])
  const heard = new Set(answers.map((got) => ('answer' in got ? JSON.stringify(got.answer) : got.kind)))
  expect(heard.size).toBe(1)
  expect([...heard][0]).toContain('王敏')
})

test('an id that belongs to another desk or to another call does nothing and tells nothing', async () => {
  const wang = await house.aPerson('王敏')
  await once(east, command(), reserveAt(east, wang))
  const never = () => Promise.reject(new Error('done again'))
  expect(await once(west, command({ deskId: 'there' }), never)).toEqual({ kind: 'another_desks' })
  expect(await once(west, command({ call: 'people.add' }), never)).toEqual({ kind: 'another_call' })
})

test('what was refused, or failed, may be asked for again under its id', async () => {
  const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
  const held = await house.aBooking({ person: li })
  const failing = once(east, command(), () => Promise.reject(new Error('the wire broke')))
  await expect(failing).rejects.toThrow('the wire broke')
  const refusal = await once(east, command(), reserveAt(east, wang))
  expect(refusal).toMatchObject({ kind: 'done', answer: { ok: false, code: 'seat_taken' } })
  expect(await kept()).toBe(0)
  await accepted(house.cancel(held.id))
  expect(await once(west, command(), reserveAt(west, wang))).toMatchObject({ kind: 'done', answer: { ok: true } })
  expect(await kept()).toBe(1)
  // A long answer, a conversation say, goes before what was done: nothing is done twice.
  const long = { ...command(), id: house.clock.newId() }
  await once(east, long, async () => ({ ok: true, value: '听'.repeat(5_000) }))
  await house.engine.transact(() => sweepLongAnswers(shanghai('09:00', '2026-09-25')))
  expect(await once(west, long, () => Promise.reject(new Error('done again')))).toEqual({ kind: 'long_ago' })
  // And one that may quote what was heard, however short.
  const quoting = { ...command({ call: 'tickets.open' }), id: house.clock.newId() }
  await once(east, quoting, async () => ({ ok: true, value: '说了想死' }))
  await house.engine.transact(() => sweepLongAnswers(shanghai('09:00', '2026-09-25')))
  expect(await once(west, quoting, () => Promise.reject(new Error('done again')))).toEqual({ kind: 'long_ago' })
  expect(await once(west, command(), reserveAt(west, wang))).toMatchObject({ kind: 'repeated' })
  expect(await kept()).toBe(3)
  await house.engine.transact(() => sweepCommands(house.clock.now()))
  expect(await kept()).toBe(3)
  await house.engine.transact(() => sweepCommands(shanghai('09:00', '2026-09-25')))
  expect(await kept()).toBe(0)
})

test('whoever may not ask any more holds no id, and hears nothing of what was done with it', async () => {
  const wang = await house.aPerson('王敏')
  await once(east, command(), reserveAt(east, wang))
  function* gone(): Query<typeof desk | 'revoked'> {
    yield* rows('SELECT 1')
    return 'revoked'
  }
  const never = () => Promise.reject(new Error('done all the same'))
  for (const asked of [command(), { ...command(), id: '01990000-0000-7000-8000-000000000002' }])
    expect(await runOnce(west, asked, gone, never)).toEqual({ kind: 'unwelcome', why: 'revoked' })
  expect(await kept()).toBe(1)
})

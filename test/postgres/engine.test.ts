import { afterEach, beforeEach, expect, test } from 'vitest'
import { postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { afterwards, type Query, row, rows, step, value, write } from '../../electron/storage/engine/query.ts'
import { someParts } from '../builders/parts.ts'
import { anOpenRoom } from '../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

const add = (id: string, name = '王敏') =>
  write(`INSERT INTO person (id, name, department, role) VALUES (?, ?, '客服部', 'listener')`, [id, name])
const names = () => house.engine.read(() => rows<{ name: string }>('SELECT name FROM person ORDER BY id'))

test('names in camel case come back as they were written, numbers and sums as numbers, true as 1, and JSON as text', async () => {
  await house.engine.transact(() => add('a'))
  const sql = `SELECT id AS personId, version AS seenVersion, (SELECT sum(number) FROM seat) AS sumOfNumbers, NOT EXISTS (SELECT 1 FROM seat WHERE number > :most) AS isSmall,
    CAST('{"startsAt": 1}' AS json) AS givenJson, 'it''s :no ?mark startsAt' AS plainText FROM person`
  expect(await house.engine.read(() => row(sql, { most: 90 }))).toEqual({
    ...{ personId: 'a', seenVersion: 0, sumOfNumbers: 10, isSmall: 1 },
    ...{ givenJson: '{"startsAt": 1}', plainText: `it's :no ?mark startsAt` },
  })
})

test('a step that is refused is taken back with its effects, and the transaction goes on', async () => {
  const done: string[] = []
  function* twice(): Query<void> {
    yield* add('a')
    yield* afterwards(() => done.push('kept'))
    try {
      yield* step(
        (function* () {
          yield* afterwards(() => done.push('taken back'))
          yield* add('b')
          yield* add('a', '又一个')
        })(),
      )
    } catch {
      yield* add('c', '李强')
    }
    expect(done).toEqual([])
  }
  await house.engine.transact(twice)
  expect(await names()).toEqual([{ name: '王敏' }, { name: '李强' }])
  expect(done).toEqual(['kept'])
})

test('what throws leaves nothing behind, and comes out', async () => {
  const done: string[] = []
  function* failing(): Query<void> {
    yield* add('a')
    yield* afterwards(() => done.push('never'))
    throw new Error('decided otherwise')
  }
  await expect(house.engine.transact(failing)).rejects.toThrow('decided otherwise')
  expect([await names(), done]).toEqual([[], []])
})

test.each(['a PostgreSQL', 'the desk’s own file'])(
  'what comes to a refusal in %s leaves nothing behind, and is answered',
  async (where) => {
    const desk = someParts()
    const engine = where === 'a PostgreSQL' ? house.engine : desk.parts.engine
    const done: string[] = []
    function* refusing(): Query<unknown> {
      yield* add('a')
      yield* afterwards(() => done.push('never'))
      return { ok: false, code: 'lapsed', detail: { since: 1 } }
    }
    expect(await engine.transact(refusing)).toEqual({ ok: false, code: 'lapsed', detail: { since: 1 } })
    expect([await engine.read(() => rows('SELECT name FROM person')), done]).toEqual([[], []])
    desk.close()
  },
)

test('a refusal takes back its own step of a command that goes on', async () => {
  const command = postgresEngine({ connectionString: house.url })
  await command.within(async () => {
    await command.transact(() => add('a'))
    await command.transact(function* () {
      yield* add('b', '李强')
      return { ok: false }
    })
  })
  await command.close()
  expect(await names()).toEqual([{ name: '王敏' }])
})

test('what PostgreSQL refused outside a step is never taken for done, even where somebody passes over it', async () => {
  const done: string[] = []
  function* passingOver(): Query<void> {
    yield* afterwards(() => done.push('never'))
    yield* add('a')
    try {
      yield* add('a', '又一个')
    } catch {}
  }
  await expect(house.engine.transact(passingOver)).rejects.toThrow('taken back')
  expect([await names(), done]).toEqual([[], []])
})

test('a connection that breaks in the middle fails its own transaction, and the next gets another connection', async () => {
  await house.engine.transact(() => add('a'))
  const breaking = house.engine.transact(function* () {
    yield* add('b', '李强')
    yield* rows('SELECT pg_terminate_backend(pg_backend_pid())')
  })
  await expect(breaking).rejects.toThrow('terminat')
  await house.engine.transact(() => add('c', '赵云'))
  expect(await names()).toEqual([{ name: '王敏' }, { name: '赵云' }])
})

test('a read sees one moment, and cannot write', async () => {
  const count = 'SELECT count(*) AS value FROM person'
  function* twice() {
    const before = yield* value<number>(count)
    return [before, yield* value<number>(count)]
  }
  const seen = house.engine.read(twice)
  await house.engine.transact(() => add('a'))
  const [before, after] = await seen
  expect(before).toBe(after)
  await expect(house.engine.read(() => add('b'))).rejects.toThrow('read-only')
})

test('of two transactions in each other’s way PostgreSQL ends one, which is run anew: both are done, each once', async () => {
  await house.engine.transact(function* () {
    yield* add('a', '零')
    yield* add('b', '零')
  })
  let arrived = 0
  let go = () => {}
  const both = new Promise<void>((resolve) => {
    go = resolve
  })
  const rename = (id: string) => write(`UPDATE person SET name = name || '+' WHERE id = ?`, [id])
  /** Each holds one row and waits until the other holds the other one. */
  const crossing = (first: string, second: string) => {
    let runs = 0
    return house.engine.transact(function* () {
      runs += 1
      yield* rename(first)
      if (runs === 1) {
        arrived += 1
        if (arrived === 2) go()
        yield* meeting(both)
      }
      yield* rename(second)
      return runs
    })
  }
  const runs = await Promise.all([crossing('a', 'b'), crossing('b', 'a')])
  expect(runs.toSorted()).toEqual([1, 2])
  expect(await names()).toEqual([{ name: '零++' }, { name: '零++' }])

  /** Passes when both have come, by asking the server for nothing until then. */
  function* meeting(until: Promise<void>): Query<void> {
    let isThere = false
    void until.then(() => {
      isThere = true
    })
    while (!isThere) yield* rows('SELECT 1')
  }
})

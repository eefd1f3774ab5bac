import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hubRetention } from '../../electron/compose/hub-retention.ts'
import { deleteDue } from '../../electron/services/retention/deleting.ts'
import { retentionService } from '../../electron/services/retention/retention.ts'
import { type PostgresEngine, postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { greetDesk } from '../../electron/storage/hub/desks.ts'
import { takeOverOfSentAway } from '../../electron/storage/hub/late-words.ts'
import { layDown } from '../../electron/storage/hub/uploaded-rows.ts'
import { seeDay } from '../../electron/storage/retention/clock-runs.ts'
import { connectionTo } from '../builders/connection.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, nobody } from '../builders/seats.ts'

/** Two hubs over one database, and somebody who looks into it. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hubs: PostgresEngine[]
let database: Client
beforeEach(async () => {
  house = await anOpenRoom()
  hubs = [postgresEngine({ connectionString: house.url }), postgresEngine({ connectionString: house.url })]
  database = await connectionTo(house.url)
  await house.engine.transact(() => seeDay(house.clock.now()))
})
afterEach(async () => {
  await database.end()
  await Promise.all(hubs.map((hub) => hub.close()))
  await house.close()
})

const LONG_AGO = '2026-07-30T02:00:00.000Z'
const rows = async (sql: string) => (await database.query(sql)).rows as Record<string, unknown>[]

async function aRule(kind: 'notes' | 'sealed') {
  const rules = JSON.stringify({ [kind]: { days: 30, startsOn: '2026-01-01' } })
  await database.query(`INSERT INTO retention_rules (only_row, rules_json, version) VALUES (1, $1, 1)`, [rules])
}
const notCounted = () => database.query('DELETE FROM counted_day')
/** Heard whole, with one note in one call, before days were counted. */
async function anOldSession(id: string) {
  await database.query(`INSERT INTO session (id, purpose, started_at, ended_at) VALUES ($1, 'listen', $2, $2)`, [
    id,
    LONG_AGO,
  ])
  await database.query(
    `INSERT INTO call (id, session_id, number, started_at, session_ms) VALUES ('call of ' || $1, $1, 1, $2, 0)`,
    [id, LONG_AGO],
  )
  await database.query(
    `INSERT INTO note (id, call_id, kind, text, offset_ms, created_at, version)
      VALUES ('note of ' || $1, 'call of ' || $1, 'voice', '听见的话', 0, $2, 0)`,
    [id, LONG_AGO],
  )
  await notCounted()
}
/** Closed, and something of it sealed, before days were counted. */
async function anOldCase(id: string) {
  await database.query(`INSERT INTO life_case (id, origin, raised_at) VALUES ($1, 'key', $2)`, [id, LONG_AGO])
  await database.query(
    `INSERT INTO life_event (id, case_id, at, what, which) VALUES ('end of ' || $1, $1, $2, 'closed', 'safe')`,
    [id, LONG_AGO],
  )
  await database.query(
    `INSERT INTO life_sealed (id, case_id, at, what, is_encrypted, payload) VALUES ('sealed of ' || $1, $1, $2, 'details', 0, '{}')`,
    [id, LONG_AGO],
  )
  await notCounted()
}
const bothDelete = () => hubs.map((engine) => deleteDue({ engine, clock: house.clock }, { isHeldOff: () => false }))

test.each([
  ['a case', 'sealed', anOldCase, 'life_sealed'],
  ['a session', 'notes', anOldSession, 'note'],
] as const)(
  'two hubs that delete %s at one moment delete it once, and write it down once',
  async (_, kind, old, table) => {
    await old('1')
    await aRule(kind)
    const holder = await connectionTo(house.url)
    // What goes is held, so that both hubs are in the middle of it.
    await holder.query(`BEGIN; SELECT 1 FROM ${table} FOR UPDATE`)
    const both = bothDelete()
    await expect
      .poll(async () => {
        const sql = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
        return (await rows(sql)).length
      }, patience)
      .toBe(2)
    await holder.query('COMMIT')
    await holder.end()
    expect((await Promise.all(both)).sort()).toEqual([0, 1])
    expect(await rows(`SELECT 1 FROM ${table}`)).toEqual([])
    expect(await rows('SELECT kind, items::int, words::int FROM retention_ledger')).toEqual([
      { kind, items: 1, words: 1 },
    ])
  },
)

const log = { info: () => {}, warn: () => {}, error: () => {} }
const retentionOf = (engine: PostgresEngine) => hubRetention({ engine, clock: house.clock, log, changed: () => {} })

test('a hub whose clock jumped takes nothing over from a desk that was sent away a moment ago', async () => {
  const personId = await house.aPerson('陈静')
  const now = house.clock.now()
  await database.query(
    `INSERT INTO desk (id, person_id, name, token_hash, made_at, revoked_at) VALUES ('east', $1, '东', 'a', $2, $2)`,
    [personId, now],
  )
  await anOldSession('1')
  await database.query(`UPDATE session SET desk_id = 'east', ended_at = NULL`)
  await aRule('notes')
  const [hub] = hubs as [PostgresEngine]
  const retention = retentionOf(hub)
  const session = () => rows('SELECT ended_at AS ended, handed_over_at AS up FROM session')
  house.clock.step(30 * 86_400_000)
  await retention.run()
  expect(await session()).toEqual([{ ended: null, up: null }])
  for (let day = 1; day < 6; day += 1) {
    house.clock.step(86_400_000)
    await retention.run()
  }
  await retention.stop()
  expect(await session()).toMatchObject([{ ended: LONG_AGO, up: house.clock.now() }])
})

test('that a hub could not delete all that is due is told by it until a run gets through, not one that waits for the clock', async () => {
  await anOldSession('1')
  await aRule('notes')
  const [hub] = hubs as [PostgresEngine]
  let changes = 0
  const { clock } = house
  const retention = hubRetention({ engine: hub, clock, log, changed: () => (changes += 1) })
  const told = async () => {
    const due = await accepted(retentionService({ engine: hub, clock }, retention.failedAt).due({}, nobody))
    return [due.failedAt, changes]
  }
  await database.query(`CREATE FUNCTION full_disk() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'as where the disk is full'; END $$
    LANGUAGE plpgsql; CREATE TRIGGER full_disk BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION full_disk()`)
  await retention.run()
  const failedAt = clock.now()
  expect(await told()).toEqual([failedAt, 1])
  await database.query('DROP TRIGGER full_disk ON note')
  clock.step(60 * 86_400_000)
  await retention.run()
  expect(await told()).toEqual([failedAt, 1])
  for (let day = 1; day < 8; day += 1) {
    clock.step(86_400_000)
    await retention.run()
  }
  await retention.stop()
  expect(await told()).toEqual([null, 2])
  expect(await rows('SELECT id FROM note')).toEqual([])
})

test('the last that is known of a session taken over gives way to the end that its desk tells later, and to no earlier one', async () => {
  const id = '01990000-0000-7000-8000-000000000001'
  const now = house.clock.now()
  await database.query(
    `INSERT INTO desk (id, person_id, name, token_hash, made_at, revoked_at) VALUES ('east', $1, '东', 'a', $2, $2)`,
    [await house.aPerson('陈静'), LONG_AGO],
  )
  await anOldSession(id)
  await database.query(`UPDATE session SET desk_id = 'east', ended_at = NULL`)
  expect(await house.engine.transact(() => takeOverOfSentAway(now, now))).toBe(1)
  const ended = async () => (await rows('SELECT ended_at AS ended FROM session'))[0]?.ended
  expect(await ended()).toBe(LONG_AGO)
  // It was let in again, and its sessions are its own.
  await database.query('UPDATE desk SET revoked_at = NULL')
  await house.engine.transact(() => greetDesk('east', now))
  const tells = (ended_at: string) => {
    const heard = { id, booking_id: null, seat_number: null, listener_id: null, purpose: 'listen', ended_at }
    const entries = [{ table: 'session', row: { ...heard, started_at: LONG_AGO } } as const]
    const told = { deskId: 'east', generation: 1, entries, at: now, newId: house.clock.newId }
    return house.engine.transact(() => layDown(told))
  }
  const truly = '2026-07-30T02:40:00.000Z'
  expect(await tells(truly)).toEqual({ ok: true })
  expect(await ended()).toBe(truly)
  expect(await tells('2026-07-30T02:10:00.000Z')).toEqual({ ok: true })
  expect(await ended()).toBe(truly)
})

test('answers that quote what went are forgotten by the next hub, where the one that deleted was killed before it did', async () => {
  await anOldSession('1')
  await aRule('notes')
  const answered = (id: string, at: string) =>
    database.query(
      `INSERT INTO hub_command (id, desk_id, call, at, answer_json) VALUES ($1, 'east', 'notes.add', $2, '"听见的话"')`,
      [id, at],
    )
  await answered('old', LONG_AGO)
  // It is killed when it has deleted, and nothing else.
  const [killed, next] = hubs as [PostgresEngine, PostgresEngine]
  expect(await deleteDue({ engine: killed, clock: house.clock }, { isHeldOff: () => false })).toBe(1)
  house.clock.advance(3_600_000)
  await answered('later', house.clock.now())
  const retention = retentionOf(next)
  await retention.run()
  await retention.stop()
  expect(await rows('SELECT id FROM hub_command WHERE answer_json IS NOT NULL')).toEqual([{ id: 'later' }])
})

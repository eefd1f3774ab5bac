import { createServer } from 'node:net'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { row, rows, value } from '../../electron/storage/engine/query.ts'
import { readRoom } from '../../electron/storage/house/room.ts'
import { openHubDatabase } from '../../electron/storage/hub/open-hub.ts'
import { hubMigrations } from '../../electron/storage/migrations/hub-migrations.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { aDatabaseOnServer, asked } from '../builders/engine.ts'

/** A database that is emptied before each test as if nobody had used it. */
let url: string
beforeAll(async () => {
  url = await aDatabaseOnServer('_opened')
})
beforeEach(() => asked(url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public'))

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function open(address = url, steps = hubMigrations) {
  const opened = await openHubDatabase(address, systemClock, { steps })
  if (opened.ok) closing.push(opened.engine.close)
  return opened
}
async function openWell(steps = hubMigrations) {
  const opened = await open(url, steps)
  if (!opened.ok) throw new Error(opened.code)
  return opened
}
const latest = hubMigrations.at(-1)?.version ?? 0
const withStep = (sql: string) => [...hubMigrations, { version: latest + 1, name: 'next', sql }]

test('of three hubs that start at once over an empty database one makes it, and all are the same hub', async () => {
  const opened = await Promise.all([openWell(), openWell(), openWell()])
  expect(opened.map(({ upgradedFrom }) => upgradedFrom).sort()).toEqual([0, null, null])
  expect(new Set(opened.map(({ hubId }) => hubId)).size).toBe(1)
  const { engine, hubId } = opened[0]
  expect((await engine.read(readRoom)).seats).toHaveLength(4)
  expect((await openWell()).hubId).toBe(hubId)
})

test('steps are taken whole or not at all, and a hub that does not know them refuses', async () => {
  const { hubId } = await openWell()
  await expect(open(url, withStep('CREATE TABLE later (id plain); SELECT 1 / 0'))).rejects.toThrow('division by zero')
  const steps = withStep('CREATE TABLE later (id plain)')
  expect(await openWell(steps)).toMatchObject({ hubId, upgradedFrom: latest })
  expect(await openWell(steps)).toMatchObject({ hubId, upgradedFrom: null })
  const detail = { found: latest + 1, known: latest }
  expect(await open()).toEqual({ ok: false, code: 'newer', detail })
})

test('a database in which somebody else keeps something is left as it is', async () => {
  await asked(url, 'CREATE TABLE hub (id int); CREATE EXTENSION btree_gist')
  expect(await open()).toEqual({ ok: false, code: 'not_earshots', detail: { table: 'hub' } })
  await expect(asked(url, 'SELECT * FROM person')).rejects.toThrow('does not exist')
})

test('whatever keeps a hub from its database has a name', async () => {
  const changed = (change: (address: URL) => void): string => {
    const address = new URL(url)
    change(address)
    return address.href
  }
  const mute = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((resolve) => mute.once('listening', resolve))
  const { port } = mute.address() as { port: number }
  closing.push(async () => void mute.close())
  await asked(
    url,
    `DROP ROLE IF EXISTS earshot_test_guest; CREATE ROLE earshot_test_guest LOGIN PASSWORD 'guest'; GRANT USAGE ON SCHEMA public TO public`,
  )
  closing.push(() => asked(url, 'DROP ROLE earshot_test_guest'))
  const addresses = {
    bad_address: 'mysql://here/earshot',
    unreachable: changed((address) => Object.assign(address, { port: 1 })),
    no_such_database: changed((address) => Object.assign(address, { pathname: 'earshot_test_nowhere' })),
    not_allowed: changed((address) => Object.assign(address, { username: 'earshot_test_guest', password: 'guest' })),
  }
  for (const [code, address] of Object.entries(addresses))
    expect(await open(address)).toMatchObject({ ok: false, code })
  const silent = changed((address) => Object.assign(address, { port, search: 'connect_timeout=0.2' }))
  expect(await open(silent)).toMatchObject({ ok: false, code: 'unreachable' })
})

test('a hub waits for nothing for ever, and says who it is', async () => {
  const { engine } = await openWell()
  const settings = await engine.read(() =>
    row(`SELECT current_setting('application_name') AS name, current_setting('statement_timeout') AS statement,
      current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle`),
  )
  expect(settings).toEqual({ name: 'earshot-hub', statement: '30s', lock: '10s', idle: '1min' })
  expect(await engine.read(() => value('SELECT count(*) AS value FROM hub_feed'))).toBeGreaterThan(0)
})

test('tickets that were withdrawn before their words went with them lose those with the step to 32', async () => {
  await openWell(hubMigrations.filter(({ version }) => version < 32))
  await asked(
    url,
    `INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name, opened_at, due_at, withdrawn_at)
      VALUES ('gone', '他说他想跳下去', 'coupon', 4, 'hours', 1, 'unclaimed', '', '李雷', '2026', '2026', '2026'),
        ('stands', '降价', 'coupon', 4, 'hours', 1, 'unclaimed', '', '李雷', '2026', '2026', NULL);
    INSERT INTO ticket_event (id, ticket_id, at, what, remark, before_json) VALUES
      ('a', 'gone', '2026', 'moved', '他说他想跳下去', '{}'), ('b', 'stands', '2026', 'moved', '降价', '{}')`,
  )
  const { engine } = await openWell()
  const all = (sql: string) => engine.read(() => rows(sql))
  expect(await all('SELECT title, owner_name FROM ticket ORDER BY id')).toEqual([
    { title: '—', owner_name: null },
    { title: '降价', owner_name: '李雷' },
  ])
  expect(await all('SELECT remark, before_json FROM ticket_event ORDER BY id')).toEqual([
    { remark: null, before_json: null },
    { remark: '降价', before_json: '{}' },
  ])
})

test('a case that was raised before its call and sealed it is of that call since the step to 41, and that is told', async () => {
  await openWell(hubMigrations.filter(({ version }) => version < 41))
  await asked(
    url,
    `INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', '2026');
    INSERT INTO call (id, session_id, number, started_at, ended_at, session_ms) VALUES
      ('c', 's', 1, '2026', '2026', 0), ('d', 's', 2, '2026', '2026', 0);
    INSERT INTO life_case (id, session_id, call_id, origin, raised_at) VALUES
      ('alone', NULL, NULL, 'key', '2026'), ('named', 's', 'd', 'key', '2026'), ('sealing', NULL, NULL, 'key', '2026');
    INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES ('c', 'sealing', '2026'), ('d', 'named', '2026');
    DELETE FROM hub_feed`,
  )
  const { engine } = await openWell()
  const all = (sql: string) => engine.read(() => rows(sql))
  expect(await all('SELECT id, session_id, call_id FROM life_case ORDER BY id')).toEqual([
    { id: 'alone', session_id: null, call_id: null },
    { id: 'named', session_id: 's', call_id: 'd' },
    { id: 'sealing', session_id: 's', call_id: 'c' },
  ])
  expect(await all(`SELECT what FROM hub_feed`)).toEqual([{ what: 'life_case' }])
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { heardTables } from '../../electron/team/wire.ts'
import { allEnded } from '../builders/all-ended.ts'
import { bundled } from '../builders/bundled.ts'
import { connectionTo } from '../builders/connection.ts'
import { aCuttingWire } from '../builders/cutting-wire.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { aMemberOfHub } from '../builders/member-of-hub.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'

/** A real hub on a real PostgreSQL, and desks with files of their own on real sockets. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
let database: Client
let surprises: string[]
const ends: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  house = await anOpenRoom()
  surprises = []
  const log = { info: () => {}, warn: () => {}, error: (_told: string, reference: string) => surprises.push(reference) }
  hub = await aHub(house.url, { clock: house.clock, log })
  database = await connectionTo(house.url)
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await database.end()
  await hub.close()
  await house.close()
})

type Desk = ReturnType<typeof aMemberOfHub>

async function aDesk(name: string, breaksAt: (from: 'desk' | 'hub') => boolean = () => false, mostRows?: number) {
  const joined = await hub.joined({ role: 'note_taker' }, name)
  const wire = await aCuttingWire(hub.host, breaksAt)
  const desk = aMemberOfHub(joined, wire.address, mostRows)
  ends.push(wire.close, desk.close)
  return { ...desk, deskId: joined.deskId }
}

/** Where a hub keeps no order of happening. */
const ORDERS: Readonly<Record<string, string>> = {
  ...{ listening_gap: 'from_ms', conversation: 'call_id', silver_hair: 'call_id', call_agent: 'call_id' },
  ...{ conversation_taken: 'call_id', meeting: 'id', meeting_line: 'id', thanks: 'id' },
}

/** What is in a table of the desk, and in the hub's of the same session, by the columns that a desk has, in the order of happening. */
async function bothOf(desk: Desk, sessionId: string) {
  const here: Record<string, unknown[]> = {}
  const there: Record<string, unknown[]> = {}
  for (const table of heardTables.filter((one) => one !== 'booking_event')) {
    const rows = desk.db.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all() as Record<string, unknown>[]
    here[table] = rows
    const names = (desk.db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]).join(', ')
    const order = ORDERS[table] ?? 'rowid'
    const of = { session: 'id', call: 'session_id', listening_gap: 'session_id' }[table as string]
    const ofCall = 'call_id IN (SELECT id FROM call WHERE session_id = $1)'
    const ofMeeting = `meeting_id IN (SELECT id FROM meeting WHERE ${ofCall})`
    const where = table === 'meeting_line' ? ofMeeting : of === undefined ? ofCall : `${of} = $1`
    const found = await database.query(`SELECT ${names} FROM ${table} WHERE ${where} ORDER BY ${order}`, [sessionId])
    there[table] = found.rows.map((row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, likeSqlite(name, value)])),
    )
  }
  return { here, there }
}
function likeSqlite(name: string, value: unknown): unknown {
  if (name.endsWith('_json') && value !== null) return JSON.stringify(value)
  return typeof value === 'string' && /^(version|.*_ms|number)$/.test(name) ? Number(value) : value
}
const handedOver = async (sessionId: string) =>
  (await database.query('SELECT handed_over_at, desk_id FROM session WHERE id = $1', [sessionId])).rows[0]

test('an hour is noted without the hub, the clock set back on the way: then its rows are on the hub in their order, once', async () => {
  const desk = await aDesk('陈静')
  // So that the hub's people are known here.
  const first = desk.connects()
  await first.mirror.catchUp()
  await vi.waitFor(() => expect(desk.db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(1), patience)
  await first.disconnects()

  const sessionId = await desk.anHour()
  const { uploader } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  const { here, there } = await bothOf(desk, sessionId)
  expect(there).toEqual(here)
  expect(here.note?.length).toBe(60)
  expect([here.meeting?.length, here.meeting_line?.length]).toEqual([1, 3])
  expect(await handedOver(sessionId)).toMatchObject({ desk_id: desk.deskId, handed_over_at: expect.any(String) })
  expect(uploader.isUp(sessionId)).toBe(true)

  // Sent once more, as from a copy that was restored: nothing is there twice, and nothing is refused.
  desk.db.exec('DROP TABLE journal; DELETE FROM handed_over')
  for (const name of desk.db.prepare('SELECT name FROM sqlite_temp_schema').pluck().all() as string[])
    desk.db.exec(`DROP TRIGGER ${name}`)
  desk.belongs()
  const again = desk.connects()
  expect(again.uploader.progress().rows).toBeGreaterThan(100)
  await vi.waitFor(() => expect(again.uploader.progress().rows).toBe(0), patience)
  expect((await bothOf(desk, sessionId)).there).toEqual(here)
})

test('the wire breaks at every message in turn, either way: the same rows come to be there, once', async () => {
  let passed = 0
  let breakAt = 1
  const desk = await aDesk(
    '周宁',
    () => {
      passed += 1
      if (passed < breakAt) return false
      passed = 0
      breakAt += 1
      return true
    },
    40,
  )
  const sessionId = await desk.anHour(null)
  const { uploader } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  const { here, there } = await bothOf(desk, sessionId)
  expect(there).toEqual(here)
  expect(breakAt).toBeGreaterThan(5)
  expect(await handedOver(sessionId)).toMatchObject({ handed_over_at: expect.any(String) })
})

test('the desk is killed in the middle of every few lots: each start goes on, and the same rows come to be there, once', async () => {
  const program = await bundled({ child: join(import.meta.dirname, 'upload-child.ts') })
  ends.push(async () => program.remove())
  const joined = await hub.joined({ role: 'note_taker' }, '吴迪')
  const desk = aMemberOfHub(joined, new URL(`http://${hub.host}/`))
  ends.push(desk.close)
  const sessionId = await desk.anHour(null)
  const args = [
    join(program.path, 'child.js'),
    desk.parts.databasePath,
    `http://${hub.host}/`,
    joined.hub.id,
    joined.token,
  ]
  let kills = 0
  for (let isDone = false; !isDone; ) {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'close')
    let lots = 0
    createInterface(child.stdout).on('line', (line) => {
      isDone ||= line === 'done'
      lots += 1
      // Right after it says so: the lot is on its way, or laid down, or taken off.
      if (isDone || lots === 4) child.kill('SIGKILL')
    })
    await ended
    if (!isDone) kills += 1
  }
  const { here, there } = await bothOf(desk, sessionId)
  expect(there).toEqual(here)
  expect(kills).toBeGreaterThan(1)
  expect(await handedOver(sessionId)).toMatchObject({ handed_over_at: expect.any(String) })
})

test('a booking that is taken and ended without the hub is so there too, unless it was cancelled meanwhile', async () => {
  const [taken, cancelled] = [
    await house.aBooking({ person: await house.aPerson('王敏'), from: '09:00', to: '10:00' }),
    await house.aBooking({ person: await house.aPerson('李强'), seat: 2, from: '09:00', to: '10:00' }),
  ]
  const desk = await aDesk('陈静')
  const first = desk.connects()
  await vi.waitFor(async () => {
    await first.mirror.catchUp()
    expect(desk.db.prepare('SELECT count(*) FROM booking').pluck().get()).toBe(2)
  }, patience)
  await first.disconnects()
  for (const { id } of [taken, cancelled]) {
    const session = await accepted(
      desk.sessions.start({ bookingId: id, listenerId: null, purpose: 'listen' }, desk.asker),
    )
    desk.clock.advance(60_000)
    await accepted(desk.sessions.end({ sessionId: session.id }, desk.asker))
  }
  await house.cancel(cancelled.id)
  const { uploader, mirror } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  const states = async () => {
    const { rows } = await database.query('SELECT id, state FROM booking ORDER BY starts_at, id')
    return new Map(rows.map((row: { id: string; state: string }) => [row.id, row.state]))
  }
  expect([(await states()).get(taken.id), (await states()).get(cancelled.id)]).toEqual(['done', 'cancelled'])
  await vi.waitFor(async () => {
    await mirror.catchUp()
    const here = desk.db.prepare('SELECT id, state FROM booking').all() as { id: string; state: string }[]
    expect(new Map(here.map(({ id, state }) => [id, state]))).toEqual(await states())
  }, patience)
})

test('what all desks share is on the desk as on the hub, whatever was done meanwhile', async () => {
  const desk = await aDesk('陈静')
  const { mirror } = desk.connects()
  const [one, other] = [
    await house.aPerson('赵一', { employeeNumber: '1' }),
    await house.aPerson('钱二', { employeeNumber: '2' }),
  ]
  const [early, late] = [
    await house.aBooking({ person: one, seat: 1, from: '10:00', to: '11:00' }),
    await house.aBooking({ person: other, seat: 2, from: '10:00', to: '11:00' }),
  ]
  await mirror.catchUp()
  await house.move(early.id, { seat: 3, from: '10:00', to: '11:00' })
  await house.move(late.id, { seat: 1, from: '10:00', to: '11:00' })
  await accepted(house.people.remove({ personId: await house.aPerson('孙三'), seenVersion: null }, { personId: null }))
  house.clock.set(shanghai('09:10'))
  await vi.waitFor(async () => {
    await mirror.catchUp()
    for (const table of ['person', 'seat', 'booking', 'issue_type'])
      expect(desk.db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()).toEqual(
        (await database.query(`SELECT * FROM ${table} ORDER BY id`)).rows.map((row: Record<string, unknown>) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value]),
          ),
        ),
      )
  }, patience)
})
const NUMBERS = new Set(['version', 'number', 'digit', 'limit_amount'])

test('what the hub fails at stays with its session and a reference, holds up nothing else, and goes up once the hub is mended', async () => {
  const desk = await aDesk('陈静')
  const [first, second] = [await desk.anHour(null), await desk.anHour(null)]
  const callId = desk.db.prepare('SELECT id FROM call WHERE session_id = ? AND number = 3').pluck().get(first)
  await database.query(`CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'nobody foresaw it'; END $$;
    CREATE TRIGGER fails BEFORE INSERT ON note FOR EACH ROW WHEN (NEW.call_id = '${callId}') EXECUTE FUNCTION fails()`)
  const { uploader, disconnects } = desk.connects()
  await vi.waitFor(async () => expect(await handedOver(second)).toBeDefined(), patience)
  expect(await uploader.drained()).toBe('set_aside')
  const [waiting, ...rest] = uploader.waiting()
  expect(rest).toEqual([])
  expect(waiting).toMatchObject({ group: first, aside: { why: 'failed', reference: surprises.at(-1) } })
  expect((await bothOf(desk, first)).there.note).toEqual([])
  await disconnects()
  await database.query('DROP TRIGGER fails ON note')
  const again = desk.connects()
  await vi.waitFor(() => expect(again.uploader.progress().rows).toBe(0), patience)
  expect((await bothOf(desk, first)).there.note).toHaveLength(60)
  expect(await handedOver(first)).toMatchObject({ handed_over_at: expect.any(String) })
})

test('a hub that was put back from a copy is told once more what it lost, of a session in the middle too, and nothing else', async () => {
  const desk = await aDesk('罗佳')
  const { uploader, mirror, disconnects } = desk.connects()
  const isAllUp = (sender: typeof uploader) => vi.waitFor(() => expect(sender.progress().rows).toBe(0), patience)
  const [kept, half, lost] = [await desk.anHour(), await desk.anHour(), await desk.anHour()]
  await isAllUp(uploader)
  await allEnded(house.engine)
  await mirror.catchUp()
  await disconnects()
  // As the copy had it: everything of one, the beginning of one, nothing of one.
  const calls = `(SELECT id FROM call WHERE session_id IN ('${half}', '${lost}'))`
  const ofCalls = heardTables.filter(
    (table) => !/^(session|call|booking_event|listening_gap|meeting_line)$/.test(table),
  )
  await database.query(`SET session_replication_role = replica;
    DELETE FROM meeting_line WHERE meeting_id IN (SELECT id FROM meeting WHERE call_id IN ${calls});
    ${ofCalls.map((table) => `DELETE FROM ${table} WHERE call_id IN ${calls};`).join(' ')}
    DELETE FROM call WHERE session_id = '${lost}'; DELETE FROM session WHERE id = '${lost}';
    UPDATE session SET ended_at = NULL, handed_over_at = NULL WHERE id = '${half}'`)
  // It is another history, and the booking of the lost one was made after the copy.
  const [, ...place] = JSON.parse(String(desk.db.prepare('SELECT cursor FROM mirror').pluck().get())) as string[]
  desk.db.prepare('UPDATE mirror SET cursor = ?').run(JSON.stringify(['another', ...place]))
  desk.db.pragma('foreign_keys = OFF')
  desk.db.prepare('UPDATE main.session SET booking_id = ? WHERE id = ?').run(desk.clock.newId(), lost)
  desk.db.exec(`DELETE FROM journal; CREATE TEMP TABLE told (group_id TEXT PRIMARY KEY);
    CREATE TEMP TRIGGER tells AFTER INSERT ON main.journal BEGIN INSERT OR IGNORE INTO told VALUES (NEW.group_id); END`)

  const again = desk.connects()
  await vi.waitFor(async () => expect((await handedOver(lost))?.handed_over_at).toBeTruthy(), patience)
  await isAllUp(again.uploader)
  for (const sessionId of [half, lost]) {
    const ofSession = 'SELECT count(*) FROM note JOIN call ON call.id = note.call_id WHERE session_id ='
    const { there } = await bothOf(desk, sessionId)
    expect(there.note).toHaveLength(Number(desk.db.prepare(`${ofSession} ?`).pluck().get(sessionId)))
    expect([there.call?.length, there.meeting_line?.length]).toEqual([6, 3])
    expect(await handedOver(sessionId)).toMatchObject({ desk_id: desk.deskId, handed_over_at: expect.any(String) })
  }
  expect(desk.db.prepare('SELECT group_id FROM told').pluck().all().sort()).toEqual([half, lost].sort())
  expect([kept, half, lost].map(again.uploader.isUp)).toEqual([true, true, true])
  expect(surprises).toEqual([])
})

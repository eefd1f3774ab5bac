import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Client } from 'pg'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bytesOf } from '../builders/bytes-of.ts'
import { connectionTo } from '../builders/connection.ts'
import { accepted } from '../builders/console.ts'
import { aHubProcess, endHub, type HubProcess } from '../builders/hub-process.ts'
import { patience } from '../builders/patience.ts'
import { seatsOf } from '../builders/rooms.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'
import { aWire, type Wire } from '../builders/wire.ts'

/** A desk that worked alone, and a hub in a process of its own, which is killed. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: HubProcess
let wire: Wire
/** Of the test: one to look into the hub's database, the other to hold what the hub waits for. */
let database: Client
let holder: Client
const { aDesk } = teamsOfTests()
beforeEach(async () => {
  house = await anOpenRoom()
  hub = await started({ isFirst: true })
  wire = await aWire({ host: '127.0.0.1', port: hub.port })
  database = await connectionTo(house.url)
  holder = await connectionTo(house.url)
})
afterEach(async () => {
  await wire.close()
  await endHub(hub)
  await holder.end()
  await database.end()
  await house.close()
})

type Desk = Awaited<ReturnType<typeof aDesk>>
/** Here the hub waits until the test lets go, however busy the machine. */
const started = (wish: { isFirst?: boolean; port?: number }) =>
  aHubProcess({ database: `${house.url}?lock_timeout=60000`, ...wish })
const rows = async (sql: string) => (await database.query(sql)).rows as Record<string, unknown>[]
const ids = async (table: string) => (await rows(`SELECT id FROM ${table} ORDER BY id`)).map(({ id }) => id)
const someoneWaits = () =>
  expect
    .poll(async () => {
      const sql = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
      return (await rows(sql)).length
    }, patience)
    .toBeGreaterThan(0)
const isDone = ({ client }: Desk) =>
  vi.waitFor(async () => {
    const status = await accepted(client.bringAlong.status({}))
    expect(status).toMatchObject({ stage: 'done', work: null, failure: null })
  }, patience)

/** A session of three calls with two notes each, and a ticket of the first one. */
async function anHourAlone({ client }: Desk, listenerId: string | null, title: string) {
  const session = await accepted(client.sessions.start({ bookingId: null, listenerId, purpose: 'listen' }))
  const noteIds: string[] = []
  for (const said of ['降价补差没有人告诉过我', '发货慢了一周', '退款还没有到']) {
    const call = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: null }))
    for (const kind of ['voice', 'view'] as const) {
      noteIds.push(v7())
      const words = { kind, text: said, offsetMs: 0, issueTypeId: null }
      await accepted(client.notes.add({ ...words, noteId: noteIds.at(-1) ?? '', callId: call.id }))
    }
  }
  await accepted(client.sessions.end({ sessionId: session.id }))
  const wish = { title, issueTypeId: 'coupon', priority: 3 as const, department: '营销部' }
  const ticket = await accepted(client.tickets.open({ ...wish, noteIds: noteIds.slice(0, 1) }))
  return { sessionId: session.id, noteIds, ticket }
}

test('the hub is killed once it laid the tickets down and before it said so, and the desk is closed once the bookings wait: all is at the hub once', async () => {
  const desk = await aDesk()
  const { client } = desk
  const person = { department: '客服部', role: 'listener' as const, employeeNumber: null, email: null }
  const people = []
  for (const name of ['王敏', '李强']) people.push(await accepted(client.people.add({ ...person, name })))
  const hours = []
  for (const [number, { id }] of people.entries()) hours.push(await anHourAlone(desk, id, `第 ${number + 1} 件`))
  const seat = (await seatsOf(client))[0]?.id ?? ''
  const booking = await accepted(
    client.bookings.reserve({
      ...{ seatId: seat, personId: people[0]?.id ?? '', companionId: null, purpose: 'listen' },
      ...{ startsAt: shanghai('14:00', '2099-09-18'), endsAt: shanghai('15:00', '2099-09-18') },
    }),
  )
  await accepted(
    client.team.join({ address: `http://127.0.0.1:${wire.port}`, code: hub.code, name: '罗佳', deskName: '东窗' }),
  )
  await vi.waitFor(async () => {
    expect(await accepted(client.team.status({}))).toMatchObject({ kind: 'member', link: { kind: 'here' } })
  }, patience)
  // The hub has a ticket of its own first: those that come get other numbers.
  const own = await anHourAlone(desk, null, '总部的一件')
  await expect.poll(() => ids('ticket'), patience).toEqual([own.ticket.id])
  const file = () =>
    createHash('sha256')
      .update(bytesOf(join(desk.folder, 'earshot.db')))
      .digest('hex')
  const before = file()

  await accepted(client.bringAlong.look({}))
  await vi.waitFor(async () => {
    expect(await accepted(client.bringAlong.status({}))).toMatchObject({ isLookedAt: true, work: null, failure: null })
  }, patience)
  await holder.query('BEGIN; LOCK TABLE ticket IN SHARE MODE')
  await accepted(client.bringAlong.begin({}))
  await someoneWaits()
  wire.swallow()
  await holder.query('COMMIT')
  await expect.poll(() => ids('ticket'), patience).toHaveLength(3)
  hub.child.kill('SIGKILL')
  await hub.ended
  await wire.cut()

  await holder.query('BEGIN; SELECT 1 FROM seat FOR UPDATE')
  hub = await started({ port: hub.port })
  await wire.mend()
  await someoneWaits()
  await desk.close()
  await holder.query('COMMIT')
  await desk.startAgain()
  await isDone(desk)

  const all = [...hours, own]
  expect(await ids('session')).toEqual(all.map(({ sessionId }) => sessionId).sort())
  expect(await ids('note')).toEqual(all.flatMap(({ noteIds }) => noteIds).sort())
  expect(await ids('call')).toHaveLength(9)
  expect(await ids('booking')).toEqual([booking.id])
  expect((await rows('SELECT name FROM person ORDER BY name')).map(({ name }) => name).sort()).toEqual(
    ['罗佳', ...people.map(({ name }) => name)].sort(),
  )
  const tickets = await rows(`SELECT id, number::int, opened_at AS "openedAt", due_at AS "dueAt",
    (SELECT string_agg(remark, ',') FROM ticket_event WHERE ticket_id = ticket.id AND what = 'brought') AS was FROM ticket ORDER BY number`)
  expect(tickets).toEqual(
    [own, ...hours].map(({ ticket: { id, openedAt, dueAt, number } }, place) => ({
      ...{ id, openedAt, dueAt, number: place + 1 },
      was: place === 0 ? null : `ES-${String(number).padStart(6, '0')}`,
    })),
  )
  const { counts } = await accepted(client.bringAlong.status({}))
  // The hub was killed before it could say of the tickets that they came: they came all the same.
  const stands = counts?.kinds.map(({ kind, total, came }) => [kind, total, came])
  expect(stands).toEqual([
    ...[
      ['person', 2, 2],
      ['type', 0, 0],
      ['session', 2, 2],
      ['ticket', 2, 2],
      ['booking', 1, 1],
    ],
  ])
  expect(file()).toBe(before)
})

import type { Client } from 'pg'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Joined } from '../../electron/team/wire.ts'
import { connectionTo } from '../builders/connection.ts'
import { aHub, aRawDesk, join, type RawDesk, type RunningHub } from '../builders/hub.ts'
import { aHubProcess, endHub, type HubProcess } from '../builders/hub-process.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'
import { aWire, type Wire } from '../builders/wire.ts'

let room: Awaited<ReturnType<typeof anOpenRoom>>
/** Another hub over the same database. */
let other: RunningHub
/** Of the test, to hold what others wait for. */
let holder: Client
const processes: HubProcess[] = []
const open: { close(): unknown }[] = []
beforeEach(async () => {
  room = await anOpenRoom()
  other = await aHub(room.url)
  holder = await connectionTo(room.url)
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  for (const hub of processes.splice(0)) await endHub(hub)
  await holder.end()
  await other.close()
  await room.close()
})

/** Here somebody waits for a seat until the test lets go of it, however busy the machine. */
async function started(isFirst = false): Promise<HubProcess> {
  const hub = await aHubProcess({ database: `${room.url}?lock_timeout=60000`, isFirst })
  processes.push(hub)
  return hub
}

async function joinedAt(host: string, code: string): Promise<Joined> {
  const answer = await join(host, { code, name: '罗佳', deskName: '东侧一号', appVersion: '0.0.0' })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Joined
}
async function connected(host: string, token: string): Promise<RawDesk> {
  const desk = await aRawDesk(host, token)
  open.push(desk)
  return desk
}
async function through(port: number): Promise<Wire & { host: string }> {
  const proxy = await aWire({ host: '127.0.0.1', port })
  open.push(proxy)
  return { ...proxy, host: `127.0.0.1:${proxy.port}` }
}

const wish = () => ({
  ...{ seatId: room.seat(1), personId, companionId: null, purpose: 'listen' },
  ...{ startsAt: shanghai('14:00', '2099-09-18'), endsAt: shanghai('15:00', '2099-09-18') },
})
let personId = ''
const booked = async () => {
  const board = await room.bookings.board({ from: '2099-09-18', to: '2099-09-18' }, nobody)
  return board.ok ? board.value.length : null
}
/** Whoever wants the seat waits from now on. */
const hold = () => holder.query(`BEGIN; SELECT 1 FROM seat FOR UPDATE`)
const letGo = () => holder.query('COMMIT')
const someoneWaits = () =>
  expect
    .poll(async () => {
      const sql = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
      return (await holder.query<{ count: number }>(sql)).rows[0]?.count
    }, patience)
    .toBe(1)

const isEnding = (hub: HubProcess) => {
  const health = () =>
    fetch(`http://${hub.host}/healthz`).then(
      ({ status }) => status,
      () => 'nobody',
    )
  return expect.poll(health, patience).not.toBe(200)
}

test('told to end, a hub takes nobody new, answers what is in work, says goodbye and ends well', async () => {
  personId = await room.aPerson('王敏')
  const hub = await started(true)
  const { token } = await joinedAt(hub.host, hub.code)
  const desk = await connected(hub.host, token)
  expect(desk.welcome).toMatchObject({ hub: { name: 'East' }, me: { name: '罗佳', role: 'coordinator' } })
  await hold()
  const answer = desk.ask('bookings.reserve', wish())
  await someoneWaits()
  hub.child.kill('SIGTERM')
  await isEnding(hub)
  await expect(connected(hub.host, token)).rejects.toThrow()
  await letGo()
  expect(await answer).toMatchObject({ ok: true, value: { personName: '王敏' } })
  expect(await desk.closed).toBe('1001')
  expect(await hub.ended).toBe(0)
  expect(hub.said()).toMatch(/^Earshot hub ready: .*\nJoin code.*\n$/)
})

test('a desk that was being let in as the hub was told to end is told goodbye, and holds up nobody', async () => {
  const hub = await started(true)
  const { token } = await joinedAt(hub.host, hub.code)
  await holder.query('BEGIN; LOCK TABLE desk IN ACCESS EXCLUSIVE MODE')
  const late = aRawDesk(hub.host, token)
  const told = expect(late).rejects.toThrow('closed: 1001')
  await someoneWaits()
  hub.child.kill('SIGTERM')
  await isEnding(hub)
  await letGo()
  await told
  expect(await hub.ended).toBe(0)
})

test('a hub that was killed before the commit did nothing, and one killed after it did it: repeated elsewhere, it is done once', async () => {
  personId = await room.aPerson('王敏')
  const { token } = await other.joined({ role: 'coordinator' }, '李强')
  const before = await started()
  await hold()
  const early = v7()
  const lost = (await connected(before.host, token)).ask('bookings.reserve', wish(), early)
  lost.catch(() => {})
  await someoneWaits()
  before.child.kill('SIGKILL')
  await expect(lost).rejects.toThrow('closed: 1006')
  await letGo()
  expect(await booked()).toBe(0)
  const there = await connected(other.host, token)
  const first = await there.ask('bookings.reserve', wish(), early)
  expect(first).toMatchObject({ ok: true })
  expect(await there.ask('bookings.reserve', wish(), early)).toEqual(first)

  const after = await started()
  const wire = await through(after.port)
  const desk = await connected(wire.host, token)
  wire.swallow()
  const late = v7()
  const later = { ...wish(), startsAt: shanghai('16:00', '2099-09-18'), endsAt: shanghai('17:00', '2099-09-18') }
  const unheard = desk.ask('bookings.reserve', later, late)
  unheard.catch(() => {})
  await expect.poll(booked, patience).toBe(2)
  after.child.kill('SIGKILL')
  await expect(unheard).rejects.toThrow('closed')
  const again = await connected(other.host, token)
  expect(await again.ask('bookings.reserve', later, late)).toMatchObject({ ok: true, value: { personName: '王敏' } })
  expect(await booked()).toBe(2)
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join as path } from 'node:path'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Joined } from '../../electron/team/wire.ts'
import { aHub, aRawDesk, join, type RawDesk, type RunningHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'
import { aWire, type Wire } from '../builders/wire.ts'

const entry = path(import.meta.dirname, '..', '..', 'electron', 'hub.ts')

let room: Awaited<ReturnType<typeof anOpenRoom>>
/** Another hub over the same database. */
let other: RunningHub
/** Of the test, to hold what others wait for. */
let holder: Client
const started: ChildProcess[] = []
const open: { close(): unknown }[] = []
beforeEach(async () => {
  room = await anOpenRoom()
  other = await aHub(room.url)
  holder = new Client({ connectionString: room.url })
  await holder.connect()
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  await holder.end()
  await other.close()
  await room.close()
})

/** A hub as a process of its own, ready. The first one over a database tells a code. */
async function aHubProcess(isFirst = false) {
  const options = ['--host', '127.0.0.1', '--port', '0', '--lang', 'en', '--name', 'East']
  // Here somebody waits for a seat until the test lets go of it, however busy the machine.
  const env = { ...process.env, EARSHOT_DATABASE: `${room.url}?lock_timeout=60000` }
  const child = spawn(process.execPath, [entry, ...options], { stdio: ['ignore', 'pipe', 'pipe'], env })
  started.push(child)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  await expect
    .poll(() => said, patience)
    .toMatch(isFirst ? /^Join code.*: [0-9A-Z-]{14}$/m : /^Earshot hub ready: .*$/m)
  const port = Number(/^Earshot hub ready: http:\/\/127\.0\.0\.1:(\d+)$/m.exec(said)?.[1])
  const code = /: ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})$/m.exec(said)?.[1] ?? ''
  return { child, ended, code, port, host: `127.0.0.1:${port}`, said: () => said }
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

test('told to end, a hub takes nobody new, answers what is in work, says goodbye and ends well', async () => {
  personId = await room.aPerson('王敏')
  const hub = await aHubProcess(true)
  const { token } = await joinedAt(hub.host, hub.code)
  const desk = await connected(hub.host, token)
  expect(desk.welcome).toMatchObject({ hub: { name: 'East' }, me: { name: '罗佳', role: 'coordinator' } })
  await hold()
  const answer = desk.ask('bookings.reserve', wish())
  await someoneWaits()
  hub.child.kill('SIGTERM')
  const health = () =>
    fetch(`http://${hub.host}/healthz`).then(
      ({ status }) => status,
      () => 'nobody',
    )
  await expect.poll(health, patience).not.toBe(200)
  await expect(connected(hub.host, token)).rejects.toThrow()
  await letGo()
  expect(await answer).toMatchObject({ ok: true, value: { personName: '王敏' } })
  expect(await desk.closed).toBe('1001')
  expect(await hub.ended).toBe(0)
  expect(hub.said()).toMatch(/^Earshot hub ready: .*\nJoin code.*\n$/)
})

test('a hub that was killed before the commit did nothing, and one killed after it did it: repeated elsewhere, it is done once', async () => {
  personId = await room.aPerson('王敏')
  const { token } = await other.joined({ role: 'listener' }, '李强')
  const before = await aHubProcess()
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

  const after = await aHubProcess()
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

import { setImmediate as nextTurn } from 'node:timers/promises'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CONTRACT_VERSION } from '../../electron/team/wire.ts'
import { aHub, aRawDesk, join, type RunningHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'
import { aWire, type Wire } from '../builders/wire.ts'

/** A hub whose way to its database can be cut. */
let room: Awaited<ReturnType<typeof anOpenRoom>>
let wire: Wire
let hub: RunningHub
let surprises: string[]
beforeEach(async () => {
  room = await anOpenRoom()
  const url = new URL(room.url)
  wire = await aWire({ host: url.hostname, port: Number(url.port) })
  url.port = String(wire.port)
  surprises = []
  const error = (message: string) => void surprises.push(message)
  hub = await aHub(url.href, { log: { info: () => {}, warn: () => {}, error } })
})
afterEach(async () => {
  await hub.close()
  await wire.close()
  await room.close()
})

const status = async (path: string) => (await fetch(`http://${hub.host}${path}`)).status
const wish = (personId: string) => ({
  ...{ seatId: room.seat(1), personId, companionId: null, purpose: 'listen' },
  ...{ startsAt: shanghai('14:00', '2099-09-18'), endsAt: shanghai('15:00', '2099-09-18') },
})

test('while the database is away what is asked is refused and nobody is let in; then all goes on by itself', async () => {
  const { token, me } = await hub.joined({ role: 'coordinator' }, '罗佳')
  const desk = await aRawDesk(hub.host, token)
  expect(await status('/healthz')).toBe(200)
  await wire.cut()
  // Straight at the house: over the socket the goodbye might come first.
  const guest = { ...me, ...desk.welcome, contract: CONTRACT_VERSION }
  const question = (call: string, input: unknown) => hub.house.ask(guest, { id: 1, call, input, command: v7() })
  const asked = [
    question('people.list', {}),
    question('bookings.reserve', wish(me.personId)),
    hub.house.since(guest, null),
  ]
  for (const replied of await Promise.all(asked))
    expect(replied).toMatchObject({ answer: { ok: false, code: 'offline' } })
  expect(await hub.own('people.list', {})).toMatchObject({ ok: false, code: 'offline' })
  // Another hub may still have it, or this one by then.
  expect(await desk.closed).toBe('1013 databaseAway')
  expect(await status('/healthz')).toBe(503)
  await expect(aRawDesk(hub.host, token)).rejects.toThrow('refused: 503')
  expect((await join(hub.host, { code: '0', deskName: '西', appVersion: '0.0.0' })).status).toBe(503)

  await wire.mend()
  await expect.poll(() => status('/healthz'), patience).toBe(200)
  const again = await aRawDesk(hub.host, token)
  expect(await again.ask('bookings.reserve', wish(me.personId))).toMatchObject({ ok: true })
  const told = () => again.events.flatMap((event) => (event.kind === 'changed' ? event.topics : []))
  await expect.poll(told, patience).toContain('bookings')
  again.close()
  expect(surprises).toEqual(['the database is away'])
})

/** Nothing comes of this process meanwhile, which is what many desks at once come to. */
const cell = new Int32Array(new SharedArrayBuffer(4))
async function busyFor(turns: number, eachMs: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    Atomics.wait(cell, 0, 0, eachMs)
    await nextTurn()
  }
}

test('a hub that comes to nothing itself does not take its database for away, and knows it where it is', async () => {
  const url = new URL(room.url)
  url.port = String(wire.port)
  url.search = '?connect_timeout=1&query_timeout=1000'
  const busy = await aHub(url.href, { log: { info: () => {}, warn: () => {}, error: (told) => surprises.push(told) } })
  const { token } = await busy.joined({ role: 'listener' }, '王敏')
  const desk = await aRawDesk(busy.host, token)
  await busyFor(4, 1_200)
  expect(await desk.ask('people.list', {})).toMatchObject({ ok: true })
  // What it did of itself meanwhile may have come to nothing, and is said to.
  expect(surprises).not.toContain('the database is away')
  await wire.cut()
  expect(await desk.closed).toBe('1013 databaseAway')
  await busy.close()
})

import { connect } from 'node:net'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import type { House } from '../../electron/compose/house.ts'
import { openHubServer } from '../../electron/shells/hub/server.ts'
import { write } from '../../electron/storage/engine/query.ts'
import { LONGEST_MESSAGE_BYTES } from '../../electron/team/wire.ts'
import { aHub, aRawDesk, opened, type RunningHub } from '../builders/hub.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, nobody } from '../builders/seats.ts'

let room: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
let token: string
beforeEach(async () => {
  room = await anOpenRoom()
  hub = await aHub(room.url)
  token = (await hub.joined({ role: 'note_taker' }, '王敏')).token
})
afterEach(async () => {
  // Whatever was tried: it stands, answers, and nothing was done.
  const desk = await aRawDesk(hub.host, token)
  expect(await desk.ask('rooms.list', {})).toMatchObject({ ok: true })
  expect(await accepted(room.people.list({}, nobody))).toMatchObject([{ name: '王敏' }])
  desk.close()
  await hub.close()
  await room.close()
})

const endOf = (socket: WebSocket) =>
  new Promise<number>((resolve) => {
    socket.on('error', () => {})
    socket.once('close', (code) => resolve(code))
  })
const question = (more: object = {}) => JSON.stringify({ id: 1, call: 'people.list', input: {}, ...more })

const malformed: readonly (string | Buffer)[] = [
  ...['', ' ', '{', 'null', '[]', '1', '"hello"', '{"hello":1}', '{"id":1}', `${'['.repeat(50_000)}`],
  ...['{"id":0,"call":"people.list","input":{}}', '{"id":1.5,"call":"x","input":{}}', '{"id":"1","call":"x"}'],
  ...[question({ id: -1 }), question({ call: 7 }), question({ call: 'x'.repeat(300) }), question({ command: 'mine' })],
  ...['{"id":1,"rows":[]}', '{"id":1,"rows":{"generation":"1","entries":[]}}', '{"id":1,"since":7}'],
  ...[Buffer.from([0, 1, 2]), '\u0000', '{"__proto__":{"ok":true}}'],
]

test('ten thousand messages that say nothing end their connection, and no other', async () => {
  const witness = await aRawDesk(hub.host, (await hub.joined({ role: 'listener' }, '李强')).token)
  const flood = await aRawDesk(hub.host, token)
  for (let count = 0; count < 10_000; count += 1) flood.send(malformed[count % malformed.length] ?? '')
  expect(await flood.closed).toMatch(/^10(08|03)/)
  for (const message of malformed) {
    const desk = await aRawDesk(hub.host, token)
    desk.send(message)
    expect(await desk.closed, String(message).slice(0, 80)).toMatch(/^10(08|03)/)
  }
  expect(await witness.ask('rooms.list', {})).toMatchObject({ ok: true })
  witness.close()
  const boss = await hub.joined({ role: 'coordinator' }, '罗佳')
  const gone = await aRawDesk(hub.host, boss.token)
  for (const person of await accepted(room.people.list({}, nobody)))
    if (person.name !== '王敏' && person.name !== '罗佳')
      expect(await gone.ask('people.remove', { personId: person.id, seenVersion: null })).toMatchObject({ ok: true })
  gone.close()
  await accepted(room.people.remove({ personId: boss.me.personId, seenVersion: null }, nobody))
})

test('a desk that does not greet, greets badly, sends too much at once or answers no ping is let go', async () => {
  const rude = await opened(hub.host, token)
  rude.send(question())
  expect(await endOf(rude)).toBe(1008)
  const large = await aRawDesk(hub.host, token)
  large.send('x'.repeat(LONGEST_MESSAGE_BYTES + 1))
  expect(await large.closed).toBe('1009')
  // Doors of their own: a desk that greets or answers late under load would be let go too.
  const house = { house: hub.house, appVersion: '0.0.0', host: '127.0.0.1', port: 0, tls: null }
  const hasty = await openHubServer({ ...house, limits: { helloMs: 300 } })
  expect(await endOf(await opened(`127.0.0.1:${hasty.port}`, token))).toBe(1008)
  await hasty.close()
  const listening = await openHubServer({ ...house, limits: { heartbeatMs: 50 } })
  const mute = await aRawDesk(`127.0.0.1:${listening.port}`, token, undefined, { autoPong: false })
  expect(await mute.closed).toBe('1006')
  await listening.close()
})

test('many questions at once are all answered, a few at a time', async () => {
  let [now, most] = [0, 0]
  const ask: House['ask'] = async (guest, asked) => {
    now += 1
    most = Math.max(most, now)
    const replied = await hub.house.ask(guest, asked)
    now -= 1
    return replied
  }
  const house = { ...hub.house, ask }
  const server = await openHubServer({
    ...{ house, appVersion: '0.0.0', host: '127.0.0.1', port: 0, tls: null },
    limits: { inWork: 4 },
  })
  const desk = await aRawDesk(`127.0.0.1:${server.port}`, token)
  const answers = await Promise.all(Array.from({ length: 200 }, () => desk.ask('nothing.here', {})))
  expect(new Set(answers.map((answer) => (answer.ok ? '' : answer.code)))).toEqual(new Set(['unknown_call']))
  expect(most).toBe(4)
  desk.close()
  await server.close()
})

test('who does not read what they asked for is let go', async () => {
  await room.engine.transact(() =>
    write(`INSERT INTO person (id, name, department, role) SELECT 'p' || n, repeat('王', 60), repeat('客', 80), 'listener'
      FROM generate_series(1, 500) n`),
  )
  // Not for the pings that it does not hear either.
  const server = await openHubServer({
    ...{ house: hub.house, appVersion: '0.0.0', host: '127.0.0.1', port: 0, tls: null },
    limits: { unsentBytes: 300_000, heartbeatMs: 600_000 },
  })
  const deaf = await aRawDesk(`127.0.0.1:${server.port}`, token)
  deaf.pause()
  for (let count = 0; count < 100; count += 1) deaf.send(question())
  await expect.poll(() => server.connections(), patience).toBe(0)
  deaf.close()
  await server.close()
  await room.engine.transact(() => write(`DELETE FROM person WHERE id LIKE 'p%'`))
})

test('what is no WebSocket and no request is closed, and what is asked for elsewhere is not there', async () => {
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      const [host = '', port] = hub.host.split(':')
      let heard = ''
      const socket = connect(Number(port), host, () => socket.write(text))
      socket.on('data', (bytes) => {
        heard += String(bytes)
      })
      socket.on('error', () => {}).on('close', () => resolve(heard))
    })
  const upgrade = (path: string, headers: string) =>
    raw(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`,
    )
  const bearer = `Authorization: Bearer ${token}\r\n`
  expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
  expect(await upgrade('/other', bearer)).toMatch(/^HTTP\/1\.1 404/)
  expect(await upgrade('/desk', bearer)).toMatch(/^HTTP\/1\.1 400/)
  expect(await upgrade('/desk', 'Sec-WebSocket-Protocol: earshot.1\r\n')).toMatch(/^HTTP\/1\.1 401/)
  expect(await upgrade(`/desk?token=${token}`, 'Sec-WebSocket-Protocol: earshot.1\r\n')).toMatch(/^HTTP\/1\.1 404/)
  expect(await raw(`POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n${'x'.repeat(20_000)}`)).toMatch(
    /^HTTP\/1\.1 400/,
  )
})

test('rows of a kind that this hub does not know are refused, and end no connection', async () => {
  const desk = await aRawDesk(hub.host, token)
  const { generation } = desk.welcome
  const known = { table: 'session', row: { id: v7() } }
  for (const entry of [
    ...[
      { table: 'person', row: {} },
      { table: 'later_than_this', row: { id: v7() } },
      { table: 'session', undone: v7() },
    ],
    ...[{ table: 'note', row: { id: { a: 1 } } }, null, 7, [], 'note', { __proto__: null }],
  ])
    expect(await desk.say({ rows: { generation, entries: [entry, known] } })).toEqual({
      ...{ ok: false, code: 'refused', at: 0 },
    })
  desk.close()
})

test.each(['people.list', 'tickets.list', 'notes.ofSession', 'bookings.reserve'])(
  'input of %s that is nested deeper than anything is answered like other wrong input, and ends no connection',
  async (call) => {
    const desk = await aRawDesk(hub.host, token)
    const answers: unknown[] = []
    for (const [index, depth] of [100, 3_000, 5_000, 50_000, 900_000].entries()) {
      const answer = desk.answerTo(index + 1)
      const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`
      desk.send(`{"id":${index + 1},"call":"${call}","input":{"deep":${nested}},"command":"${v7()}"}`)
      answers.push(await answer)
    }
    const refusal = { ok: false, code: 'bad_input', detail: { issues: [] } }
    expect(answers).toEqual(answers.map(() => refusal))
    desk.close()
  },
)

test('a larger role than one has is not to be had by saying so', async () => {
  const desk = await aRawDesk(hub.host, token)
  const person = { name: '李强', department: '客服部', role: 'listener', employeeNumber: null, email: null }
  const claims = { role: 'coordinator', personId: v7(), caller: { role: 'trusted' }, asker: { role: 'trusted' } }
  for (const message of [{ input: { ...person, ...claims } }, { input: person, ...claims }])
    expect(await desk.say({ call: 'people.add', command: v7(), ...message })).toMatchObject({ code: 'not_allowed' })
  expect(await desk.ask('desks.makeCode', { whom: { role: 'coordinator' } })).toMatchObject({ code: 'not_allowed' })
  desk.close()
})

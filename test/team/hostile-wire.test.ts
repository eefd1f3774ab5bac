import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type OpenHubServer, openHubServer } from '../../electron/shells/hub/server.ts'
import { SUBPROTOCOL } from '../../electron/team/wire.ts'
import { aHub, aRawDesk, join, type RawDesk, type RunningHub } from '../builders/hub.ts'
import { rawBytes, upgradeTo } from '../builders/raw-bytes.ts'
import { anOpenRoom } from '../builders/seats.ts'
import { atRest, wholeDatabase } from '../builders/whole-database.ts'

// Whoever reaches the port, with no token or with one: bytes that no desk sends. All of it ends by itself, and a desk beside it notices nothing.

let room: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
// Another door to the same house, which lets go soon of whoever says nothing: a desk that greets under load would be among them.
let impatient: OpenHubServer
let token: string
let witness: RawDesk
let before: Record<string, string>
beforeAll(async () => {
  room = await anOpenRoom()
  hub = await aHub(room.url, { clock: room.clock })
  impatient = await openHubServer({
    ...{ house: hub.house, appVersion: '0.0.0', host: '127.0.0.1', port: 0, tls: null },
    limits: { helloMs: 300 },
  })
  token = (await hub.joined({ role: 'coordinator' }, '王敏')).token
  witness = await aRawDesk(hub.host, (await hub.joined({ role: 'listener' }, '李强')).token)
  await atRest(room.engine)
  before = await everything()
})
afterEach(async () => {
  expect(await witness.ask('people.list', {})).toMatchObject({ ok: true })
  expect(await everything()).toEqual(before)
})
afterAll(async () => {
  witness.close()
  await impatient.close()
  await hub.close()
  await room.close()
})
const everything = () => wholeDatabase(room.engine, ['desk', 'no_show_watch'])
const speaking = [`Sec-WebSocket-Protocol: ${SUBPROTOCOL}`, `Authorization: Bearer `]

test.each([
  ['says nothing at all', ''],
  ['never ends its headers', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: '],
  ['never sends the body it promised', 'POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n{"code":"'],
  [
    'never ends a body in pieces',
    'POST /login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"idT\r\n',
  ],
])('whoever connects and %s is let go', async (_, bytes) => {
  const slow = Array.from({ length: 50 }, () => rawBytes(`127.0.0.1:${impatient.port}`, bytes))
  for (const said of await Promise.all(slow.map(({ heard }) => heard))) expect(said).toMatch(/^(HTTP\/1\.1 408.*)?$/s)
})

test('a drop at a time is no way to stay either', async () => {
  const { socket, heard } = rawBytes(`127.0.0.1:${impatient.port}`, 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ')
  const drops = setInterval(() => socket.write('x'), 20)
  expect(await heard).toMatch(/^HTTP\/1\.1 408/)
  clearInterval(drops)
})

test.each([
  ...['/../../etc/passwd', '/..%2f..%2fetc%2fpasswd', '//etc/passwd', '/desk/../healthz', '/healthz/../../hub.key'],
  ...['http://elsewhere/healthz', '/%00', '/desk?token=x', '/join/', '/.env', '*'],
])('there is nothing at %s', async (path) => {
  for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
    const said = await rawBytes(hub.host, `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`).heard
    expect(said, method).toMatch(/^HTTP\/1\.1 40[04] [\s\S]*\r\n\r\n(\{\})?$/)
  }
})

test('a page of the web that speaks to a hub from a browser, by whatever name it reached it, is nobody', async () => {
  for (const name of ['evil.example', 'localhost:1', '[::1]', ''])
    for (const origin of ['https://evil.example', 'null', 'file://']) {
      const [known] = speaking
      const said = await rawBytes(
        hub.host,
        upgradeTo('/desk', known ?? '', `Origin: ${origin}`, `X-Forwarded-Host: ${name}`).replace(
          'Host: x',
          `Host: ${name}`,
        ),
      ).heard
      expect(said).toMatch(/^HTTP\/1\.1 401/)
    }
  const asked = await fetch(`http://${hub.host}/healthz`, { headers: { origin: 'https://evil.example' } })
  expect(asked.headers.get('access-control-allow-origin')).toBeNull()
})

test('two requests in one, and headers without end, are no request', async () => {
  const two =
    'POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz'
  for (const bytes of [
    two,
    `GET /healthz HTTP/1.1\r\n${'X-Long: x\r\n'.repeat(20_000)}\r\n`,
    '\u0016\u0003\u0001\u0002',
  ])
    expect(await rawBytes(hub.host, bytes).heard).toMatch(/^HTTP\/1\.1 4(00|31)/)
})

test.each([
  ['not masked', [0x81, 0x02, 0x7b, 0x7d]],
  ['of a kind that does not exist', [0x83, 0x80, 0, 0, 0, 0]],
  ['compressed, which was not agreed', [0xc1, 0x80, 0, 0, 0, 0]],
  ['a piece of nothing', [0x80, 0x80, 0, 0, 0, 0]],
  ['a ping as long as a message', [0x89, 0xfe, 0xff, 0xff, 0, 0, 0, 0]],
  ['longer than any message, by its own word', [0x81, 0xff, 0, 0, 0, 0xff, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]],
])('a frame that is %s ends its own connection, with a token too', async (_, frame) => {
  const [known, bearer] = speaking
  const { socket, heard } = rawBytes(hub.host, upgradeTo('/desk', known ?? '', `${bearer}${token}`))
  socket.once('data', () => socket.write(Buffer.from(frame)))
  expect(await heard).toMatch(/^HTTP\/1\.1 101/)
})

test('a message in a hundred thousand pieces, and one that never ends, are let go before they greet', async () => {
  const [known, bearer] = speaking
  const begin = [0x01, 0x80, 0, 0, 0, 0]
  const more = [0x00, 0x80, 0, 0, 0, 0]
  const { socket, heard } = rawBytes(hub.host, upgradeTo('/desk', known ?? '', `${bearer}${token}`))
  socket.once('data', () => socket.write(Buffer.from([...begin, ...Array(100_000).fill(more).flat()])))
  expect(await heard).toMatch(/^HTTP\/1\.1 101/)
})

const AN_ID = '019a0000-0000-7000-8000-000000000000'
const A_MARK = '1@1.1'
test.each([
  ['too many commands', { commands: Array(9).fill(AN_ID), lots: [] }],
  ['too many lots', { commands: [], lots: Array(9).fill(A_MARK) }],
  ['commands that are no ids', { commands: ["' OR true --"], lots: [] }],
  ['lots that are no marks', { commands: [], lots: [`${A_MARK}') OR true --`] }],
  ['a mark without end', { commands: [], lots: [`${'9'.repeat(50_000)}@1.1`] }],
  ['one half alone', { commands: [AN_ID] }],
  ['nothing of the kind', 'everything'],
])('a desk that says it was acknowledged %s is let go', async (_, has) => {
  const asking = await aRawDesk(hub.host, token)
  asking.say({ since: null, has }).catch(() => {})
  expect(await asking.closed).toMatch(/^1008/)
})

test('what was acknowledged to nobody, by the largest marks there are, is answered', async () => {
  const asking = await aRawDesk(hub.host, token)
  const lots = [`${'9'.repeat(19)}@${'9'.repeat(30)}`, `0@${'.'.repeat(30)}`]
  for (const commands of [[], [AN_ID]])
    expect(await asking.say({ since: null, has: { commands, lots } })).toMatchObject({ ok: true })
  asking.close()
})

test('three hundred who guess tokens at once are each sent away, and nobody waits for them', async () => {
  const guesses = Array.from({ length: 300 }, (_, guess) => {
    const [known, bearer] = speaking
    return rawBytes(hub.host, upgradeTo('/desk', known ?? '', `${bearer}${`guess-${guess}`.padEnd(43, 'x')}`)).heard
  })
  expect(await witness.ask('rooms.list', {})).toMatchObject({ ok: true })
  for (const said of await Promise.all(guesses)) expect(said).toMatch(/^HTTP\/1\.1 (401|408|429)/)
})

test('what asks to join with anything but a wish costs nothing', async () => {
  for (const wish of [{ code: {} }, { code: ['x'] }, { __proto__: { code: 'x' } }, 7, 'x', [], { code: '\u0000' }])
    expect((await join(hub.host, wish)).status, JSON.stringify(wish)).toBe(400)
})

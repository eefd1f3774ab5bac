import { mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import type { OpenConsole } from '../../electron/compose.ts'
import { type OpenServer, openServer } from '../../electron/shells/browser/server.ts'
import { FRAME_LIMIT_BYTES } from '../../electron/shells/browser/socket.ts'
import { aFolder, aReadyConsole } from '../builders/console.ts'
import { patience } from '../builders/patience.ts'

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let server: OpenServer
const asked: string[] = []

let root: string
/** One console for all servers: what a knock may do does not depend on what was kept before. */
beforeAll(async () => {
  folder = aFolder()
  root = join(folder.path, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Earshot</title>')
  writeFileSync(join(root, 'assets', 'index-abc.js'), 'export {}')
  writeFileSync(join(folder.path, 'secret.html'), 'secret')
  symlinkSync(join(folder.path, 'secret.html'), join(root, 'link.html'))
  console = await aReadyConsole(join(folder.path, 'data'))
})
beforeEach(async () => {
  asked.length = 0
  const call: OpenConsole['call'] = (name, input) => {
    asked.push(name)
    return console.call(name, input)
  }
  server = await openServer({ call, on: console.on, root, port: 0 })
})
afterEach(() => server.close())
afterAll(async () => {
  await console.close()
  folder.remove()
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asking.on('error', reject).end()
  })

interface Knock {
  host?: string
  origin?: string | null
  protocols?: string[]
  path?: string
}
/** Knocks like a page would; `open` with the socket, or the status of the refusal. */
function knock({ host, origin, protocols, path }: Knock = {}): Promise<WebSocket | number> {
  const own = `127.0.0.1:${server.port}`
  const socket = new WebSocket(`ws://${own}${path ?? '/door'}`, protocols ?? ['earshot', server.token], {
    headers: { host: host ?? own },
    ...(origin === null ? {} : { origin: origin ?? `http://${host ?? own}` }),
  })
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => resolve(0))
  })
}
async function aWindow(): Promise<WebSocket> {
  const socket = await knock()
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
  return socket
}
const nextMessage = (socket: WebSocket) =>
  new Promise<unknown>((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))))
const closed = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve))
async function ask(socket: WebSocket, call: string, input: unknown): Promise<unknown> {
  const answer = nextMessage(socket)
  socket.send(JSON.stringify({ id: 1, call, input }))
  return answer
}

test('the own page with the token is answered', async () => {
  const socket = await aWindow()
  expect(socket.protocol).toBe('earshot')
  expect(await ask(socket, 'people.list', {})).toEqual({ id: 1, answer: { ok: true, value: [] } })
  const byName = await knock({ host: `localhost:${server.port}` })
  expect(typeof byName).not.toBe('number')
})

const aPort = () => server.port
test.each<[string, () => Knock]>([
  ['without a token', () => ({ protocols: ['earshot'] })],
  ['with no protocol at all', () => ({ protocols: [] })],
  ['with a wrong token', () => ({ protocols: ['earshot', `${server.token.slice(1)}A`] })],
  ['with a shorter token', () => ({ protocols: ['earshot', server.token.slice(1)] })],
  ['with the token and one more', () => ({ protocols: ['earshot', server.token, 'x'] })],
  ['with the token in the address', () => ({ protocols: ['earshot'], path: `/door?token=${server.token}` })],
  ['with another path', () => ({ path: '/doors' })],
  ['from another page', () => ({ origin: 'https://evil.example' })],
  ['from a page of another port', () => ({ origin: 'http://127.0.0.1:1' })],
  ['from the other own name', () => ({ origin: `http://localhost:${aPort()}` })],
  ['from https', () => ({ origin: `https://127.0.0.1:${aPort()}` })],
  ['from a file or a sandbox', () => ({ origin: 'null' })],
  ['without an origin', () => ({ origin: null })],
  ['by a name that points here', () => ({ host: `evil.example:${aPort()}` })],
  ['by a name that begins like ours', () => ({ host: `127.0.0.1.evil.example:${aPort()}` })],
  ['by our name without the port', () => ({ host: '127.0.0.1' })],
])('a knock %s gets 403 and reaches nobody', async (_, how) => {
  expect(await knock(how())).toBe(403)
  expect(asked).toEqual([])
})

test('a refused knock says nothing but 403', async () => {
  const text = await new Promise<string>((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    let got = ''
    socket.on('data', (data) => {
      got += String(data)
    })
    socket.on('close', () => resolve(got))
    socket.write(
      `GET /door HTTP/1.1\r\nHost: evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    )
  })
  expect(text).toBe('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
})

/** The whole answer to a request written by hand. */
const answerTo = (...lines: string[]) =>
  new Promise<string>((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    let got = ''
    socket.on('data', (data) => {
      got += String(data)
    })
    socket.on('close', () => resolve(got))
    socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`)
  })

describe('a request that names its host or its page twice is no request: programs differ in which they believe', () => {
  const own = () => `Host: 127.0.0.1:${server.port}`
  const ownPage = () => `Origin: http://127.0.0.1:${server.port}`
  const stranger = 'Host: evil.example'
  test.each<[string, () => string[]]>([
    ['its own first', () => [own(), stranger]],
    ['its own last', () => [stranger, own()]],
    ['the same twice', () => [own(), own()]],
    ['an empty one behind', () => [own(), 'Host:']],
    ['in other letters, far apart', () => [own(), 'Accept: */*', 'hOST: evil.example']],
    ['two pages', () => [own(), ownPage(), 'Origin: https://evil.example']],
  ])('%s: 400, for a page, a file that is not there and a knock', async (_, headers) => {
    const knocking = [
      ...['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'],
      ...['Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==', `Sec-WebSocket-Protocol: earshot, ${server.token}`],
    ]
    const page = headers().some((line) => line.startsWith('Origin')) ? [] : [ownPage()]
    const answers = [
      await answerTo('GET / HTTP/1.1', ...headers()),
      await answerTo('GET /nowhere HTTP/1.1', ...headers()),
      await answerTo('GET /door HTTP/1.1', ...headers(), ...page, ...knocking),
    ]
    expect(answers.map((answer) => answer.slice(0, 'HTTP/1.1 400'.length))).toEqual(Array(3).fill('HTTP/1.1 400'))
    expect(answers.join()).not.toContain('Earshot')
    expect(asked).toEqual([])
  })
})

test('pages come with every protective header, and a wrong Host gets none', async () => {
  const { status, headers, body } = await get('/')
  expect([status, body]).toEqual([200, '<!doctype html><title>Earshot</title>'])
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port} ws://localhost:${server.port};`)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  expect(headers).not.toHaveProperty('access-control-allow-origin')
  expect(await get('/', { host: `evil.example:${server.port}` })).toMatchObject({ status: 403, body: '' })
})

test('built files are kept by the browser, places of the application get the page, the rest is not there', async () => {
  expect((await get('/assets/index-abc.js')).headers['cache-control']).toContain('immutable')
  expect((await get('/tickets/abc?filter=1')).body).toContain('Earshot')
  expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  for (const path of [
    '/assets/gone.js',
    '/link.html',
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/door',
    '/%',
  ])
    expect({ path, status: (await get(path)).status, leaks: (await get(path)).body.includes('secret') }).toEqual({
      path,
      status: 404,
      leaks: false,
    })
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await get('/', {}, method)).status).toBe(405)
})

test('an address for a command line leads in once, and never by a foreign name', async () => {
  const path = new URL(server.oneTimeAddress()).pathname
  expect((await get(path, { host: `evil.example:${server.port}` })).status).toBe(403)
  expect(await get(path)).toMatchObject({ status: 302, headers: { location: `/#token=${server.token}` } })
  const again = await get(path)
  expect([again.status, again.headers.location]).toEqual([404, undefined])
  expect((await get('/enter/guess')).status).toBe(404)
})

test('a refused knock that never hangs up does not hold up the end', async () => {
  const knocker = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
  const lines = ['GET /door HTTP/1.1', `Host: 127.0.0.1:${server.port}`, 'Connection: Upgrade', 'Upgrade: websocket']
  knocker.write(`${lines.join('\r\n')}\r\n\r\n`)
  await new Promise((resolve) => knocker.once('data', resolve))
  await server.close()
  knocker.destroy()
})

test('an address for a command line that nobody took is worth nothing after a minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const path = new URL(server.oneTimeAddress()).pathname
    vi.advanceTimersByTime(60_000)
    expect((await get(path)).status).toBe(404)
  } finally {
    vi.useRealTimers()
  }
})

test('a reader who goes away in the middle leaves no file open', async ({ skip }) => {
  skip(process.platform !== 'linux', 'open files are counted in /proc')
  writeFileSync(join(root, 'assets', 'large.js'), 'x'.repeat(20_000_000))
  const openFiles = () =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).endsWith('large.js')
      } catch {
        return false
      }
    })
  await new Promise<void>((resolve) => {
    const reader = connect(server.port, '127.0.0.1', () =>
      reader.write(`GET /assets/large.js HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`),
    )
    reader.once('data', () => reader.destroy()).once('close', () => resolve())
  })
  await vi.waitFor(() => expect(openFiles()).toEqual([]), patience)
})

test('a change in one window is told to the other', async () => {
  const [one, other] = [await aWindow(), await aWindow()]
  const told = nextMessage(other)
  one.send(
    JSON.stringify({
      id: 'a',
      call: 'people.add',
      input: { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null },
    }),
  )
  expect(await told).toEqual({ event: { kind: 'changed', topics: ['people'] } })
})

test.each([
  ['that is no JSON', '{'],
  ['without a call', '{"id":1}'],
  ['that is a list', '[]'],
  ['with an object as id', '{"id":{},"call":"people.list"}'],
])('a frame %s closes the connection', async (_, frame) => {
  const socket = await aWindow()
  const end = closed(socket)
  socket.send(frame)
  expect(await end).toBe(1008)
  expect(asked).toEqual([])
})

test('bytes instead of text close the connection', async () => {
  const socket = await aWindow()
  const end = closed(socket)
  socket.send(Buffer.from('{"id":1,"call":"people.list","input":{}}'))
  expect(await end).toBe(1003)
})

test('a little too much is answered with too_large, far too much ends the connection', async () => {
  const socket = await aWindow()
  expect(await ask(socket, 'people.list', { padding: 'x'.repeat(1_000_001) })).toMatchObject({
    answer: { ok: false, code: 'too_large' },
  })
  const end = closed(socket)
  socket.send(JSON.stringify({ id: 2, call: 'people.list', input: { padding: 'x'.repeat(FRAME_LIMIT_BYTES) } }))
  expect(await end).toBe(1009)
  expect(asked).toEqual(['people.list'])
})

test('a window that reads nothing does not hold up another', async () => {
  const slow = await aWindow()
  slow.pause()
  const quick = await aWindow()
  for (let number = 0; number < 200; number += 1)
    slow.send(JSON.stringify({ id: number, call: 'unknown.call', input: { padding: 'x'.repeat(1_000) } }))
  expect(await ask(quick, 'people.list', {})).toMatchObject({ id: 1, answer: { ok: true } })
})

test('the server listens on loopback alone', async () => {
  const { networkInterfaces } = await import('node:os')
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address !== undefined && !address.internal && address.family === 'IPv4')
  if (outside === undefined) return expect(server.address).toContain('127.0.0.1')
  const outcome = await new Promise<string>((resolve) => {
    const socket = connect(server.port, outside.address)
    socket.on('connect', () => resolve('connected'))
    socket.on('error', () => resolve('refused'))
  })
  expect(outcome).toBe('refused')
})

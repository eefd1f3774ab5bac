import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { parseArguments } from '../../electron/arguments.ts'
import { aFolder } from '../builders/console.ts'

const entry = join(import.meta.dirname, '..', '..', 'electron', 'serve.ts')
const readyLine = /^Earshot ready: http:\/\/127\.0\.0\.1:(\d+)\/#token=([\w-]{43})\n$/

let folder: ReturnType<typeof aFolder>
const started: ChildProcess[] = []
beforeEach(() => {
  folder = aFolder()
})
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  folder.remove()
})

/** `process.exit` may wait for ever (electron/end-by-itself.ts): whoever calls it is heard. */
const heardExit = `data:text/javascript,${encodeURIComponent(
  `const exit = process.exit; process.exit = (code) => { process.stderr.write('process.exit'); exit(code) }`,
)}`

/** Starts the entry of the browser shell as its own process. */
function serve(...options: string[]) {
  const child = spawn(process.execPath, ['--import', heardExit, entry, '--no-open', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: folder.path },
  })
  started.push(child)
  const said = { out: '', error: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.error += text
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }))
  const ready = new Promise<{ port: string; token: string }>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, port, token] = readyLine.exec(said.out) ?? []
      if (port !== undefined && token !== undefined) resolve({ port, token })
    })
    void ended.then((end) => reject(new Error(`ended before it was ready: ${JSON.stringify(end)}`)))
  })
  // Not every test waits for both.
  ready.catch(() => {})
  return { child, ready, ended }
}

const data = () => join(folder.path, 'data')

// SIGTERM ends most of the others.
test.each(['SIGINT', 'SIGHUP'] as const)('one line when it is ready, and a clean end on %s', async (signal) => {
  const { child, ready, ended } = serve('--data', data())
  await ready
  child.kill(signal)
  const end = await ended
  expect(end).toMatchObject({ code: 0, error: '' })
  expect(end.out).toMatch(readyLine)
  expect(readdirSync(data()).filter((name) => /^earshot\.db-/.test(name))).toEqual([])
})

test('a window can say quit, and gets its answer first', async () => {
  const { ready, ended } = serve('--data', data())
  const { port, token } = await ready
  const socket = new WebSocket(`ws://127.0.0.1:${port}/door`, ['earshot', token], {
    origin: `http://127.0.0.1:${port}`,
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ id: 1, call: 'workspace.quit', input: {} }))
  const [answer] = await once(socket, 'message')
  expect(JSON.parse(String(answer))).toEqual({ id: 1, answer: { ok: true, value: {} } })
  expect(await ended).toMatchObject({ code: 0, error: '' })
})

test('a demo runs in folders that are gone afterwards', async () => {
  const { child, ready, ended } = serve('--demo')
  await ready
  // Its data, and the folder its exports go to.
  expect(readdirSync(folder.path)).toHaveLength(2)
  child.kill('SIGINT')
  expect((await ended).code).toBe(0)
  expect(readdirSync(folder.path)).toEqual([])
})

test('the same data folder twice: one sentence and exit 1, and the first goes on; killed, it leaves nothing that keeps the next one out', async () => {
  const first = serve('--data', data(), '--lang', 'zh')
  await first.ready
  const second = await serve('--data', data(), '--lang', 'en').ended
  expect(second).toMatchObject({ code: 1, out: '' })
  expect(second.error).toBe(
    `Another Earshot is using the data folder ${data()}. Close it first, or choose another folder with --data.\n`,
  )
  expect(first.child.exitCode).toBeNull()
  first.child.kill('SIGKILL')
  await first.ended
  const next = serve('--data', data())
  await next.ready
  next.child.kill('SIGTERM')
  expect((await next.ended).code).toBe(0)
})

test('a port in use: one sentence and exit 1', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const end = await serve('--data', data(), '--port', String(port), '--lang', 'zh').ended
  other.close()
  expect(end).toMatchObject({ code: 1, out: '' })
  expect(end.error).toBe(`端口 ${port} 已被占用。请用 --port 另选一个，或用 --port 0 任选空闲端口。\n`)
  // The folder was let go of as well.
  expect(readdirSync(data()).filter((name) => /^earshot\.db-/.test(name))).toEqual([])
})

test('a data folder that cannot be written to: one sentence and exit 1', async () => {
  const inTheWay = join(folder.path, 'file')
  writeFileSync(inTheWay, '')
  const end = await serve('--data', join(inTheWay, 'data'), '--lang', 'en').ended
  expect(end).toMatchObject({ code: 1, out: '' })
  expect(end.error).toContain('cannot be written to')
  expect(end.error.trimEnd().split('\n')).toHaveLength(1)
})

const refused: [string[], string][] = [
  [['--port', 'eighty'], '--port needs a number from 0 to 65535'],
  [['--port', '70000'], '--port needs a number from 0 to 65535'],
  [['--lang', 'fr'], '--lang needs zh or en'],
  [['--data', ''], '--data needs a folder'],
  [['--colour'], '--colour'],
  [['tickets'], 'tickets'],
]
test.each(refused)('%j is refused in one sentence', (options, sentence) => {
  const read = parseArguments(['--no-open', ...options])
  expect(read.ok ? '' : read.sentence).toContain(sentence)
  expect(read.ok ? [] : read.sentence.split('\n')).toHaveLength(1)
})

test('what is refused ends it with exit 1, before anything is made', async () => {
  const end = await serve('--data', data(), '--port', 'eighty').ended
  expect(end).toMatchObject({ code: 1, out: '' })
  expect(end.error.trimEnd().split('\n')).toEqual([expect.stringContaining('--port needs a number')])
  expect(existsSync(data())).toBe(false)
})

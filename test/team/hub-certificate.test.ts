import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningHub, runHub } from '../../electron/shells/hub/run.ts'
import { certificates } from '../builders/certificates.ts'
import { anOpenRoom } from '../builders/seats.ts'

let room: Awaited<ReturnType<typeof anOpenRoom>>
let folder: string
const running: Extract<RunningHub, { ok: true }>[] = []
beforeEach(async () => {
  room = await anOpenRoom()
  folder = mkdtempSync(join(tmpdir(), 'earshot-hub-'))
  for (const [name, pair] of Object.entries(certificates))
    for (const [part, text] of Object.entries(pair)) writeFileSync(join(folder, `${name}.${part}`), text)
})
afterEach(async () => {
  for (const hub of running.splice(0)) await hub.close()
  rmSync(folder, { recursive: true, force: true })
  await room.close()
})

async function run(change: { cert?: string; key?: string; port?: number; database?: string } = {}) {
  const { cert = 'one.cert', key = 'one.key', port = 0, database = room.url } = change
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const hub = await runHub({
    ...{ database, port, log, name: '总部', appVersion: '0.0.0', host: '127.0.0.1', language: 'en' },
    tls: { certificate: join(folder, cert), key: join(folder, key) },
  })
  if (hub.ok) running.push(hub)
  return hub
}
const sentence = async (change: Parameters<typeof run>[0]) => {
  const hub = await run(change)
  return hub.ok ? '' : hub.sentence
}

test('a hub with a certificate speaks nothing but TLS, and tells the fingerprint that a desk will show', async () => {
  const hub = await run()
  if (!hub.ok) throw new Error(hub.sentence)
  expect(hub.address).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
  expect(hub.fingerprint).toBe(new X509Certificate(certificates.one.cert).fingerprint256)
  const health = new Promise<number | undefined>((resolve, reject) => {
    request(`${hub.address}/healthz`, { ca: certificates.one.cert, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(await health).toBe(200)
  await expect(fetch(`${hub.address.replace('https', 'http')}/healthz`)).rejects.toThrow()
})

test('what keeps a hub from starting is one sentence that says what to do', async () => {
  expect(await sentence({ cert: 'none.pem' })).toContain('--cert and --key')
  expect(await sentence({ key: 'two.key' })).toContain('--cert and --key')
  expect(await sentence({ database: 'postgres://x@127.0.0.1:1/none' })).toContain('cannot be reached')
  expect(await sentence({ database: 'mysql://x' })).toContain('postgres://')
  const first = await run()
  const port = first.ok ? Number(new URL(first.address).port) : 0
  expect(await sentence({ port })).toBe(
    `Port ${port} is in use. Choose another with --port, or any free one with --port 0.`,
  )
})

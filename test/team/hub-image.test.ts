import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runHub } from '../../electron/shells/hub/run.ts'
import { certificates } from '../builders/certificates.ts'
import { anOpenRoom } from '../builders/seats.ts'

const dockerfile = readFileSync('Dockerfile', 'utf8')

/** What Docker runs every ten seconds, as it stands there; the hub of the test listens on another port. */
const lookAt = (port: number) => {
  const said = /^HEALTHCHECK .*CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? ''
  const [node, ...args] = JSON.parse(said.replace('8443', String(port))) as string[]
  expect(node).toBe('node')
  return args
}
async function looked(port: number): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, lookAt(port), { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const out of [child.stdout, child.stderr]) out.setEncoding('utf8').on('data', (text) => (said += text))
  const [code] = await once(child, 'close')
  return { code, said }
}

test('the image of a hub sees it well while it runs, whatever its certificate, and says nothing; ended, it sees that too', async () => {
  const room = await anOpenRoom()
  onTestFinished(() => room.close())
  const folder = mkdtempSync(join(tmpdir(), 'earshot-hub-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const tls = { certificate: join(folder, 'hub.pem'), key: join(folder, 'hub.key') }
  writeFileSync(tls.certificate, certificates.one.cert)
  writeFileSync(tls.key, certificates.one.key)
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const place = { database: room.url, port: 0, host: '127.0.0.1', name: 'East', appVersion: '0.0.0' } as const
  const hub = await runHub({ ...place, tls, log, language: 'en' })
  if (!hub.ok) throw new Error(hub.sentence)
  const port = Number(new URL(hub.address).port)
  expect(await looked(port)).toEqual({ code: 0, said: '' })
  await hub.close()
  expect(await looked(port)).toEqual({ code: 1, said: '' })
})

test('what the image takes from the sources is there, and goes into what is sent to be built', () => {
  const taken = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) => paths?.split(' ') ?? [])
  const kept = [...dockerfile.matchAll(/^COPY --from=built \/earshot\/(\S+) /gm)].map(([, path]) => path ?? '')
  expect(taken).toContain('package-lock.json')
  expect(kept).toContain('resources')
  const made = ['node_modules', 'out/main']
  const left = readFileSync('.dockerignore', 'utf8').trim().split('\n')
  for (const path of [...taken, ...kept.filter((each) => !made.includes(each))]) {
    expect(existsSync(path), path).toBe(true)
    expect(left).not.toContain(path)
  }
})

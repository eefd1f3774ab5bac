import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { patience } from '../builders/patience.ts'

/** A program with a PostgreSQL of its own, in a temporary folder of its own. */
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-killed-'))
  // As root PostgreSQL runs as somebody else.
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const PROGRAM = `import(${JSON.stringify(join(import.meta.dirname, '..', '..', 'electron', 'demo', 'embedded-postgres.ts'))})
  .then(({ startEmbeddedPostgres }) => startEmbeddedPostgres({ endsByCaller: true, settings: { fsync: 'off' } }))
  .then(({ url }) => { console.log(new URL(url).port); setInterval(() => {}, 1_000) })`

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })

test('the PostgreSQL of a demo that was killed goes with it, and so does all it wrote', async () => {
  const program = spawn(process.execPath, ['-e', PROGRAM], {
    env: { ...process.env, TMPDIR: folder, TEMP: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [told] = (await once(program.stdout, 'data')) as [Buffer]
  const port = Number(String(told))
  expect(await answers(port)).toBe(true)
  expect(readdirSync(folder).length).toBeGreaterThan(0)
  program.kill('SIGKILL')
  await once(program, 'exit')
  await expect.poll(() => answers(port), patience).toBe(false)
  await expect.poll(() => readdirSync(folder), patience).toEqual([])
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openServer } from '../../electron/shells/browser/server.ts'

/** The browser shell's own server with nothing behind it but one heading: what any page costs here. */
const root = mkdtempSync(join(tmpdir(), 'earshot-empty-'))
writeFileSync(
  join(root, 'index.html'),
  '<!doctype html><meta charset="utf-8"><title>空</title><main><h1>空</h1></main>',
)
const server = await openServer({
  call: async () => ({ ok: false, code: 'unknown_call', detail: {} }),
  on: () => () => {},
  root,
  port: 0,
})
process.on('SIGINT', () => {
  rmSync(root, { recursive: true, force: true })
  process.exit(0)
})
console.log(`Empty page ready: ${server.address}`)

import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, cpSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { layDemo } from '../../electron/demo/lay-demo.ts'
import { inspectDatabase } from '../../electron/storage/file/inspect.ts'
import { checkIntegrity } from '../../electron/storage/file/integrity.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { aConsole, accepted, aFolder, clientOf } from '../builders/console.ts'
import { aClock, someSettings } from '../builders/parts.ts'
import { patience } from '../builders/patience.ts'
import { theRoomOf } from '../builders/rooms.ts'

const FLIPS = 60
/** Later nobody would have come to what is booked, and that would be written down. */
const NOW = '2026-11-21T01:50:00.000Z'

let filled: ReturnType<typeof aFolder>
let folder: ReturnType<typeof aFolder>
let path: string
const toClose: { close(): Promise<void> }[] = []

/** A month of work in a real file, closed by itself. */
beforeAll(async () => {
  filled = aFolder()
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  await layDemo({
    dataFolder: filled.path,
    exportFolder: join(filled.path, 'exports'),
    settings: someSettings(),
    log,
    appVersion: '0',
    nowMs: Date.parse(NOW),
  })
  // Its first look writes down who did not come, once.
  const console = await aConsole(filled.path, { clock: aClock(NOW) })
  await accepted(clientOf(console.call).walkUps.open({}))
  await console.close()
}, 60_000)
afterAll(() => filled.remove())
beforeEach(() => {
  folder = aFolder()
  path = join(folder.path, 'earshot.db')
  cpSync(filled.path, folder.path, { recursive: true })
})
afterEach(async () => {
  for (const console of toClose.splice(0)) await console.close()
  folder.remove()
})

/** The same numbers every time. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function flip(offset: number, bit: number): void {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, offset)
  byte[0] = (byte[0] ?? 0) ^ (1 << bit)
  writeSync(file, byte, 0, 1, offset)
  closeSync(file)
}

/** Every row of every table of ours, but for those about the copies that lie beside it; one line a table, hashed, so that a difference stays readable. */
function contentOf(file: string): string[] {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db.prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    return (tables.pluck().all() as string[]).map((name) => {
      const rows = db
        .prepare(`SELECT * FROM "${name}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .filter((row) => name !== 'counted_day' || !row.startsWith('["copy:'))
        .sort()
      return `${name} ${rows.length} ${createHash('sha256').update(rows.join('\n')).digest('hex')}`
    })
  } finally {
    db.close()
  }
}

test(`${FLIPS} single bits flipped while the console was closed: each is noticed`, () => {
  const random = numbersFrom(20_261_126)
  const { size } = statSync(path)
  const unnoticed: number[] = []
  for (let round = 0; round < FLIPS; round += 1) {
    copyFileSync(join(filled.path, 'earshot.db'), path)
    const offset = Math.floor(random() * size)
    flip(offset, Math.floor(random() * 8))
    if (inspectDatabase(path, true).kind !== 'damaged') unnoticed.push(offset)
  }
  expect(unnoticed).toEqual([])
})

test(`${FLIPS} single bits after an unclean end: none leaves an index that lies`, () => {
  const random = numbersFrom(7)
  const { size } = statSync(path)
  const before = contentOf(path)
  rmSync(join(folder.path, 'earshot.seal'))
  const seen = { atStart: 0, inTheWorker: 0, harmless: 0, inAWord: 0 }
  for (let round = 0; round < FLIPS; round += 1) {
    copyFileSync(join(filled.path, 'earshot.db'), path)
    flip(Math.floor(random() * size), Math.floor(random() * 8))
    if (inspectDatabase(path, true).kind === 'damaged') seen.atStart += 1
    else {
      const db = new Database(path, { readonly: true })
      const integrity = checkIntegrity(db)
      db.close()
      if (integrity !== 'ok') seen.inTheWorker += 1
      else if (contentOf(path).join() === before.join()) seen.harmless += 1
      // One letter of a text that no index holds: nobody but the seal can know. Tables and indexes agree all the same.
      else seen.inAWord += 1
    }
  }
  expect(seen.atStart + seen.inTheWorker + seen.harmless + seen.inAWord).toBe(FLIPS)
  expect(seen.inTheWorker).toBeGreaterThan(0)
})

async function open() {
  const console = await aConsole(folder.path, { clock: aClock(NOW) })
  toClose.push(console)
  return clientOf(console.call)
}
const state = async (client: Client) => (await accepted(client.workspace.status({}))).fault?.kind ?? 'none'

/** The last byte of a page: cells grow from there, so it belongs to one. */
function spoilPageOf(name: string): void {
  const db = new Database(path, { readonly: true })
  const page = db
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY payload DESC LIMIT 1`)
    .pluck()
    .get(name)
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  db.close()
  flip(Number(page) * pageSize - 3, 1)
}

test.each(['ticket_by_due', 'note_by_call', 'ticket_search_data'])(
  'a bit of %s flipped before an unclean end: found by the worker, and repaired without losing a row',
  async (name) => {
    const before = contentOf(path)
    spoilPageOf(name)
    rmSync(join(folder.path, 'earshot.seal'))
    const client = await open()
    await expect.poll(() => state(client), patience).toBe('indexes')
    expect((await client.people.list({})).ok).toBe(false)
    expect((await accepted(client.workspace.repair({}))).state).toBe('ready')
    const { tickets } = await accepted(client.tickets.list({ filter: {}, sort: 'due_soonest', limit: 100 }))
    const [word = ''] = tickets.map(({ title }) => title.slice(0, 4))
    const found = await accepted(client.tickets.list({ filter: { text: word }, sort: 'number', limit: 100 }))
    expect(found.tickets.length).toBeGreaterThan(0)
    await toClose.pop()?.close()
    expect(contentOf(path)).toEqual(before)
  },
)

test('a file that somebody changed on purpose is used after a word, and then it is ours again', async () => {
  const db = new Database(path)
  db.exec("UPDATE room SET name = '东厅'")
  db.close()
  const client = await open()
  expect(await state(client)).toBe('edited')
  expect((await accepted(client.workspace.openAsItIs({}))).state).toBe('ready')
  expect((await theRoomOf(client)).name).toBe('东厅')
  await toClose.pop()?.close()
  expect(await state(await open())).toBe('none')
})

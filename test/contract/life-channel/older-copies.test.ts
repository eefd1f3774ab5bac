import { copyFileSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import { versionOf } from '../../../electron/storage/migrate.ts'
import { schemaVersion } from '../../../electron/storage/migrations/migrations.ts'
import { openForReading } from '../../../electron/storage/open.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { aConsole, accepted, aFolder, clientOf } from '../../builders/console.ts'
import { aClock, someSettings } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'

// A copy that an older Earshot made, and a call of it that is sealed since.

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
const clock = aClock()
beforeEach(() => {
  folder = aFolder()
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const QUOTE = '等了三天'
const fixture = (version: number) => join(import.meta.dirname, `../../migrations/fixtures/v${version}.db`)
const pathOf = (fileName: string) => join(folder.path, 'backups', fileName)
const backups = () => accepted(client.workspace.backups({}))

async function open(): Promise<void> {
  const settings = someSettings()
  console = await aConsole(folder.path, { clock, settings })
  client = clientOf(console.call)
  await expect.poll(async () => (await accepted(client.workspace.status({}))).state, patience).toBe('ready')
  // Whose copies they are has a coordinator, and that is who looks at cases.
  const people = await accepted(client.people.list({}))
  settings.save({ me: people.find(({ role }) => role === 'coordinator')?.id ?? null })
}

function read<Found>(fileName: string, from: (db: ReturnType<typeof openForReading>) => Found): Found {
  const db = openForReading(pathOf(fileName))
  try {
    return from(db)
  } finally {
    db.close()
  }
}
const says = (fileName: string) =>
  read(fileName, (db) => db.prepare('SELECT count(*) FROM note WHERE text = ?').pluck().get(QUOTE) !== 0)
const countIn = (fileName: string, table: string) =>
  read(fileName, (db) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())

async function raise(): Promise<string> {
  const db = openForReading(join(folder.path, 'earshot.db'))
  const callId = String(db.prepare('SELECT call_id FROM note WHERE text = ?').pluck().get(QUOTE))
  db.close()
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null, raisedAt: clock.now() } as const
  await accepted(client.lifeChannel.raise(raised))
  return raised.caseId
}

test.each([8, schemaVersion - 1])(
  'a copy of version %i is brought up to date aside, and sealed: it loses the words of that call and nothing else, and is gone back to',
  async (version) => {
    copyFileSync(fixture(version), join(folder.path, 'earshot.db'))
    await open()
    const [copy] = await backups()
    const fileName = copy?.fileName ?? ''
    // That of a version with seals may be sealed by now: its own call is put away at the start.
    expect([version, schemaVersion]).toContain(read(fileName, versionOf))
    const tables = ['note', 'call', 'session', 'person', 'ticket']
    const before = tables.map((table) => countIn(fileName, table))
    const caseId = await raise()
    await expect.poll(() => says(fileName), patience).toBe(false)
    expect(read(fileName, versionOf)).toBe(schemaVersion)
    // In what is sealed and nowhere else, not even in a page that is free.
    expect(readFileSync(pathOf(fileName)).toString('latin1').split(Buffer.from(QUOTE).toString('latin1'))).toHaveLength(
      2,
    )
    expect(tables.map((table) => countIn(fileName, table))).toEqual(before)
    expect(await backups()).toMatchObject([{ fileName, isGood: true, saysSealed: false }])
    const listening = await accepted(client.sessions.current({}))
    if (listening !== null) await accepted(client.sessions.end({ sessionId: listening.id }))
    // What is older is still brought up to date beside: while something is written all the time, going back is refused as busy.
    await expect.poll(async () => (await client.workspace.goBackTo({ fileName })).ok, patience).toBe(true)
    await expect
      .poll(async () => (await accepted(client.lifeChannel.list({ limit: 5 }))).cases, patience)
      .toContainEqual(expect.objectContaining({ id: caseId, state: 'open' }))
  },
)

test('one that cannot be brought up to date stays whole and is said to hold the words, also after a restart; no other waits for it', async () => {
  mkdirSync(join(folder.path, 'backups'))
  const broken = 'earshot_2026-09-10_010000Z.db'
  copyFileSync(fixture(48), pathOf(broken))
  const db = new Database(pathOf(broken))
  db.pragma('foreign_keys = OFF')
  db.prepare('UPDATE call SET session_id = ? WHERE reference IS NULL').run('nobody')
  db.pragma('journal_mode = DELETE')
  db.close()
  const bytes = readFileSync(pathOf(broken))
  copyFileSync(fixture(48), join(folder.path, 'earshot.db'))
  await open()
  const good = (await backups()).find(({ fileName }) => fileName !== broken)?.fileName ?? ''
  await raise()
  await expect.poll(() => says(good), patience).toBe(false)
  const marked = async () => (await backups()).map(({ fileName, saysSealed }) => [fileName, saysSealed])
  await expect.poll(marked, patience).toEqual([
    [good, false],
    [broken, true],
  ])
  expect(readFileSync(pathOf(broken)).equals(bytes)).toBe(true)
  await console.close()
  await open()
  await expect.poll(marked, patience).toContainEqual([broken, true])
})

test('one that cannot be written now is said to hold the words, and sealed as soon as it can be', async () => {
  copyFileSync(fixture(8), join(folder.path, 'earshot.db'))
  await open()
  const [copy] = await backups()
  const fileName = copy?.fileName ?? ''
  const inTheWay = `${pathOf(fileName)}.unfinished`
  mkdirSync(inTheWay)
  await raise()
  await expect.poll(async () => (await backups())[0]?.saysSealed, patience).toBe(true)
  expect([says(fileName), read(fileName, versionOf)]).toEqual([true, 8])
  rmdirSync(inTheWay)
  const { contacts, version } = await accepted(client.lifeChannel.contacts({}))
  await accepted(client.lifeChannel.saveContacts({ contacts, seenVersion: version }))
  await expect.poll(async () => (await backups())[0]?.saysSealed, patience).toBe(false)
  expect(says(fileName)).toBe(false)
})

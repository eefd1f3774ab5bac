import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConsole } from '../../../electron/compose.ts'
import { inspectDatabase } from '../../../electron/storage/file/inspect.ts'
import { schemaVersion } from '../../../electron/storage/migrations/migrations.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { aCall, aConsole, accepted, aFolder, clientOf, consoleOptions } from '../../builders/console.ts'
import { madeOnce } from '../../builders/made-once.ts'
import { aClock } from '../../builders/parts.ts'

let folder: ReturnType<typeof aFolder>
let path: string
const toClose: { close(): Promise<void> }[] = []
beforeEach(() => {
  folder = aFolder()
  path = join(folder.path, 'earshot.db')
})
afterEach(async () => {
  for (const open of toClose.splice(0)) await open.close()
  folder.remove()
})

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const kept = () => readdirSync(folder.path).filter((name) => /^earshot_damaged_[\d_-]+\.db$/.test(name))

async function open(clock = aClock()) {
  const console = await aConsole(folder.path, { clock })
  toClose.push(console)
  return { console, client: clientOf(console.call), clock }
}

const addNote = async (client: Client, callId: string, text: string, number: number) =>
  accepted(
    client.notes.add({
      noteId: `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      callId,
      kind: 'voice',
      text,
      offsetMs: 1_000 * number,
      issueTypeId: null,
    }),
  )

/** A folder with one note, one good copy of it, and a note more; closed. */
const workedFolder = madeOnce(async (dataFolder) => {
  const console = await aConsole(dataFolder, { clock: aClock() })
  const client = clientOf(console.call)
  const { callId } = await aCall(client)
  await addNote(client, callId, '尺码偏小，想换大一码', 1)
  const backup = await accepted(client.workspace.backUpNow({}))
  await addNote(client, callId, '价保申请被拒', 2)
  await console.close()
  return { backup, callId }
})
const aWorkedFolder = () => workedFolder(folder.path)

/** Overwrites the middle of the file, page by page, as a broken disk does. */
function breakPages(damaged = path) {
  const file = openSync(damaged, 'r+')
  const size = statSync(damaged).size
  for (let at = 4096; at < size; at += 4096) writeSync(file, Buffer.alloc(2048, 0x5a), 0, 2048, at)
  closeSync(file)
}

test('a folder with nothing in it is a fresh start, and a clean end leaves one file and no log', async () => {
  const { console, client } = await open()
  expect(await accepted(client.workspace.status({}))).toMatchObject({ state: 'ready', schemaVersion })
  expect(await accepted(client.workspace.backups({}))).toEqual([])
  await accepted(
    client.people.add({ name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null }),
  )
  expect(existsSync(`${path}-wal`)).toBe(true)
  await console.close()
  expect(readdirSync(folder.path).filter((name) => name.startsWith('earshot.db'))).toEqual(['earshot.db'])
  expect(statSync(path).mode & 0o077).toBe(0)
})

test.each([
  ['of zero bytes', () => writeFileSync(path, '')],
  ['with broken pages', breakPages],
  ['cut in half', () => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['that is something else', () => writeFileSync(path, '听线台'.repeat(5_000))],
  [
    'with a broken header',
    () => {
      const file = openSync(path, 'r+')
      writeSync(file, 'garbage!', 0)
      closeSync(file)
    },
  ],
] as const)(
  'a file %s is called damaged, kept byte for byte, and closes everything but workspace and settings',
  async (_, breakIt) => {
    await aWorkedFolder()
    breakIt()
    const before = hashOf(path)
    const { client, console } = await open()
    const status = await accepted(client.workspace.status({}))
    expect(status.state).toBe('damaged')
    expect(await accepted(client.workspace.backups({}))).toMatchObject([{ isGood: true, noteCount: 1, ticketCount: 0 }])
    expect(await client.people.list({})).toEqual({ ok: false, code: 'workspace_closed', detail: {} })
    expect(await client.workspace.backUpNow({})).toEqual({ ok: false, code: 'closed', detail: {} })
    expect((await client.settings.get({})).ok).toBe(true)
    await console.close()
    expect(hashOf(path)).toBe(before)
  },
)

test('a file that is gone while its copies are there is damage, not a fresh start', async () => {
  await aWorkedFolder()
  rmSync(path)
  const { client } = await open()
  expect((await accepted(client.workspace.status({}))).state).toBe('damaged')
  expect(existsSync(path)).toBe(false)
})

test('a log without its file is damage too: an empty database beside it would take in its pages', async () => {
  const { client } = await open()
  await aCall(client)
  const elsewhere = aFolder()
  copyFileSync(`${path}-wal`, join(elsewhere.path, 'earshot.db-wal'))
  const other = await aConsole(elsewhere.path)
  toClose.push(other)
  const { workspace, sessions } = clientOf(other.call)
  expect(await accepted(workspace.status({}))).toMatchObject({ state: 'damaged' })
  expect(await accepted(workspace.startFresh({}))).toMatchObject({ state: 'ready' })
  expect(await accepted(sessions.list({ limit: 10 }))).toEqual({ sessions: [], total: 0 })
  expect(readdirSync(elsewhere.path).filter((name) => /^earshot_damaged_.*-wal$/.test(name))).toHaveLength(1)
})

test('a file of a newer Earshot is left alone, and no choice may replace it', async () => {
  await aWorkedFolder()
  const db = new Database(path)
  db.pragma('user_version = 999')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const before = hashOf(path)
  const { client, console } = await open()
  expect((await accepted(client.workspace.status({}))).state).toBe('newer')
  const backups = await accepted(client.workspace.backups({}))
  expect(await client.workspace.startFresh({})).toMatchObject({ code: 'not_damaged' })
  expect(await client.workspace.restoreBackup({ fileName: backups[0]?.fileName ?? '' })).toMatchObject({
    code: 'not_damaged',
  })
  await console.close()
  expect(hashOf(path)).toBe(before)
})

test('the newest good copy takes the place of a damaged file, which is kept', async () => {
  const { backup, callId } = await aWorkedFolder()
  breakPages()
  const before = hashOf(path)
  const { client, console } = await open()
  const heard: EarshotEvent[] = []
  console.on((event) => heard.push(event))
  const status = await accepted(client.workspace.restoreBackup({ fileName: backup.fileName }))
  expect(status.state).toBe('ready')
  expect((await accepted(client.notes.ofCall({ callId }))).map((note) => note.text)).toEqual(['尺码偏小，想换大一码'])
  expect(heard).toMatchObject([{ kind: 'changed' }])
  expect(heard[0]).toHaveProperty('topics', expect.arrayContaining(['workspace', 'notes', 'tickets']))
  expect(kept().map((name) => hashOf(join(folder.path, name)))).toEqual([before])
  await addNote(client, callId, '恢复后还能记', 3)
  expect(await client.workspace.restoreBackup({ fileName: backup.fileName })).toMatchObject({ code: 'not_damaged' })
})

test('while all is well a copy is what it was when it was read, and a damaged workspace reads each again', async () => {
  const { backup } = await aWorkedFolder()
  const copy = join(folder.path, 'backups', backup.fileName)
  const { atime, mtime } = statSync(copy)
  breakPages(copy)
  utimesSync(copy, atime, mtime)
  const { client, console } = await open()
  expect(await accepted(client.workspace.backups({}))).toMatchObject([{ isGood: true, noteCount: 1 }])
  await console.close()
  breakPages(path)
  const damaged = await open()
  expect((await accepted(damaged.client.workspace.status({}))).state).toBe('damaged')
  expect(await accepted(damaged.client.workspace.backups({}))).toMatchObject([{ isGood: false }])
})

test('a copy is taken only by a name of the list, and only when it is good', async () => {
  const { backup } = await aWorkedFolder()
  const bad = 'earshot_2026-01-01_000000.db'
  writeFileSync(join(folder.path, 'backups', bad), '')
  copyFileSync(join(folder.path, 'backups', backup.fileName), join(folder.path, 'elsewhere.db'))
  breakPages()
  const { client } = await open()
  for (const fileName of ['../elsewhere.db', 'elsewhere.db', '', `../backups/${backup.fileName}`])
    expect(await client.workspace.restoreBackup({ fileName })).toMatchObject({ code: 'not_found' })
  expect(await client.workspace.restoreBackup({ fileName: bad })).toMatchObject({ code: 'not_good' })
  expect((await accepted(client.workspace.status({}))).state).toBe('damaged')
})

test('a fresh start keeps the damaged file and its log beside', async () => {
  await aWorkedFolder()
  writeFileSync(path, '')
  writeFileSync(`${path}-wal`, 'the log of the damaged file')
  const { client } = await open()
  expect((await accepted(client.workspace.startFresh({}))).state).toBe('ready')
  expect(await accepted(client.people.list({}))).toEqual([])
  expect(await accepted(client.rooms.list({}))).toMatchObject([{ version: 0 }])
  expect(kept()).toHaveLength(1)
  expect(readFileSync(join(folder.path, `${kept()[0]}-wal`), 'utf8')).toBe('the log of the damaged file')
  expect(await client.workspace.startFresh({})).toMatchObject({ code: 'not_damaged' })
  // The old copies stay: they are all that is left of the old work.
  expect(await accepted(client.workspace.backups({}))).toHaveLength(1)
})

test('what still stands in the log beside the file counts', async () => {
  const { client, console } = await open()
  const { callId } = await aCall(client)
  await addNote(client, callId, '还没写进主文件', 1)
  const crashed = aFolder()
  // Taken while open: what kill -9 leaves behind.
  for (const suffix of ['', '-wal']) copyFileSync(path + suffix, join(crashed.path, `earshot.db${suffix}`))
  await console.close()
  const mainFileAlone = hashOf(join(crashed.path, 'earshot.db'))
  expect(inspectDatabase(join(crashed.path, 'earshot.db'), false)).toMatchObject({ kind: 'sound' })
  expect(hashOf(join(crashed.path, 'earshot.db'))).toBe(mainFileAlone)
  expect(readdirSync(crashed.path).sort()).toEqual(['earshot.db', 'earshot.db-wal'])
  const again = await aConsole(crashed.path)
  toClose.push(again)
  expect(await accepted(clientOf(again.call).notes.ofCall({ callId }))).toHaveLength(1)
  await again.close()
  crashed.remove()
})

test('a page found broken while working closes the workspace instead of writing on', async () => {
  const { client, console } = await open()
  const { callId } = await aCall(client)
  for (let number = 1; number <= 200; number += 1)
    await addNote(client, callId, `很长的一句话${'。'.repeat(300)}`, number)
  await console.close()
  // As a disk does it: the file's times say nothing.
  const long = new Date('2026-09-01')
  utimesSync(path, long, long)
  const again = await open()
  const heard: EarshotEvent[] = []
  again.console.on((event) => heard.push(event))
  // Another program writes through SQLite: what our connection remembers is read anew from the disk.
  const other = new Database(path)
  other.exec(`UPDATE room SET opens_at = '08:00'`)
  other.close()
  breakPages()
  utimesSync(path, long, long)
  expect(await again.client.notes.ofCall({ callId })).toMatchObject({ ok: false, code: 'unexpected' })
  expect(heard).toEqual([{ kind: 'changed', topics: ['workspace'] }])
  expect((await accepted(again.client.workspace.status({}))).state).toBe('damaged')
  expect(await again.client.notes.ofCall({ callId })).toMatchObject({ code: 'workspace_closed' })
  await again.console.close()
  expect(existsSync(`${path}.suspect`)).toBe(true)
  const later = await open()
  await accepted(later.client.workspace.startFresh({}))
  expect(existsSync(`${path}.suspect`)).toBe(false)
})

test('a page that the disk spoilt while working is whole again at the end, because the console remembers it', async () => {
  const { client, console } = await open()
  const { callId } = await aCall(client)
  for (let number = 1; number <= 200; number += 1)
    await addNote(client, callId, `很长的一句话${'。'.repeat(300)}`, number)
  await console.close()
  const long = new Date('2026-09-01')
  utimesSync(path, long, long)
  const again = await open()
  breakPages()
  utimesSync(path, long, long)
  expect(await accepted(again.client.notes.ofCall({ callId }))).toHaveLength(200)
  await again.console.close()
  const later = await open()
  expect(await accepted(later.client.workspace.status({}))).toMatchObject({ state: 'ready', mendings: [] })
  expect(await accepted(later.client.notes.ofCall({ callId }))).toHaveLength(200)
})

test('a second Earshot on the same folder is turned away with a sentence in its own language', async () => {
  const first = await open()
  const second = await openConsole(consoleOptions(folder.path))
  expect(second).toMatchObject({ ok: false, code: 'folder_in_use' })
  expect(second.ok ? '' : second.sentence).toContain(folder.path)
  expect(second.ok ? '' : second.sentence).toContain('另一个听线台')
  await first.console.close()
  await open()
})

test('a folder that cannot be written to is one sentence, not a crash', async () => {
  const inTheWay = join(folder.path, 'file')
  writeFileSync(inTheWay, '')
  for (const dataFolder of [inTheWay, join(inTheWay, 'below')])
    expect(await openConsole(consoleOptions(dataFolder))).toMatchObject({ ok: false, code: 'folder_unwritable' })
  expect(readFileSync(inTheWay, 'utf8')).toBe('')
})

test('a copy carries everything, and nothing unfinished lies beside it', async () => {
  const { client } = await open()
  const { callId } = await aCall(client)
  await addNote(client, callId, '送货晚了两天', 1)
  const backup = await accepted(client.workspace.backUpNow({}))
  expect(backup).toMatchObject({ fileName: 'earshot_2026-09-18_010000Z.db', isGood: true, noteCount: 1 })
  expect(backup.madeAt).toBe('2026-09-18T01:00:00.000Z')
  expect(readdirSync(join(folder.path, 'backups'))).toEqual([backup.fileName, 'looked-into.json'])
  expect(statSync(join(folder.path, 'backups', backup.fileName)).size).toBe(backup.sizeBytes)
})

test('a copy already there is never written over', async () => {
  const { client } = await open()
  const first = await accepted(client.workspace.backUpNow({}))
  const second = await accepted(client.workspace.backUpNow({}))
  expect([first.fileName, second.fileName]).toEqual(['earshot_2026-09-18_010000Z.db', 'earshot_2026-09-18_010001Z.db'])
})

test('old copies go: eight newest and the last of each of fourteen days stay', async () => {
  const { client, clock } = await open()
  mkdirSync(join(folder.path, 'backups'))
  for (let day = 1; day <= 20; day += 1)
    for (const hour of ['08', '12', '17'])
      writeFileSync(join(folder.path, 'backups', `earshot_2026-08-${String(day).padStart(2, '0')}_${hour}0000.db`), '')
  writeFileSync(join(folder.path, 'backups', 'my own copy.db'), 'x')
  clock.set('2026-08-21T01:00:00.000Z')
  await accepted(client.workspace.backUpNow({}))
  const left = readdirSync(join(folder.path, 'backups'))
  expect(left).toContain('my own copy.db')
  const lastOfDays = [...Array(13).keys()].map((back) => `2026-08-${String(20 - back).padStart(2, '0')}_170000`)
  const newest = [
    '2026-08-21_010000Z',
    '2026-08-20_120000',
    '2026-08-20_080000',
    '2026-08-19_120000',
    '2026-08-19_080000',
  ]
  const wanted = [...newest, ...lastOfDays].map((stamp) => `earshot_${stamp}.db`)
  expect(left.filter((name) => name.startsWith('earshot_')).sort()).toEqual(wanted.sort())
})

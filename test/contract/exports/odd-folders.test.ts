import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFileLog } from '../../../electron/adapters/log/file-log.ts'
import { openConfSettings } from '../../../electron/adapters/settings/conf-settings.ts'
import { prepareDataFolder } from '../../../electron/data-folder.ts'
import { schemaVersion } from '../../../electron/storage/migrations/migrations.ts'
import { aCall, aConsole, accepted, aFolder, aNoteIn, clientOf } from '../../builders/console.ts'
import { madeOnce } from '../../builders/made-once.ts'

let folder: ReturnType<typeof aFolder>
let path: string
let callId: string
const toClose: { close(): Promise<void> }[] = []

/** A folder with one note in a copy and in the file, and a second note in the file alone; closed. */
const aWorkedFolder = madeOnce(async (dataFolder) => {
  const console = await aConsole(dataFolder)
  const client = clientOf(console.call)
  const made = await aCall(client)
  await aNoteIn(client, made.callId, 1)
  await accepted(client.workspace.backUpNow({}))
  await aNoteIn(client, made.callId, 2)
  await console.close()
  return made
})
beforeEach(async () => {
  folder = aFolder()
  path = join(folder.path, 'earshot.db')
  callId = (await aWorkedFolder(folder.path)).callId
})
afterEach(async () => {
  for (const console of toClose.splice(0)) await console.close()
  folder.remove()
})

async function open() {
  const console = await aConsole(folder.path)
  toClose.push(console)
  const client = clientOf(console.call)
  return { console, client, status: await accepted(client.workspace.status({})) }
}

const rubbish = '这不是数据库。'.repeat(2_000)
const hashOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const contents = (): string[] =>
  readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => hashOf(readFileSync(join(each.parentPath, each.name))))

test.each([
  ['rubbish in place of the index of the log', () => writeFileSync(`${path}-shm`, rubbish)],
  ['a folder in place of the index of the log', () => mkdirSync(`${path}-shm`)],
  ['rubbish in place of a journal', () => writeFileSync(`${path}-journal`, rubbish)],
  ['a folder in place of a journal', () => mkdirSync(`${path}-journal`)],
  ['rubbish in place of the lock', () => writeFileSync(join(folder.path, 'earshot.lock'), rubbish)],
  ['a folder in place of the lock', () => replace('earshot.lock', (at) => mkdirSync(at))],
  ['rubbish beside the lock', () => writeFileSync(join(folder.path, 'earshot.lock-journal'), rubbish)],
  ['a folder beside the lock', () => mkdirSync(join(folder.path, 'earshot.lock-journal'))],
  ['a link to nowhere in place of the lock', () => replace('earshot.lock', (at) => symlinkSync('/nowhere/lock', at))],
  ['a file in place of the copies', () => replace('backups', (at) => writeFileSync(at, rubbish))],
  ['a link to nowhere in place of the copies', () => replace('backups', (at) => symlinkSync('/nowhere/b', at))],
  ['a file in place of the outbox', () => writeFileSync(join(folder.path, 'outbox'), rubbish)],
  ['a file in place of the logs', () => writeFileSync(join(folder.path, 'logs'), rubbish)],
  ['a link to nowhere in place of the logs', () => symlinkSync('/nowhere/logs', join(folder.path, 'logs'))],
  ['a folder in place of the settings', () => mkdirSync(join(folder.path, 'settings.json'))],
  ['rubbish in place of the settings', () => writeFileSync(join(folder.path, 'settings.json'), rubbish)],
] as const)('%s takes nothing away: the data is there, and what was there is kept', async (what, make) => {
  make()
  const before = contents()
  expect(prepareDataFolder(folder.path)).toBe(null)
  openFileLog(folder.path).info('opened')
  openConfSettings({ folder: folder.path, askedLanguage: null, locale: 'zh-CN' }).save({ theme: 'dark' })
  const { client, status } = await open()
  expect(status.state).toBe('ready')
  expect(await accepted(client.notes.ofCall({ callId }))).toHaveLength(2)
  expect((await client.workspace.backUpNow({})).ok).toBe(true)
  expect(readFileSync(join(folder.path, 'settings.json'), 'utf8')).toContain('dark')
  expect(existsSync(join(folder.path, 'logs', 'earshot.log'))).toBe(true)
  // What only SQLite writes and reads says nothing to anybody; all else is a person's until proved otherwise.
  if (!/the index of the log|beside the lock/.test(what))
    expect(contents()).toEqual(expect.arrayContaining(before.filter((hash) => hash === hashOf(rubbish))))
})

test('bytes that were kept aside when the closing of a spoilt file was killed get a name that says what they are', async () => {
  for (const suffix of ['', '-wal']) writeFileSync(`${path}.found${suffix}`, rubbish)
  expect((await open()).status.state).toBe('ready')
  const names = readdirSync(folder.path).filter((name) => /found|damaged/.test(name))
  expect(names).toEqual([
    expect.stringMatching(/^earshot_damaged_[\d_-]+\.db$/),
    expect.stringMatching(/^earshot_damaged_[\d_-]+\.db-wal$/),
  ])
})

const replace = (name: string, make: (at: string) => void) => {
  renameSync(join(folder.path, name), join(folder.path, `${name} of before`))
  make(join(folder.path, name))
}

test.each([
  ['rubbish in place of the log', 'log', () => writeFileSync(`${path}-wal`, rubbish)],
  ['a folder in place of the log', 'log', () => mkdirSync(`${path}-wal`)],
  [
    'a folder in place of the database',
    'broken',
    () => {
      rmSync(path)
      mkdirSync(path)
    },
  ],
  [
    'a link to nowhere in place of the database',
    'gone',
    () => {
      rmSync(path)
      symlinkSync('/nowhere/earshot.db', path)
    },
  ],
  [
    'a link in a circle in place of the database',
    'unreadable',
    () => {
      rmSync(path)
      symlinkSync('earshot.db', path)
    },
  ],
  ['a foreign file with version 0', 'foreign', () => foreign('user_version = 0')],
  ['a foreign file with our version', 'foreign', () => foreign(`user_version = ${schemaVersion}`)],
  ['a foreign file with a negative version', 'foreign', () => foreign('user_version = -5')],
  ['a database with nothing in it', 'foreign', () => foreign('user_version = 0', '')],
  ['a dropped table', 'incomplete', () => change('DROP TABLE conversation')],
  ['a table without one of its columns', 'incomplete', () => change('ALTER TABLE room DROP COLUMN time_zone')],
] as const)('%s leads to the screen with choices, and a copy brings the work back', async (_, fault, make) => {
  make()
  const { client, status } = await open()
  expect(status).toMatchObject({ state: 'damaged', fault: { kind: fault } })
  expect((await client.people.list({})).ok).toBe(false)
  const copy = (await accepted(client.workspace.backups({}))).find((backup) => backup.isGood)
  expect((await accepted(client.workspace.restoreBackup({ fileName: copy?.fileName ?? '' }))).state).toBe('ready')
  expect((await accepted(client.notes.ofCall({ callId }))).length).toBeGreaterThan(0)
  expect(readdirSync(folder.path).filter((name) => name.startsWith('earshot_damaged_'))).not.toEqual([])
})

function foreign(pragma: string, sql = 'CREATE TABLE recipe (id TEXT)') {
  rmSync(path)
  const db = new Database(path)
  db.exec(`${sql}; CREATE TABLE gone (a); DROP TABLE gone`)
  db.pragma(pragma)
  db.close()
}

function change(sql: string) {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

test.each([
  ['a dropped index', 'DROP INDEX note_by_call'],
  ['a dropped referee', 'DROP TRIGGER booking_no_overlap_insert'],
  ['a version set back to 0', 'PRAGMA user_version = 0'],
  ['a negative version', 'PRAGMA user_version = -5'],
])('%s can be repaired without losing a word', async (_, sql) => {
  change(sql)
  const { client, status } = await open()
  expect(status).toMatchObject({ state: 'damaged', fault: { kind: 'indexes' } })
  expect(await accepted(client.workspace.repair({}))).toMatchObject({ state: 'ready', fault: null })
  expect(await accepted(client.notes.ofCall({ callId }))).toHaveLength(2)
  const [kept = ''] = readdirSync(folder.path).filter((name) => name.startsWith('earshot_damaged_'))
  expect(lstatSync(join(folder.path, kept)).isFile()).toBe(true)
})

test('an unreadable log: what the file holds without it is one of the choices', async () => {
  writeFileSync(`${path}-wal`, rubbish)
  const { client } = await open()
  const backups = await accepted(client.workspace.backups({}))
  expect(backups.map(({ noteCount }) => noteCount)).toEqual([2, 1])
  await accepted(client.workspace.restoreBackup({ fileName: backups[0]?.fileName ?? '' }))
  expect(await accepted(client.notes.ofCall({ callId }))).toHaveLength(2)
})

test('a foreign file where no copy is: not taken over, and kept', async () => {
  rmSync(join(folder.path, 'backups'), { recursive: true })
  foreign('user_version = 0')
  const { client, status } = await open()
  expect(status).toMatchObject({ state: 'damaged', fault: { kind: 'foreign' } })
  await accepted(client.workspace.startFresh({}))
  expect(await accepted(client.people.list({}))).toEqual([])
})

test('leftovers of a copy that was killed are swept, and nothing else', async () => {
  const copies = join(folder.path, 'backups')
  const [copy = ''] = readdirSync(copies).filter((name) => name.endsWith('.db'))
  const ours = ['.db.unfinished', '.db.unfinished-journal', '.db.unfinished-wal'].map((end) => copy.replace('.db', end))
  for (const name of [...ours, 'looked-into.json.new', 'my own.db.unfinished']) writeFileSync(join(copies, name), 'x')
  writeFileSync(`${path}.unfinished`, 'x')
  await open()
  const left = readdirSync(copies).filter((name) => name !== 'changes-not-copied')
  expect(left.sort()).toEqual([copy, 'looked-into.json', 'my own.db.unfinished'].sort())
  expect(readdirSync(folder.path)).not.toContain('earshot.db.unfinished')
})

test('a folder that cannot be opened at all is a sentence in the language of the console', async () => {
  const inTheWay = join(folder.path, 'file')
  writeFileSync(inTheWay, '')
  await expect(aConsole(inTheWay)).rejects.toThrow('无法写入')
})

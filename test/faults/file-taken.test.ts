import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
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
import type { OpenConsole } from '../../electron/compose.ts'
import { lockFolder } from '../../electron/storage/file/folder-lock.ts'
import { openWorkspaceFile } from '../../electron/storage/file/workspace-file.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { aCall, aConsole, accepted, aFolder, aNoteIn, clientOf } from '../builders/console.ts'
import { madeOnce } from '../builders/made-once.ts'
import { patience } from '../builders/patience.ts'

const BEFORE = 12
const AFTER = 6

let folder: ReturnType<typeof aFolder>
let path: string
let copy: string
let console: OpenConsole
let client: Client
let callId: string

/** With notes in its file and in a copy of it. */
const aWorkedFolder = madeOnce(async (dataFolder) => {
  const first = await aConsole(dataFolder)
  const made = await aCall(clientOf(first.call))
  for (let number = 1; number <= BEFORE / 2; number += 1) await aNoteIn(clientOf(first.call), made.callId, number)
  const { fileName } = await accepted(clientOf(first.call).workspace.backUpNow({}))
  await first.close()
  return { ...made, fileName }
})

/** A running console with notes in its file, in a copy of it and in its log. */
beforeEach(async () => {
  folder = aFolder()
  const data = join(folder.path, 'data')
  path = join(data, 'earshot.db')
  const made = await aWorkedFolder(data)
  callId = made.callId
  copy = join(data, 'backups', made.fileName)
  console = await aConsole(data)
  client = clientOf(console.call)
  for (let number = BEFORE / 2 + 1; number <= BEFORE; number += 1) await aNoteIn(client, callId, number)
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

/** What a next start would find if this machine lost its power now. */
async function notesOnDisk(): Promise<number> {
  const elsewhere = aFolder()
  for (const suffix of ['', '-wal'])
    if (existsSync(path + suffix)) copyFileSync(path + suffix, join(elsewhere.path, `earshot.db${suffix}`))
  const next = await aConsole(elsewhere.path)
  try {
    return (await accepted(clientOf(next.call).notes.ofCall({ callId }))).length
  } finally {
    await next.close()
    elsewhere.remove()
  }
}

const replaceBy = (bytes: Buffer, at: string) => {
  writeFileSync(join(folder.path, 'other'), bytes)
  renameSync(join(folder.path, 'other'), at)
}

const replaceByFolder = (at: string) => {
  rmSync(at)
  mkdirSync(at)
}

test.each([
  ['the database is deleted', () => rmSync(path)],
  ['the log is deleted', () => rmSync(`${path}-wal`)],
  ['all three files are deleted', () => ['', '-wal', '-shm'].forEach((suffix) => void rmSync(path + suffix))],
  ['the database is moved away', () => renameSync(path, join(folder.path, 'moved.db'))],
  ['another file takes its place', () => replaceBy(Buffer.from('这不是数据库。'.repeat(3_000)), path)],
  ['an older copy takes its place', () => replaceBy(readFileSync(copy), path)],
  ['another file takes the place of the log', () => replaceBy(Buffer.from('x'), `${path}-wal`)],
  ['a folder takes the place of the log', () => replaceByFolder(`${path}-wal`)],
  ['the index of the log is deleted', () => rmSync(`${path}-shm`)],
  ['the whole folder is moved away', () => renameSync(join(folder.path, 'data'), join(folder.path, 'elsewhere'))],
] as const)('%s: everything is put back, and every note acknowledged afterwards is on the disk', async (_, takeIt) => {
  takeIt()
  for (let number = BEFORE + 1; number <= BEFORE + AFTER; number += 1) await aNoteIn(client, callId, number)
  expect(await notesOnDisk()).toBe(BEFORE + AFTER)
  const status = await accepted(client.workspace.status({}))
  expect(status).toMatchObject({ state: 'ready', fault: null, mendings: [{ kind: 'put_back' }] })
  const [mending] = status.mendings
  if (mending?.keptAs) expect(readdirSync(join(folder.path, 'data')).join()).toContain(mending.keptAs)
})

const inPlace = (bytes: Buffer, at: string) => writeFileSync(at, bytes)
/** In a part that a later one of its kind has superseded: what our connection knows is whole. */
const intoTheMidst = (at: string) => {
  const file = openSync(at, 'r+')
  writeSync(file, Buffer.alloc(64, 7), 0, 64, 600)
  closeSync(file)
}
const half = (at: string) => truncateSync(at, Math.floor(statSync(at).size / 2))
const bytesHere = () => ['', '-wal'].map((suffix) => readFileSync(path + suffix))

const spoils = [
  ['the database is emptied', () => truncateSync(path, 0)],
  ['the database is cut in half', () => half(path)],
  ['the database is overwritten with something else', () => inPlace(Buffer.from('不是'.repeat(30_000)), path)],
  ['the database is overwritten in its midst', () => intoTheMidst(path)],
  ['an older copy is written over the database', () => inPlace(readFileSync(copy), path)],
  ['the log is emptied', () => truncateSync(`${path}-wal`, 0)],
  ['the log is cut in half', () => half(`${path}-wal`)],
  ['the log is overwritten in its midst', () => intoTheMidst(`${path}-wal`)],
  ['the log is overwritten', () => inPlace(Buffer.alloc(statSync(`${path}-wal`).size + 8_192, 7), `${path}-wal`)],
] as const

test.each(spoils)(
  '%s: everything comes back from memory, the bytes are kept as they were found, and later notes are on the disk',
  async (_, spoil) => {
    spoil()
    const found = bytesHere()
    for (let number = BEFORE + 1; number <= BEFORE + AFTER; number += 1) await aNoteIn(client, callId, number)
    expect(await notesOnDisk()).toBe(BEFORE + AFTER)
    const status = await accepted(client.workspace.status({}))
    expect(status).toMatchObject({ state: 'ready', fault: null, mendings: [{ kind: 'put_back' }] })
    const kept = join(folder.path, 'data', status.mendings[0]?.keptAs ?? '')
    expect(found.map((bytes, index) => bytes.equals(readFileSync(kept + ['', '-wal'][index])))).toEqual([true, true])
  },
)

/** Another program writes a row as SQLite writes it: from now on our connection knows only what it reads anew. */
const forgetMemory = () => {
  const other = new Database(path)
  other.exec(`CREATE TABLE of_another (word TEXT)`)
  other.close()
}

test.each([...spoils.slice(0, 1), ...spoils.slice(4, 5), ...spoils.slice(6, 7)])(
  '%s, and it is not in memory: nothing more is acknowledged, the file stays as it was found, and a copy brings the work back',
  async (_, spoil) => {
    forgetMemory()
    spoil()
    const found = bytesHere()
    expect(await client.notes.storeDraft({ ...aDraft(), text: '半句话', caret: 3 })).toMatchObject({
      code: 'workspace_closed',
    })
    expect(await client.notes.storeDraft({ ...aDraft(), text: '半句话。', caret: 4 })).toMatchObject({
      code: 'workspace_closed',
    })
    const status = await accepted(client.workspace.status({}))
    expect(status).toMatchObject({ state: 'damaged', fault: { kind: 'changed' } })
    expect(bytesHere().map((bytes, index) => bytes.equals(found[index] ?? bytes.subarray(1)))).toEqual([true, true])
    const newest = (await accepted(client.workspace.backups({}))).find((backup) => backup.isGood)
    await accepted(client.workspace.restoreBackup({ fileName: newest?.fileName ?? '' }))
    const known = newest?.noteCount ?? 0
    expect(known).toBeGreaterThanOrEqual(BEFORE / 2)
    await aNoteIn(client, callId, BEFORE + 1)
    expect(await notesOnDisk()).toBe(known + 1)
  },
)

test('written into and not in memory, with no room to keep the bytes meanwhile: closed all the same', async () => {
  forgetMemory()
  mkdirSync(`${path}.found`)
  inPlace(Buffer.from('不是'.repeat(30_000)), path)
  expect(await client.notes.storeDraft({ ...aDraft(), text: '半句话', caret: 3 })).toMatchObject({
    code: 'workspace_closed',
  })
  expect(await accepted(client.workspace.status({}))).toMatchObject({ state: 'damaged', fault: { kind: 'changed' } })
})

test('broken, with no room to keep the bytes meanwhile: nothing more is read or written', async () => {
  await console.close()
  const file = openWorkspaceFile(
    join(folder.path, 'data'),
    () => new Date(),
    () => {},
  )
  mkdirSync(`${path}.found`)
  file.noticeDamage('broken')
  expect(file.state()).toBe('damaged')
  expect(file.db()).toBeNull()
})

const aDraft = () => ({
  callId,
  draftId: '01930000-0000-7000-8000-0000000000d1',
  noteId: null,
  kind: 'voice' as const,
  offsetMs: 0,
  issueTypeId: null,
})

test('with no room to put it back nothing is given up: the next look does it', async () => {
  renameSync(join(folder.path, 'data'), join(folder.path, 'elsewhere'))
  writeFileSync(join(folder.path, 'data'), 'in the way')
  expect(await client.notes.storeDraft({ ...aDraft(), text: '半句话', caret: 3 })).toMatchObject({
    code: 'workspace_closed',
  })
  expect(await accepted(client.workspace.status({}))).toMatchObject({ state: 'damaged', fault: { kind: 'adrift' } })
  rmSync(join(folder.path, 'data'))
  expect(await accepted(client.workspace.lookAgain({}))).toMatchObject({ state: 'ready', fault: null })
  await aNoteIn(client, callId, BEFORE + 1)
  expect(await notesOnDisk()).toBe(BEFORE + 1)
})

test('taken away while nobody writes: noticed without a key being pressed', async () => {
  rmSync(path)
  await expect.poll(() => existsSync(path), patience).toBe(true)
  expect(await notesOnDisk()).toBe(BEFORE)
})

test('what was taken away is saved at the end at the latest', async () => {
  rmSync(path)
  await console.close()
  expect(await notesOnDisk()).toBe(BEFORE)
})

/** As long as a note may be, of one sign: it is soon looked through for what is to be masked. */
const LONG = '听'.repeat(3_990)

test('no false alarm: large writes, copies and checkpoints of our own; the log stays short without a pause', async () => {
  const logBytes = () => statSync(`${path}-wal`).size
  let longestBytes = 0
  for (let number = 100; number < 340; number += 1) {
    await aNoteIn(client, callId, number, LONG)
    longestBytes = Math.max(longestBytes, logBytes())
  }
  expect(longestBytes).toBeGreaterThan(4 * 1024 * 1024)
  expect(longestBytes).toBeLessThan(9 * 1024 * 1024)
  const reader = new Database(path, { readonly: true })
  reader.exec('BEGIN; SELECT count(*) FROM note')
  for (let number = 1_000; number < 1_120; number += 1) await aNoteIn(client, callId, number, LONG)
  expect(logBytes()).toBeGreaterThan(4 * 1024 * 1024)
  reader.close()
  await accepted(client.workspace.backUpNow({}))
  await expect.poll(logBytes, patience).toBeLessThan(4 * 1024 * 1024)
  for (let number = 3_000; number < 3_050; number += 1) await aNoteIn(client, callId, number)
  expect(await accepted(client.workspace.status({}))).toMatchObject({ state: 'ready', mendings: [] })
})

test.each([
  ['touched', () => utimesSync(path, new Date(), new Date())],
  ['given the time of long ago', () => utimesSync(path, 500, 500)],
  ['given other permissions', () => chmodSync(path, 0o640)],
  ['written over with the bytes it has', () => inPlace(readFileSync(path), path)],
] as const)('no false alarm: a database that was %s', async (_, touch) => {
  for (const number of [500, 501]) {
    touch()
    await aNoteIn(client, callId, number)
  }
  expect(await accepted(client.workspace.status({}))).toMatchObject({ state: 'ready', mendings: [] })
  // And it is still watched.
  inPlace(readFileSync(copy), path)
  await aNoteIn(client, callId, 502)
  expect(await accepted(client.workspace.status({}))).toMatchObject({ mendings: [{ kind: 'put_back' }] })
  expect(await notesOnDisk()).toBe(BEFORE + 3)
})

test('no false alarm: a log that got another time and no other byte', async () => {
  for (const number of [500, 501]) {
    utimesSync(`${path}-wal`, number, number)
    await aNoteIn(client, callId, number)
  }
  expect(await accepted(client.workspace.status({}))).toMatchObject({ state: 'ready', mendings: [] })
})

test('a lock whose file was taken away is taken again, unless somebody was quicker', () => {
  const place = aFolder()
  const first = lockFolder(place.path)
  if (first === 'in_use') throw new Error('in use')
  rmSync(join(place.path, 'earshot.lock'))
  expect(first.renew()).toBe('held')
  expect(lockFolder(place.path)).toBe('in_use')
  rmSync(join(place.path, 'earshot.lock'))
  const second = lockFolder(place.path)
  expect(first.renew()).toBe('in_use')
  if (second !== 'in_use') second.release()
  expect(first.renew()).toBe('held')
  first.release()
  place.remove()
})

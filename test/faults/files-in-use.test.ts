import {
  closeSync,
  cpSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { guardFile } from '../../electron/services/house/file-guard.ts'
import { proveTouches } from '../../electron/services/house/touch-proof.ts'
import { listBackupNames } from '../../electron/storage/file/backup.ts'
import { lockFolder } from '../../electron/storage/file/folder-lock.ts'
import { readPages } from '../../electron/storage/file/page-digests.ts'
import { copyFromOpen } from '../../electron/storage/file/rescue.ts'
import { openWorkspaceFile } from '../../electron/storage/file/workspace-file.ts'
import { aFolder } from '../builders/console.ts'
import { aClock } from '../builders/parts.ts'
import { patience } from '../builders/patience.ts'

/** In the file, in a copy of it, and then in the log. */
const IN_FILE = 6
const IN_LOG = 3
const LATER = 3
const ALL = IN_FILE + IN_LOG
const WORDS = '说了一句话。'.repeat(60)

let base: ReturnType<typeof aFolder>
let row = 0
const running = new Set<Desk>()

beforeAll(async () => {
  base = aFolder()
  const first = open(join(base.path, 'filled'))
  for (let number = 1; number <= IN_FILE; number += 1) await first.add(number)
  await first.end()
  const again = open(join(base.path, 'filled'))
  const db = again.file.db()
  if (db !== null) copyFromOpen(db, join(base.path, 'filled'), new Date('2026-09-18T01:00:00.000Z'))
  await again.end()
})
afterEach(async () => {
  for (const desk of running) await desk.end()
})
afterAll(() => base.remove())

type Desk = ReturnType<typeof open>

/** The folder's lock, its file and the guard over it, as the console joins them; a word is acknowledged as the door does it. */
function open(folder: string) {
  mkdirSync(folder, { recursive: true })
  const lock = lockFolder(folder)
  if (lock === 'in_use') throw new Error('in use')
  const clock = aClock()
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const file = openWorkspaceFile(
    folder,
    () => new Date(clock.now()),
    (db) => db.exec('CREATE TABLE IF NOT EXISTS of_test (number INTEGER, words TEXT)'),
  )
  const guard = guardFile({
    ...{ file, clock, log, renewLock: lock.renew },
    proof: proveTouches({ file, log, readPages: async (wish) => readPages(wish), checkAll: async () => 'broken' }),
    letGo: () => {},
    tellAll: () => {},
  })
  const desk = {
    file,
    guard,
    /** Whether it was acknowledged. */
    add: async (number: number) => {
      await guard.isSafe()
      file.db()?.prepare('INSERT INTO of_test VALUES (?, ?)').run(number, WORDS)
      return await guard.isSafe()
    },
    numbers: () => file.db()?.prepare('SELECT number FROM of_test ORDER BY number').pluck().all() as number[],
    end: async () => {
      running.delete(desk)
      await guard.stop()
      file.close()
      lock.release()
    },
  }
  running.add(desk)
  return desk
}

type Harm = (at: string, folder: string) => void

const copyIn = (folder: string) => {
  const name = readdirSync(join(folder, 'backups')).find((each) => each.endsWith('.db')) ?? ''
  return readFileSync(join(folder, 'backups', name))
}
const otherDatabase = (): Buffer => {
  const other = new Database(':memory:')
  other.exec(`CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('x')`)
  const bytes = other.serialize()
  other.close()
  return bytes
}
const over = (at: string, bytes: Buffer, place = 0) => {
  const file = openSync(at, 'r+')
  writeSync(file, bytes, 0, bytes.length, place)
  closeSync(file)
}
const pages = (at: string, share: number) => Math.floor((statSync(at).size * share) / 4096) * 4096

const deleted: Harm = (at) => rmSync(at, { recursive: true })
const emptied: Harm = (at) => truncateSync(at)
const cutAtPage: Harm = (at) => truncateSync(at, pages(at, 0.5))
const cutInPage: Harm = (at) => truncateSync(at, pages(at, 0.5) + 1_000)
const zeroed: Harm = (at) => over(at, Buffer.alloc(4_096))
const texted: Harm = (at) => writeFileSync(at, '这不是数据库。'.repeat(3_000))
const aFolderInstead: Harm = (at) => {
  rmSync(at, { recursive: true })
  mkdirSync(at)
}
const aFileInstead: Harm = (at) => {
  rmSync(at, { recursive: true })
  writeFileSync(at, '')
}
const linkToNowhere: Harm = (at) => {
  rmSync(at, { recursive: true })
  symlinkSync('nowhere', at)
}
const replaced: Harm = (at, folder) => {
  writeFileSync(`${at}.new`, copyIn(folder))
  renameSync(`${at}.new`, at)
}

/** What a start finds that comes before the console had a look: so many notes, or a fault with its screen. */
type Killed = number | string

const harms: readonly (readonly [string, string, Harm, Killed])[] = [
  ['earshot.db', 'deleted', deleted, 'gone'],
  ['earshot.db', 'emptied', emptied, 'broken'],
  ['earshot.db', 'cut at a page', cutAtPage, 'broken'],
  ['earshot.db', 'cut within a page', cutInPage, 'broken'],
  ['earshot.db', 'without its first page', zeroed, 'broken'],
  ['earshot.db', 'overwritten by another database', (at) => writeFileSync(at, otherDatabase()), 'broken'],
  ['earshot.db', 'overwritten by text', texted, 'broken'],
  ['earshot.db', 'overwritten by an old copy', (at, folder) => writeFileSync(at, copyIn(folder)), 'broken'],
  ['earshot.db', 'replaced by an old copy', replaced, 'broken'],
  ['earshot.db', 'a folder', aFolderInstead, 'broken'],
  ['earshot.db', 'a link to nowhere', linkToNowhere, 'gone'],
  ['earshot.db-wal', 'deleted', deleted, IN_FILE],
  ['earshot.db-wal', 'emptied', emptied, IN_FILE],
  ['earshot.db-wal', 'cut at a page', cutAtPage, IN_FILE],
  ['earshot.db-wal', 'cut within a page', cutInPage, IN_FILE],
  ['earshot.db-wal', 'without its first page', zeroed, 'log'],
  ['earshot.db-wal', 'overwritten by text', texted, 'log'],
  ['earshot.db-wal', 'a folder', aFolderInstead, 'log'],
  ['earshot.db-wal', 'a link to nowhere', linkToNowhere, 'log'],
  ['earshot.db-shm', 'deleted', deleted, ALL],
  ['earshot.db-shm', 'emptied', emptied, ALL],
  ['earshot.db-shm', 'cut within a page', cutInPage, ALL],
  ['earshot.db-shm', 'without its first page', zeroed, ALL],
  ['earshot.db-shm', 'a folder', aFolderInstead, ALL],
  ['earshot.db-shm', 'a link to nowhere', linkToNowhere, ALL],
  ['earshot.lock', 'deleted', deleted, ALL],
  ['earshot.lock', 'emptied', emptied, ALL],
  ['earshot.lock', 'overwritten by text', texted, ALL],
  ['earshot.lock', 'a folder', aFolderInstead, ALL],
  ['earshot.lock', 'a link to nowhere', linkToNowhere, ALL],
  ['backups', 'deleted', deleted, ALL],
  ['backups', 'a file', aFileInstead, ALL],
  ['backups', 'a link to nowhere', linkToNowhere, ALL],
]

test.each(harms)(
  '%s is %s: nothing acknowledged is lost, and the next start is right',
  async (name, _, harm, killed) => {
    row += 1
    const folder = join(base.path, String(row))
    cpSync(join(base.path, 'filled'), folder, { recursive: true })
    const desk = open(folder)
    const add = async (from: number, to: number) => {
      for (let number = from; number <= to; number += 1) expect(await desk.add(number)).toBe(true)
    }
    await add(IN_FILE + 1, ALL)
    harm(join(folder, name), folder)

    // Killed in this moment, before anybody looked.
    const asFound = join(base.path, `${row}-killed`)
    cpSync(folder, asFound, { recursive: true, verbatimSymlinks: true })
    expect(await startIn(asFound)).toBe(killed)

    // It goes on, is killed, goes on, and is closed.
    await add(ALL + 1, ALL + LATER)
    const later = join(base.path, `${row}-later`)
    cpSync(folder, later, { recursive: true, verbatimSymlinks: true })
    expect(await startIn(later)).toBe(ALL + LATER)
    await desk.end()
    expect(await startIn(folder)).toBe(ALL + LATER)
  },
)

/** How many notes a start finds. Where a screen comes instead: its fault, with the bytes as they were found, and a copy to go on with. */
async function startIn(folder: string): Promise<number | string> {
  const bytes = () =>
    ['earshot.db', 'earshot.db-wal']
      .map((name) => join(folder, name))
      .map((at) => (lstatSync(at, { throwIfNoEntry: false })?.isFile() ? readFileSync(at).toString('latin1') : null))
  const before = bytes()
  const { file, numbers, end } = open(folder)
  const fault = file.fault()?.kind
  if (fault !== undefined) {
    expect(bytes()).toEqual(before)
    const [newest = ''] = listBackupNames(folder)
    file.replaceWith(join(folder, 'backups', newest), new Date('2026-09-18T02:00:00.000Z'))
    expect(numbers().length).toBeGreaterThanOrEqual(IN_FILE)
    const kept = ['', '-wal'].map((suffix) => join(folder, `earshot_damaged_2026-09-18_020000.db${suffix}`))
    const isFileKept = before.map(
      (each, index) => each === null || readFileSync(kept[index] ?? '').toString('latin1') === each,
    )
    expect(isFileKept).toEqual([true, true])
  }
  const count = numbers().length
  await end()
  return fault ?? count
}

test('the whole folder is moved away: it is made anew with everything, and what was moved is left alone', async () => {
  const folder = join(base.path, 'moving')
  cpSync(join(base.path, 'filled'), folder, { recursive: true })
  const desk = open(folder)
  expect(await desk.add(ALL)).toBe(true)
  renameSync(folder, `${folder}-away`)
  const moved = readFileSync(join(`${folder}-away`, 'earshot.db')).length
  expect(await desk.add(ALL + 1)).toBe(true)
  await desk.end()
  expect(await startIn(folder)).toBe(IN_FILE + 2)
  expect(readFileSync(join(`${folder}-away`, 'earshot.db')).length).toBe(moved)
})

test('a second console is kept out; where it found no lock, the first acknowledges nothing more and spoils nothing', async () => {
  const folder = join(base.path, 'two')
  cpSync(join(base.path, 'filled'), folder, { recursive: true })
  const first = open(folder)
  expect(() => open(folder)).toThrow('in use')
  rmSync(join(folder, 'earshot.lock'))
  const second = open(folder)
  expect(await second.add(ALL)).toBe(true)
  await expect.poll(() => first.file.fault()?.kind, patience).toBe('in_use')
  expect(await first.add(ALL + 1)).toBe(false)
  await first.end()
  expect(await second.add(ALL + 2)).toBe(true)
  await second.end()
  expect(await startIn(folder)).toBe(IN_FILE + 2)
})

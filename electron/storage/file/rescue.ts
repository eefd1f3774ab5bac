import { copyFileSync, existsSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { renamePatiently } from '../../patiently.ts'
import { freeName, isFile, isFolder, isTaken, setAside } from '../../set-aside.ts'
import type { ReadableDb } from '../database.ts'
import { openForWriting } from '../open.ts'
import { backupFolder, copyDatabase, listBackupNames, nextBackupPath, putInPlace } from './backup.ts'
import { checkIntegrity } from './integrity.ts'
import { checkSchema } from './schema-check.ts'

/** The bytes of a file that somebody wrote into, while it is being closed. */
const foundOf = (path: string): string => `${path}.found`

/** What belongs to a database file and goes where it goes: beside another one it would be taken for that one's. */
const WITH_IT = ['', '-wal', '-shm', '-journal']

/** A journal's first bytes: https://www.sqlite.org/fileformat2.html#the_rollback_journal */
const JOURNAL_MAGIC = 'd9d505f920a163d7'

/** Under another name first: a kill in the middle must not leave a file of zero bytes, which reads as damage. */
export function makeEmpty(path: string): void {
  const unfinished = `${path}.unfinished`
  for (const suffix of WITH_IT) rmSync(unfinished + suffix, { recursive: true, force: true })
  const empty = openForWriting(unfinished)
  empty.pragma('wal_checkpoint(TRUNCATE)')
  empty.close()
  putInPlace(unfinished, path)
}

export function placeCopy(copyPath: string, path: string): void {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  copyFileSync(copyPath, unfinished)
  putInPlace(unfinished, path)
}

/** The same in place of a closed database. False: nothing was done, because its log is not empty. */
export function placeAlone(copyPath: string, path: string): boolean {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return false
  // Who still reads keeps what it opened; the copy gets a log and an index of its own.
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  placeCopy(copyPath, path)
  return true
}

/** Gives the file and what belongs to it a dated name beside. Answers that name; null: nothing was there. */
export function keepAside(path: string, at: Date, why: 'damaged' | 'replaced'): string | null {
  const folder = dirname(path)
  const kept = freeName(at, (stamp) => join(folder, `earshot_${why}_${stamp}.db`))
  const here = WITH_IT.filter((suffix) => isTaken(path + suffix))
  for (const suffix of here) renamePatiently(path + suffix, kept + suffix)
  return here.length === 0 ? null : basename(kept)
}

/**
 * Takes out of the way what no database needs: an index of the log that is no file (SQLite makes it anew), a journal that is
 * none. A true journal undoes what was half written when a tool of somebody's was killed; SQLite does that at the next
 * opening for writing, so it is done here, with file and journal kept beside as they were. Answers the names things got.
 */
export function clearTheWay(path: string, at: Date): string[] {
  const moved: string[] = []
  // `closeUntouched` was killed between its two halves: what was found is told from what lies here by its name.
  if (isTaken(foundOf(path))) {
    const kept = freeName(at, (stamp) => join(dirname(path), `earshot_damaged_${stamp}.db`))
    for (const suffix of ['', '-wal'])
      if (isTaken(foundOf(path) + suffix)) renamePatiently(foundOf(path) + suffix, kept + suffix)
    moved.push(kept)
  }
  const journal = `${path}-journal`
  if (isTaken(`${path}-shm`) && !isFile(`${path}-shm`)) moved.push(setAside(`${path}-shm`, at))
  if (isTaken(journal) && !isTrueJournal(journal)) moved.push(setAside(journal, at))
  if (isFile(journal) && isFile(path)) {
    const kept = freeName(at, (stamp) => join(dirname(path), `earshot_damaged_${stamp}.db`))
    for (const suffix of ['', '-journal']) copyFileSync(path + suffix, kept + suffix)
    moved.push(kept)
    undoHalfWritten(path)
  }
  return moved.map((each) => basename(each))
}

const isTrueJournal = (path: string): boolean =>
  isFile(path) && readFileSync(path).toString('hex', 0, JOURNAL_MAGIC.length / 2) === JOURNAL_MAGIC

function undoHalfWritten(path: string): void {
  try {
    const db = new Database(path)
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
    } finally {
      db.close()
    }
  } catch {
    // Whatever is wrong with it, the inspection that follows has a name for it.
  }
}

/**
 * Lays what the file holds without its log among the copies, as of the file's own time: where the log cannot be read, that is
 * often newer than the newest copy. Not twice for the same file. Does nothing when the file alone is not sound.
 */
export function layCopyWithoutLog(dataFolder: string, path: string): void {
  try {
    const { mtime } = statSync(path)
    const isCopyOfIt = (name: string) => statSync(join(backupFolder(dataFolder), name)).mtimeMs === mtime.getTime()
    if (!isTaken(`${path}-wal`) || listBackupNames(dataFolder).some(isCopyOfIt)) return
    const copy = nextBackupPath(dataFolder, mtime)
    if (!isSoundAlone(path, `${copy}.unfinished`)) {
      rmSync(`${copy}.unfinished`, { force: true })
      return
    }
    putInPlace(`${copy}.unfinished`, copy)
    utimesSync(copy, mtime, mtime)
  } catch {
    // One choice fewer; the others stand.
  }
}

/** Copies the file alone to `target` and looks at it there, as a database that has no log. */
function isSoundAlone(path: string, target: string): boolean {
  copyFileSync(path, target)
  const db = new Database(target)
  try {
    db.pragma('journal_mode = DELETE')
    return checkIntegrity(db) === 'ok' && checkSchema(db) === 'ours'
  } finally {
    db.close()
  }
}

/** A copy of everything an open connection holds, among the copies; answers its path. Throws when that cannot be had. */
export function copyFromOpen(db: ReadableDb, dataFolder: string, at: Date): string {
  const target = nextBackupPath(dataFolder, at)
  copyDatabase(db, target)
  return target
}

/**
 * Closes a connection whose file somebody wrote into. SQLite would write the log into that file and remove it on the way; so the bytes
 * as they were found are kept aside meanwhile and put back. Where there is no room for that it is closed all the same: a spoilt file
 * must take no more notes.
 */
export function closeUntouched(path: string, close: () => void): void {
  const found = (suffix: string) => foundOf(path) + suffix
  const here = WITH_IT.slice(0, 2).filter((suffix) => existsSync(path + suffix) && !isFolder(path + suffix))
  try {
    for (const suffix of here) copyFileSync(path + suffix, found(suffix))
  } catch {
    for (const suffix of here) rmSync(found(suffix), { recursive: true, force: true })
    close()
    return
  }
  close()
  for (const suffix of here) renamePatiently(found(suffix), path + suffix)
}

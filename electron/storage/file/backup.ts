import { chmodSync, closeSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { renamePatiently } from '../../patiently.ts'
import { isFolder, isTaken, makeFolder } from '../../set-aside.ts'
import { isDamage } from '../../system-faults.ts'
import { type ReadableDb, unimportantWrites, writtenRows } from '../database.ts'
import { schemaVersion } from '../migrations/migrations.ts'
import { byNewest, copyName, isCopyName } from './copy-names.ts'
import { ALWAYS_CHECKED_BYTES, checkIntegrity, passesQuickCheck } from './integrity.ts'
import { checkSchema } from './schema-check.ts'

/** What a look into one copy found. */
export interface BackupContents {
  readonly isGood: boolean
  readonly noteCount: number | null
  readonly ticketCount: number | null
}

export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups')

/** File names of all copies, newest first. */
export function listBackupNames(dataFolder: string): string[] {
  const folder = backupFolder(dataFolder)
  if (!isFolder(folder)) return []
  return readdirSync(folder).filter(isCopyName).sort(byNewest)
}

const LEFTOVER = /^(earshot_\d{4}-\d\d-\d\d_\d{6}Z?\.db\.unfinished(-journal|-wal|-shm)?|looked-into\.json\.new)$/

/** What an end in the middle of a copy left. Before the first copy of a run: the folder is ours alone. */
export function sweepLeftovers(dataFolder: string): void {
  const folder = backupFolder(dataFolder)
  if (!isFolder(folder)) return
  for (const name of readdirSync(folder).filter((each) => LEFTOVER.test(each)))
    rmSync(join(folder, name), { recursive: true, force: true })
}

/** What a copy is called until it is whole: whatever carries a backup's name is complete. */
export const unfinishedOf = (target: string): string => `${target}.unfinished`

/** Writes a whole, compact copy of the open database; blocks until it is on the disk. */
export function copyDatabase(db: ReadableDb, target: string): void {
  const unfinished = unfinishedOf(target)
  writeCopy(db, unfinished)
  try {
    renamePatiently(unfinished, target)
  } catch (error) {
    dropUnfinished(unfinished)
    throw error
  }
}

/** The same, without the name that says so. */
export function writeCopy(db: ReadableDb, unfinished: string): void {
  // Emptied, which SQLite takes, and not removed: it keeps the name from another copy of this moment.
  writeFileSync(unfinished, '')
  try {
    db.prepare('VACUUM INTO ?').run(unfinished)
    finish(unfinished)
  } catch (error) {
    dropUnfinished(unfinished)
    throw error
  }
}

/** A copy that came to nothing, with what SQLite keeps beside a file while it writes. */
export function dropUnfinished(unfinished: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
}

/**
 * A name for a copy made at `at` that nothing bears, with the folder made. Its unfinished file is made at once: a copy that a thread
 * is writing and one that is made meanwhile never get the same name.
 */
export function nextBackupPath(dataFolder: string, at: Date): string {
  const folder = backupFolder(dataFolder)
  makeFolder(folder)
  for (let second = 0; ; second += 1) {
    const path = join(folder, copyName(new Date(at.getTime() + second * 1_000)))
    if (!isTaken(path) && takes(unfinishedOf(path))) return path
  }
}

/** Makes an empty file under a name that nothing bears. */
function takes(path: string): boolean {
  if (isTaken(path)) return false
  closeSync(openSync(path, 'wx', 0o600))
  return true
}

/** Reads all pages of a copy and counts what is in it. Takes as long as the file is large: not for the main thread. */
export function lookIntoBackup(path: string): BackupContents {
  const nothing = { isGood: false, noteCount: null, ticketCount: null }
  const { size } = statSync(path)
  if (size === 0) return nothing
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    if (Number(db.pragma('user_version', { simple: true })) > schemaVersion) return nothing
    // A list of large copies is waited for.
    const isSound = size > ALWAYS_CHECKED_BYTES ? passesQuickCheck(db) : checkIntegrity(db) === 'ok'
    // A sound database of something else is no backup of ours either.
    if (!isSound || checkSchema(db) !== 'ours') return nothing
    const count = (sql: string) => Number(db.prepare(sql).pluck().get())
    return {
      isGood: true,
      noteCount: count('SELECT count(*) FROM note WHERE removed_at IS NULL'),
      ticketCount: count('SELECT count(*) FROM ticket WHERE withdrawn_at IS NULL'),
    }
  } catch (error) {
    if (isDamage(error)) return nothing
    throw error
  } finally {
    db.close()
  }
}

/** Gives a file that was written to the end its final name. */
export function putInPlace(unfinished: string, path: string): void {
  finish(unfinished)
  renamePatiently(unfinished, path)
}

/**
 * For own eyes only: copies are carried elsewhere, and folders may be open to others; SQLite gives log and index the file's own
 * permissions. Its bytes are forced onto the disk, or a rename might reach it before they do.
 */
export function finish(unfinished: string): void {
  chmodSync(unfinished, 0o600)
  flush(unfinished)
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Rows written on this connection since it was opened, but for those that need no copy: it is the only one that writes. 0 while
 * there is none.
 */
export const changeCount = (db: ReadableDb | null): number =>
  db === null ? 0 : writtenRows(db) - unimportantWrites(db)

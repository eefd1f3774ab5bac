import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { renamePatiently } from '../../patiently.ts'
import { fileStamp, isFolder, makeFolder } from '../../set-aside.ts'
import { isDamage } from '../../system-faults.ts'
import { type ReadableDb, unimportantWrites, writtenRows } from '../database.ts'
import { schemaVersion } from '../migrations/migrations.ts'
import { ALWAYS_CHECKED_BYTES } from './inspect.ts'
import { checkIntegrity, passesQuickCheck } from './integrity.ts'
import { checkSchema } from './schema-check.ts'

/** What a look into one copy found. */
export interface BackupContents {
  readonly isGood: boolean
  readonly noteCount: number | null
  readonly ticketCount: number | null
}

const PATTERN = /^earshot_\d{4}-\d\d-\d\d_\d{6}\.db$/

export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups')

/** File names of all copies, newest first: the names sort by time. */
export function listBackupNames(dataFolder: string): string[] {
  const folder = backupFolder(dataFolder)
  if (!isFolder(folder)) return []
  return readdirSync(folder)
    .filter((name) => PATTERN.test(name))
    .sort()
    .reverse()
}

const LEFTOVER = /^(earshot_\d{4}-\d\d-\d\d_\d{6}\.db\.unfinished(-journal|-wal|-shm)?|looked-into\.json\.new)$/

/** What an end in the middle of a copy left. Before the first copy of a run: the folder is ours alone. */
export function sweepLeftovers(dataFolder: string): void {
  const folder = backupFolder(dataFolder)
  if (!isFolder(folder)) return
  for (const name of readdirSync(folder).filter((each) => LEFTOVER.test(each)))
    rmSync(join(folder, name), { recursive: true, force: true })
}

/**
 * Writes a whole, compact copy of the open database and answers its path; blocks until it is on the disk. Under a temporary
 * name first: whatever carries a backup's name is complete.
 */
export function copyDatabase(db: ReadableDb, target: string): void {
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(unfinished)
    putInPlace(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    rmSync(`${unfinished}-journal`, { force: true })
    throw error
  }
}

/** A free name for a copy made at `at` (this machine's local time), with the folder made. */
export function nextBackupPath(dataFolder: string, at: Date): string {
  const folder = backupFolder(dataFolder)
  makeFolder(folder)
  for (let second = 0; ; second += 1) {
    const path = join(folder, `earshot_${fileStamp(new Date(at.getTime() + second * 1_000))}.db`)
    if (!existsSync(path)) return path
  }
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

/** The moment in a copy's name. */
export function madeAtOf(fileName: string): Date {
  const parts = fileName.match(/\d+/g)?.map(Number) ?? []
  const [year = 0, month = 1, day = 1, time = 0] = parts
  return new Date(year, month - 1, day, Math.floor(time / 10_000), Math.floor(time / 100) % 100, time % 100)
}

/**
 * Gives a finished file its final name, for own eyes only: copies are carried elsewhere, and folders may be open to others;
 * SQLite gives log and index the file's own permissions. Its bytes are forced onto the disk first, or the rename might reach it before
 * they do.
 */
export function putInPlace(unfinished: string, path: string): void {
  chmodSync(unfinished, 0o600)
  flush(unfinished)
  renamePatiently(unfinished, path)
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

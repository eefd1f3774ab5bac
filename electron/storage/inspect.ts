import { closeSync, existsSync, openSync, readSync, rmSync, type Stats, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { ReadableDb } from './database.ts'
import { schemaVersion } from './migrations/migrations.ts'

export type Finding = 'missing' | 'sound' | 'damaged' | 'newer'

/**
 * Up to this size every start reads all pages: quick_check took 0.35 s for 376 MB here, so 60 ms at most. Above it only a
 * start after an unclean end does, or after a broken page was met; a five-year company archive would otherwise cost
 * seconds each morning.
 */
const ALWAYS_CHECKED_BYTES = 64 * 1024 * 1024

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

/**
 * Tells what lies at `path` without changing a byte of it. `isFileExpected`: there are backups, so a file that is not there
 * was lost, and an empty start would hide that. A write-ahead log without its file says the same; an empty database made
 * beside it would take in the log's pages.
 */
export function inspectDatabase(path: string, isFileExpected: boolean): Finding {
  const stats = statSync(path, { throwIfNoEntry: false })
  // A write-ahead log with something in it: the last Earshot did not end by itself.
  const endedUncleanly = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  if (stats === undefined) return isFileExpected || endedUncleanly ? 'damaged' : 'missing'
  const isSuspect = endedUncleanly || existsSync(suspicionOf(path))
  if (!stats.isFile() || !hasSoundHeader(path, stats, endedUncleanly)) return 'damaged'
  return findInside(path, isSuspect || stats.size <= ALWAYS_CHECKED_BYTES)
}

/** A note beside the file that a broken page was met in it: the next start looks at all of it, however large. */
export const suspicionOf = (path: string): string => `${path}.suspect`

/** Whether SQLite said that the file's pages or its header are broken. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
}

/** Reads every page. */
export function passesQuickCheck(db: ReadableDb): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

/** Through SQLite, read-only: what still stands in a write-ahead log beside the file counts as part of it. */
function findInside(path: string, readsAllPages: boolean): Finding {
  const hadIndex = statSync(`${path}-shm`, { throwIfNoEntry: false }) !== undefined
  const hadLog = statSync(`${path}-wal`, { throwIfNoEntry: false }) !== undefined
  let db: ReadableDb | undefined
  try {
    db = new Database(path, { readonly: true, fileMustExist: true })
    if (Number(db.pragma('user_version', { simple: true })) > schemaVersion) return 'newer'
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return readsAllPages && !passesQuickCheck(db) ? 'damaged' : 'sound'
  } catch (error) {
    if (isDamage(error)) return 'damaged'
    throw error
  } finally {
    db?.close()
    // A reader of a WAL database makes these two and may not remove them; leave the folder as it was found.
    if (!hadIndex) rmSync(`${path}-shm`, { force: true })
    if (!hadLog) rmSync(`${path}-wal`, { force: true })
  }
}

/** Offsets: https://www.sqlite.org/fileformat2.html#the_database_header */
function hasSoundHeader(path: string, stats: Stats, hasLog: boolean): boolean {
  if (stats.size < HEADER_BYTES) return false
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(file)
  }
  const rawPageSize = header.readUInt16BE(16)
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize
  if (header.toString('latin1', 0, 16) !== MAGIC || pageSize < 512) return false
  // Cut off at the end. With a log beside it the missing pages may stand there, and the check of all pages decides.
  const isPageCountKept = header.readUInt32BE(24) === header.readUInt32BE(92)
  return hasLog || !isPageCountKept || stats.size >= header.readUInt32BE(28) * pageSize
}

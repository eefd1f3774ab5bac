import { closeSync, existsSync, lstatSync, openSync, readSync, rmSync, type Stats, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { WorkspaceFaultKind } from '../../../shared/contract/house/workspace.ts'
import { errorCode } from '../../error-code.ts'
import { isDamage, isNoSpace } from '../../system-faults.ts'
import type { ReadableDb } from '../database.ts'
import { versionOf } from '../migrate.ts'
import { schemaVersion } from '../migrations/migrations.ts'
import { ALWAYS_CHECKED_BYTES, checkIntegrity, passesQuickCheck } from './integrity.ts'
import { checkKeptPages } from './kept-pages.ts'
import { beginsLog } from './log-header.ts'
import { checkSchema } from './schema-check.ts'
import { checkSeal } from './seal.ts'

export type Finding =
  | { readonly kind: 'missing' | 'newer' }
  /** `isSealed`: byte for byte what Earshot left. `isOlder`: an earlier one, and its tables are of that version. */
  | { readonly kind: 'sound'; readonly isSealed: boolean; readonly isOlder: boolean }
  | { readonly kind: 'damaged'; readonly fault: WorkspaceFaultKind; readonly code?: string }

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

const damaged = (fault: WorkspaceFaultKind): Finding => ({ kind: 'damaged', fault })

/**
 * Tells what lies at `path` without changing a byte of it. `isFileExpected`: there are backups or a seal, so a file that is not there
 * was lost, and an empty start would hide that. A write-ahead log without its file says the same; an empty database made
 * beside it would take in the log's pages.
 */
export function inspectDatabase(path: string, isFileExpected: boolean): Finding {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    const log = lookAtLog(`${path}-wal`)
    if (stats === undefined) {
      const isLinkToNowhere = lstatSync(path, { throwIfNoEntry: false }) !== undefined
      return isFileExpected || isLinkToNowhere || log !== 'empty' ? damaged('gone') : { kind: 'missing' }
    }
    if (!stats.isFile() || !hasSoundHeader(path, stats, log === 'filled')) return damaged('broken')
    // After the file itself: a broken file is not mended by a log.
    if (log === 'unreadable') return damaged('log')
    return findInside(path, stats.size, log === 'filled')
  } catch (error) {
    // Not ours to judge, and no reason to end without a word.
    return { kind: 'damaged', fault: isNoSpace(error) ? 'full' : 'unreadable', code: errorCode(error) }
  }
}

/** A note beside the file that a broken page was met in it: the next start looks at all of it, however large. */
export const suspicionOf = (path: string): string => `${path}.suspect`

/** Whether the last Earshot left something in the log: it did not end by itself. */
export const endedUncleanly = (path: string): boolean => lookAtLog(`${path}-wal`) !== 'empty'

function lookAtLog(path: string): 'empty' | 'filled' | 'unreadable' {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return lstatSync(path, { throwIfNoEntry: false }) === undefined ? 'empty' : 'unreadable'
  if (!stats.isFile()) return 'unreadable'
  if (stats.size === 0) return 'empty'
  return beginsLog(readHeader(path, 32)) ? 'filled' : 'unreadable'
}

/** Through SQLite, read-only: what still stands in a write-ahead log beside the file counts as part of it. */
function findInside(path: string, sizeBytes: number, hasLog: boolean): Finding {
  // After an unclean end there is no seal; of the pages that its log does not replace it may be known what they were.
  const seal = hasLog ? checkKeptPages(path) : checkSeal(path, ALWAYS_CHECKED_BYTES)
  const readsAllPages = hasLog || existsSync(suspicionOf(path)) || sizeBytes <= ALWAYS_CHECKED_BYTES
  const hadIndex = statSync(`${path}-shm`, { throwIfNoEntry: false }) !== undefined
  const hadLog = statSync(`${path}-wal`, { throwIfNoEntry: false }) !== undefined
  let db: ReadableDb | undefined
  try {
    db = new Database(path, { readonly: true, fileMustExist: true })
    const version = versionOf(db)
    if (version > schemaVersion) return { kind: 'newer' }
    // Bytes that are as they were left need no second look.
    if (seal === 'differs' || (seal === 'none' && readsAllPages && !passesQuickCheck(db))) {
      const integrity = checkIntegrity(db)
      if (integrity !== 'ok') return damaged(integrity)
    }
    const schema = checkSchema(db)
    if (schema !== 'ours') return damaged(schema === 'repairable' ? 'indexes' : schema)
    return seal === 'differs'
      ? damaged('edited')
      : { kind: 'sound', isSealed: seal === 'kept', isOlder: version < schemaVersion }
  } catch (error) {
    if (isDamage(error)) return damaged('broken')
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
  const header = readHeader(path, HEADER_BYTES)
  const rawPageSize = header.readUInt16BE(16)
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize
  if (header.toString('latin1', 0, 16) !== MAGIC || pageSize < 512) return false
  // Cut off at the end. With a log beside it the missing pages may stand there, and the check of all pages decides.
  const isPageCountKept = header.readUInt32BE(24) === header.readUInt32BE(92)
  return hasLog || !isPageCountKept || stats.size >= header.readUInt32BE(28) * pageSize
}

/** The first bytes; zeros where the file has fewer. */
function readHeader(path: string, byteCount: number): Buffer {
  const header = Buffer.alloc(byteCount)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, byteCount, 0)
    return header
  } finally {
    closeSync(file)
  }
}

import Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from '../database.ts'
import { openForReading } from '../open.ts'
import { ALWAYS_CHECKED_BYTES, checkIntegrity, passesQuickCheck } from './integrity.ts'
import { checkSchema } from './schema-check.ts'

/** Room for as many pages as are held, with what SQLite keeps beside each. */
const CACHE_KIB = 80 * 1024

/** The open database as its own connection remembers it, whatever became of its files. */
export interface Memory {
  /** Every page of it, or null: it is too large, or another connection wrote since it was read. */
  image(): Buffer | null
  /** Reads all of it again where another connection wrote, or the index of the log was made anew. */
  refresh(): void
}

/**
 * Keeps all pages of a database that is not too large in its connection's cache: bytes that somebody writes over its files are not
 * looked at again. Reading them takes as long as a quick check.
 */
export function holdInMemory(db: WritableDb): Memory {
  const isSmall = () => pragma(db, 'page_count') * pragma(db, 'page_size') <= ALWAYS_CHECKED_BYTES
  // Changes when SQLite has thrown the cache away.
  const version = () => pragma(db, 'data_version')
  let known: number | null = null
  const refresh = () => {
    if (!isSmall() || version() === known) return
    db.pragma(`cache_size = -${CACHE_KIB}`)
    known = passesQuickCheck(db) ? version() : null
  }
  refresh()
  return {
    image: () => (isSmall() && version() === known ? db.serialize() : null),
    refresh,
  }
}

/** Whether a new connection finds on the disk what this one remembers. `unknown`: it does not remember all, or the disk does not answer. */
export function compareWithDisk(path: string, memory: Memory): 'same' | 'differs' | 'unknown' {
  let found: ReadableDb
  try {
    found = openForReading(path)
  } catch {
    return 'unknown'
  }
  try {
    const remembered = memory.image()
    if (remembered === null) return 'unknown'
    return found.serialize().equals(remembered) ? 'same' : 'differs'
  } catch {
    // Not even its schema can be read.
    return 'differs'
  } finally {
    found.close()
  }
}

/** What the connection remembers, as a database without files; null: that is not all of it, or not sound. */
export function openMemory(memory: Memory): ReadableDb | null {
  const image = memory.image()
  if (image === null) return null
  // «Has a log» does not fit one without files: https://www.sqlite.org/fileformat2.html#file_format_version_numbers
  image.fill(1, 18, 20)
  const db = new Database(image)
  try {
    if (checkIntegrity(db) === 'ok' && checkSchema(db) === 'ours') return db
  } catch {
    // What cannot be read is not all of it.
  }
  db.close()
  return null
}

const pragma = (db: ReadableDb, name: string): number => Number(db.pragma(name, { simple: true }))

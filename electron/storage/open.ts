import Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from './database.ts'
import { type BeforeMigration, migrate, type StepTold, versionOf } from './migrate.ts'
import { type Migration, migrations, schemaVersion } from './migrations/migrations.ts'

/**
 * Opens (or makes) the database for writing and brings it to this version's schema.
 * Throws what SQLite throws; telling damage from other trouble is `inspect.ts`'s job.
 */
export function openForWriting(
  path: string,
  beforeMigration: BeforeMigration = () => {},
  steps: readonly Migration[] = migrations,
  told?: StepTold,
): WritableDb {
  const db = new Database(path) as WritableDb
  try {
    // Before anything is set: turning WAL on would already write into the file of a newer Earshot.
    if (versionOf(db) > steps.length) throw new NewerDatabase(versionOf(db))
    db.pragma('journal_mode = WAL')
    // After the switch to WAL on purpose: the library's WAL default is NORMAL, which loses acknowledged writes in a power cut.
    db.pragma('synchronous = FULL')
    // What is deleted or replaced is overwritten on its page: words that were typed come and go there.
    db.pragma('secure_delete = ON')
    db.pragma('busy_timeout = 5000')
    migrate(db, steps, beforeMigration, told)
    assertDurable(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A connection of its own for a worker or a long read. */
export function openForReading(path: string): ReadableDb {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  db.pragma('busy_timeout = 5000')
  return db
}

/** The schema the open database has; what this Earshot writes while none is open. */
export const migrationVersion = (db: ReadableDb | null): number => (db === null ? schemaVersion : versionOf(db))

/** FULL and WAL, as asked after the first write: a build or a setting that silently differs must not go unnoticed. */
function assertDurable(db: WritableDb): void {
  const mode = db.pragma('journal_mode', { simple: true })
  const synchronous = db.pragma('synchronous', { simple: true })
  if (mode !== 'wal' || synchronous !== 2)
    throw new Error(`not durable: journal_mode ${String(mode)}, synchronous ${String(synchronous)}`)
}

/** The file was written by a later Earshot; nothing was touched. */
export class NewerDatabase extends Error {
  readonly version: number
  constructor(version: number) {
    super(`database version ${version} is newer than ${schemaVersion}`)
    this.version = version
  }
}

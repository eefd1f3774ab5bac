import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyDatabase, fileStamp, flush, listBackupNames, nextBackupPath } from './backup.ts'
import { checkpoint } from './checkpoint.ts'
import type { WritableDb } from './database.ts'
import { inspectDatabase, isDamage, suspicionOf } from './inspect.ts'
import { NewerDatabase, openForWriting } from './open.ts'

/** The folder may be older than Earshot and open to others; SQLite gives log and index the file's own permissions. */
const OWN_EYES_ONLY = 0o600

export type FileState = 'ready' | 'damaged' | 'newer'

/** The one database file of a data folder: open, or closed for a reason that has a screen. */
export interface WorkspaceFile {
  readonly path: string
  state(): FileState
  /** Null unless the state is `ready`. */
  db(): WritableDb | null
  /** Whether the last Earshot left a write-ahead log behind: it did not end by itself. */
  readonly endedUncleanly: boolean
  /** SQLite met a broken page while working: nothing more is read or written. */
  noticeDamage(): void
  /** Keeps the present file beside under a dated name, puts the copy (or an empty database) in its place and opens it. */
  replaceWith(copyPath: string | null, at: Date): void
  /** Writes the log into the file, removes it, closes. */
  close(): void
}

/** `prepare` runs on each database right after it was opened. */
export function openWorkspaceFile(
  dataFolder: string,
  now: () => Date,
  prepare: (db: WritableDb) => void,
): WorkspaceFile {
  const path = join(dataFolder, 'earshot.db')
  const endedUncleanly = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  let state: FileState = 'ready'
  let db: WritableDb | null = null

  const open = () => {
    const finding = inspectDatabase(path, listBackupNames(dataFolder).length > 0)
    if (finding === 'missing') makeEmpty(path)
    state = finding === 'damaged' || finding === 'newer' ? finding : 'ready'
    if (state !== 'ready') return
    try {
      db = openForWriting(path, (_from, old) => copyDatabase(old, nextBackupPath(dataFolder, now())))
      prepare(db)
      rmSync(suspicionOf(path), { force: true })
    } catch (error) {
      db?.close()
      db = null
      if (isDamage(error)) state = 'damaged'
      else if (error instanceof NewerDatabase) state = 'newer'
      else throw error
    }
  }

  open()
  return {
    path,
    endedUncleanly,
    state: () => state,
    db: () => db,
    noticeDamage: () => {
      db?.close()
      db = null
      state = 'damaged'
      try {
        writeFileSync(suspicionOf(path), '')
      } catch {
        // A disk that is full or gone as well: this run knows all the same, and the next one looks at small files anyway.
      }
    },
    replaceWith: (copyPath, at) => {
      keepAside(path, at)
      rmSync(suspicionOf(path), { force: true })
      if (copyPath === null) makeEmpty(path)
      else placeCopy(copyPath, path)
      open()
    },
    close: () => {
      if (db !== null) checkpoint(db, 'TRUNCATE')
      db?.close()
      db = null
    },
  }
}

/** Under another name first: a kill in the middle must not leave a file of zero bytes, which reads as damage. */
function makeEmpty(path: string): void {
  const unfinished = `${path}.unfinished`
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
  const empty = openForWriting(unfinished)
  empty.pragma('wal_checkpoint(TRUNCATE)')
  empty.close()
  chmodSync(unfinished, OWN_EYES_ONLY)
  flush(unfinished)
  renameSync(unfinished, path)
}

function placeCopy(copyPath: string, path: string): void {
  const unfinished = `${path}.unfinished`
  copyFileSync(copyPath, unfinished)
  chmodSync(unfinished, OWN_EYES_ONLY)
  flush(unfinished)
  renameSync(unfinished, path)
}

/** The log goes with its file: beside another database it would be taken for that one's. */
function keepAside(path: string, at: Date): void {
  let kept = join(dirname(path), `earshot_damaged_${fileStamp(at)}.db`)
  for (let number = 2; existsSync(kept); number += 1)
    kept = join(dirname(path), `earshot_damaged_${fileStamp(at)}_${number}.db`)
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix)
}

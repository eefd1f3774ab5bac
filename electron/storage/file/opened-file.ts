import type { WorkspaceFault } from '../../../shared/contract/house/workspace.ts'
import { errorCode } from '../../error-code.ts'
import { isDamage, isNoSpace } from '../../system-faults.ts'
import type { WritableDb } from '../database.ts'
import { BrokenReference } from '../migrate.ts'
import { NewerDatabase, openForWriting } from '../open.ts'
import { copyDatabase, nextBackupPath } from './backup.ts'
import { checkpoint } from './checkpoint.ts'
import { type FileWatch, watchFiles } from './file-watch.ts'
import { holdInMemory, type Memory } from './memory.ts'

/** A database that is open for writing, with what watches its files and what remembers its pages. */
export interface OpenedFile {
  readonly db: WritableDb
  readonly watch: FileWatch
  readonly memory: Memory
  /** SQLite writes what stands in the log into the file that is held, and removes the log. */
  close(): void
}

/** Opens, migrates with a copy before, and leaves an empty log. Throws what SQLite throws, with nothing left open. */
export function openFile(
  path: string,
  dataFolder: string,
  now: () => Date,
  prepare: (db: WritableDb) => void,
): OpenedFile {
  const db = openForWriting(path, (_from, old) => copyDatabase(old, nextBackupPath(dataFolder, now())))
  try {
    // Only `checkpoint` writes the log into the file, never a commit by the way: no note waits for it, and between two checkpoints
    // the file stands still, which shows what somebody else does to it.
    db.pragma('wal_autocheckpoint = 0')
    prepare(db)
    // What an earlier run left in the log after a kill is out of it before this one writes.
    checkpoint(db, 'TRUNCATE')
    const memory = holdInMemory(db)
    const watch = watchFiles(db, path)
    return {
      ...{ db, watch, memory },
      close: () => {
        db.close()
        // Only now: SQLite's locks would go with a closed descriptor of this process.
        watch.release()
      },
    }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Why a database that looked sound could not be opened. */
export function whyNotOpened(error: unknown): WorkspaceFault | 'newer' {
  if (isDamage(error)) return { kind: 'broken', code: null }
  if (error instanceof NewerDatabase) return 'newer'
  if (error instanceof BrokenReference || errorCode(error) === 'SQLITE_ERROR') return { kind: 'incomplete', code: null }
  // A step to a new version, and the copy before it, need room.
  return { kind: isNoSpace(error) ? 'full' : 'unreadable', code: errorCode(error) || null }
}

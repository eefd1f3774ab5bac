import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface FolderLock {
  release(): void
}

/**
 * One Earshot per data folder. A small SQLite file held with BEGIN EXCLUSIVE instead of a file with a process number in
 * it: the operating system lets go of the lock at the moment the process ends, kill -9 and power cuts included, so there
 * is never a stale lock for a person to delete, and no process number that meanwhile belongs to somebody else.
 */
export function lockFolder(dataFolder: string): FolderLock | 'in_use' {
  const held = new Database(join(dataFolder, 'earshot.lock'), { timeout: 0 })
  try {
    // Not WAL, where an exclusive lock still lets readers in; nothing is ever written, so no journal file either.
    held.pragma('journal_mode = MEMORY')
    held.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    held.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return 'in_use'
    throw error
  }
  return {
    release: () => {
      if (!held.open) return
      if (held.inTransaction) held.exec('ROLLBACK')
      held.close()
    },
  }
}

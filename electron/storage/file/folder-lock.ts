import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { errorCode } from '../../error-code.ts'
import { isFile, isFolder, isTaken, setAside } from '../../set-aside.ts'

export interface FolderLock {
  /** Takes the lock again when its file was taken away: whoever starts now would find none. `in_use`: somebody was quicker. */
  renew(): 'held' | 'in_use'
  release(): void
}

/**
 * One Earshot per data folder. A small SQLite file held with BEGIN EXCLUSIVE instead of a file with a process number in
 * it: the operating system lets go of the lock at the moment the process ends, kill -9 and power cuts included, so there
 * is never a stale lock for a person to delete, and no process number that meanwhile belongs to somebody else.
 */
export function lockFolder(dataFolder: string): FolderLock | 'in_use' {
  const path = join(dataFolder, 'earshot.lock')
  const first = holdInSpiteOfRubbish(path)
  if (first === 'in_use') return 'in_use'
  let held = first
  let file = fileAt(path)
  const release = () => {
    if (!held.open) return
    if (held.inTransaction) held.exec('ROLLBACK')
    held.close()
  }
  return {
    renew: () => {
      if (held.open && fileAt(path) === file) return 'held'
      // A folder that is gone as a whole is in nobody's hands.
      if (!isFolder(dataFolder)) return 'held'
      const again = holdInSpiteOfRubbish(path)
      if (again === 'in_use') return 'in_use'
      release()
      held = again
      file = fileAt(path)
      return 'held'
    },
    release,
  }
}

/** The lock's file says nothing to anybody: what stands in its place and is no lock gets another name. */
function holdInSpiteOfRubbish(path: string): Database.Database | 'in_use' {
  try {
    return hold(path)
  } catch (error) {
    // Any other trouble (no file may be opened any more, a disk that fails) says nothing of the lock: another console may hold it.
    if (!isNoLock(path, error)) throw error
    for (const suffix of AND_BESIDE) if (isTaken(path + suffix)) setAside(path + suffix)
    return hold(path)
  }
}

const AND_BESIDE = ['', '-journal', '-wal', '-shm']

const isNoLock = (path: string, error: unknown): boolean =>
  /^SQLITE_(NOTADB|CORRUPT)/.test(errorCode(error)) ||
  AND_BESIDE.some((suffix) => isTaken(path + suffix) && !isFile(path + suffix))

function hold(path: string): Database.Database | 'in_use' {
  const held = new Database(path, { timeout: 0 })
  try {
    // Not WAL, where an exclusive lock still lets readers in; nothing is ever written, so no journal file either.
    held.pragma('journal_mode = MEMORY')
    held.exec('BEGIN EXCLUSIVE')
    return held
  } catch (error) {
    held.close()
    if (errorCode(error).startsWith('SQLITE_BUSY')) return 'in_use'
    throw error
  }
}

function fileAt(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined ? null : `${stats.dev} ${stats.ino}`
}

import type { Log } from '../../adapters/log/log-port.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'
import type { Clock } from '../parts.ts'

/** Often enough that somebody who only looks learns of it before the next sentence is typed. */
const LOOK_EVERY_MS = 2_000

export interface FileGuard {
  /** Whether the database is open and its file the one that was opened, or was put back: what was written is safe. */
  isSafe(): boolean
  stop(): void
}

export interface GuardParts {
  readonly file: WorkspaceFile
  readonly clock: Clock
  readonly log: Log
  /** Takes the folder's lock again if its file was taken away. */
  renewLock(): 'held' | 'in_use'
  /** The open database is about to be closed: whatever works on it ends. */
  letGo(): void
  /** Every window asks anew. */
  tellAll(): void
}

/** Notices that the database's file, or the folder's lock, was moved, replaced or written into while the console runs. */
export function guardFile({ file, renewLock, clock, log, letGo, tellAll }: GuardParts): FileGuard {
  const isSafe = () => {
    if (file.db() === null) return false
    if (file.isSame()) return true
    letGo()
    const isPutBack = file.save(new Date(clock.now()))
    log.warn(isPutBack ? 'the database was taken away and put back' : `the database is closed: ${file.fault()?.kind}`)
    tellAll()
    return isPutBack
  }
  const lookAround = () => {
    if (!isSafe()) return
    file.tidy()
    if (renewLock() === 'held') return
    letGo()
    file.noticeDamage('in_use')
    log.warn('another console took the folder; the workspace is closed')
    tellAll()
  }
  const timer = setInterval(() => {
    try {
      lookAround()
    } catch (error) {
      log.error('looking after the database failed', 'GUARD', error)
    }
  }, LOOK_EVERY_MS)
  timer.unref()
  return { isSafe, stop: () => clearInterval(timer) }
}

import type { WritableDb } from '../database.ts'

export interface CheckpointGuard {
  /** Whether the file is still the one that was opened: a log written into somebody else's would spoil both. */
  isOurs(): boolean
  /**
   * The file and its log are now as they are meant to be: so many frames of the log stand in the file. Null: it failed, and some of
   * them may.
   */
  done(framesWritten: number | null): void
}

const guards = new WeakMap<WritableDb, CheckpointGuard>()

/** From here on this connection's checkpoints ask and tell the guard. */
export const guardCheckpoints = (db: WritableDb, guard: CheckpointGuard): void => void guards.set(db, guard)

/**
 * Writes what stands in the log into the database file: the only moment at which that file may change, so all of them go
 * through here. `PASSIVE` waits for nobody; `TRUNCATE` leaves an empty log, or a log as it was when somebody is reading.
 */
export function checkpoint(db: WritableDb, how: 'PASSIVE' | 'TRUNCATE'): 'done' | 'busy' {
  const guard = guards.get(db)
  if (guard?.isOurs() === false) return 'busy'
  const waitMs = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  let written: Written | undefined
  try {
    written = (db.pragma(`wal_checkpoint(${how})`) as Written[])[0]
    return written?.busy === 0 ? 'done' : 'busy'
  } finally {
    db.pragma(`busy_timeout = ${waitMs}`)
    guard?.done(written === undefined ? null : framesWritten(written))
  }
}

/** What SQLite answers: https://www.sqlite.org/pragma.html#pragma_wal_checkpoint */
interface Written {
  readonly busy: number
  /** Frames in the log, and how many of them stand in the file: none of either in a log that was emptied, −1 where nothing was done. */
  readonly log: number
  readonly checkpointed: number
}

/** An emptied log was written as a whole. */
const framesWritten = ({ busy, checkpointed }: Written): number =>
  busy === 0 && checkpointed === 0 ? Number.POSITIVE_INFINITY : Math.max(0, checkpointed)

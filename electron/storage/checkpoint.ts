import type { WritableDb } from './database.ts'

const counts = new WeakMap<WritableDb, number>()

/**
 * Writes what stands in the log into the database file: the only moment at which that file may change, so all of them go
 * through here. `PASSIVE` waits for nobody; `TRUNCATE` leaves an empty log, or a log as it was when somebody is reading.
 */
export function checkpoint(db: WritableDb, how: 'PASSIVE' | 'TRUNCATE'): 'done' | 'busy' {
  const waitMs = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  try {
    return db.pragma(`wal_checkpoint(${how})`, { simple: true }) === 0 ? 'done' : 'busy'
  } finally {
    db.pragma(`busy_timeout = ${waitMs}`)
    counts.set(db, checkpointCount(db) + 1)
  }
}

/** Moves with every checkpoint of this connection, so that a look at the file can tell its own changes from somebody else's. */
export const checkpointCount = (db: WritableDb): number => counts.get(db) ?? 0

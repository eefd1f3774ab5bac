import type { Log } from '../../adapters/log/log-port.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'

/** From so long a log on it is written into the file between two pieces of work, … */
const LONG_BYTES = 4 * 1024 * 1024
/** …and from so much more on before the next one: whoever sends so much leaves no moment in between. No person does. */
const TOO_LONG_BYTES = 2 * LONG_BYTES

export interface LogLength {
  /** Asked with every piece of work: compares two numbers. */
  look(): void
  /** What the timer does. */
  shorten(): void
  stop(): void
}

/**
 * Keeps the write-ahead log short. Commits never write it into the file by the way, because a note would wait for it; a timer alone is
 * not enough, because work that follows upon work lets no timer run.
 */
export function keepLogShort(file: WorkspaceFile, log: Log): LogLength {
  let turn: NodeJS.Immediate | null = null
  let dueAtBytes = LONG_BYTES

  const stop = () => {
    if (turn !== null) clearImmediate(turn)
    turn = null
  }
  const shorten = () => {
    stop()
    file.tidy(LONG_BYTES)
    // While somebody reads it stays as long: tried again when it has grown by as much, and by the timer.
    dueAtBytes = file.logBytes() + LONG_BYTES
  }
  const shortenQuietly = () => {
    try {
      shorten()
    } catch (error) {
      dueAtBytes = file.logBytes() + LONG_BYTES
      log.error('the log of the database was not emptied', 'GUARD', error)
    }
  }
  return {
    look: () => {
      const bytes = file.logBytes()
      if (bytes < dueAtBytes) return
      if (bytes >= dueAtBytes + TOO_LONG_BYTES - LONG_BYTES) shortenQuietly()
      else turn ??= setImmediate(shortenQuietly).unref()
    },
    shorten,
    stop,
  }
}

import { closeSync, fstatSync, ftruncateSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import type { WritableDb } from '../database.ts'
import { guardCheckpoints } from './checkpoint.ts'
import { framesInIndex, INDEX_HEADER_BYTES, wholeFrames } from './log-frames.ts'
import { beginsLog } from './log-header.ts'
import type { PagesRead } from './page-digests.ts'
import { makePageWitness, type PageWitness } from './page-witness.ts'

/**
 * What a look at the open database's files found.
 * - `taken`: moved, deleted or replaced by another file; the open connection still holds the whole of ours
 * - `written`: somebody wrote into ours, or cut it
 * - `touched`: ours has another time and the same size; only a reading of all of it tells which of the others it is
 */
export type Look = 'same' | 'taken' | 'written' | 'touched'

export interface FileWatch {
  /** Three looks at names and one at 32 bytes, about 10 µs: before a write is begun and before it is acknowledged. */
  look(): Look
  readonly witness: PageWitness
  /** What bore the time of then is ours. False: not with these first bytes, which no start would take for a database. */
  believe(read: Pick<PagesRead, 'mtimeMs'>): boolean
  logSizeBytes(): number
  release(): void
}

/** Windows may date a write only when the file is closed, so there the size alone speaks. */
const areTimesTrue = process.platform !== 'win32'
const LOG_HEADER_BYTES = 32
const SALTS_AT = 16

/**
 * Watches over the files behind an open connection. SQLite goes on with what it opened, whatever happens to the names: it would
 * acknowledge notes into a file that no next start finds. With checkpoints made only by us the file itself stands still
 * between two of them, and the log only grows; everything else is somebody else's doing.
 */
export function watchFiles(db: WritableDb, path: string): FileWatch {
  const logPath = `${path}-wal`
  const indexPath = `${path}-shm`
  // Held open to tell a file taken away from one written into. SQLite's locks on the main file and on the index would go with a
  // closed descriptor of this process: released only after the connection is closed.
  const file = openSync(path, 'r')
  const log = openSync(logPath, 'r')
  const index = openSync(indexPath, 'r+')
  const header = Buffer.alloc(LOG_HEADER_BYTES)
  const witness = makePageWitness({ file, log, index }, Number(db.pragma('page_size', { simple: true })))
  const firstBytes = firstBytesOf(file)
  const main = sightOf(fstatSync(file))
  const logFile = fstatSync(log)
  const indexFile = fstatSync(index)
  let indexSize = indexFile.size
  let logSize = logFile.size
  let salts: string | null = null
  // A log that was written into the file as a whole begins anew at the next write, once, with other salts.
  let mayBeginAnew = true

  const isUntouched = (now: Stats) => !areTimesTrue || now.mtimeMs === main.mtimeMs

  let logWrittenMs = logFile.mtimeMs
  /**
   * Our own writes make it longer, but for those after it began anew. One that got a new time and no new length is asked for its
   * checksums: somebody may have written into its midst.
   */
  const isLogOurs = (now: Stats) => {
    if (!areTimesTrue || now.mtimeMs === logWrittenMs) return true
    if (now.size === logSize && !isWholeLog(log, index)) return false
    logWrittenMs = now.mtimeMs
    return true
  }

  /** Its first bytes are what they were since the last checkpoint: a hole of zeros tells that it was cut and written on. */
  const isLogWhole = (now: Stats) => {
    const { size } = now
    if (size < logSize || !isLogOurs(now)) return false
    logSize = size
    if (size === 0) return true
    readSync(log, header, 0, LOG_HEADER_BYTES, 0)
    const found = header.toString('latin1', SALTS_AT, SALTS_AT + 8)
    if (salts !== null && found !== salts && !mayBeginAnew) return false
    if (found !== salts) mayBeginAnew = salts === null && mayBeginAnew
    salts = found
    return beginsLog(header)
  }

  /**
   * The index is mapped into this process: cut by somebody, its next use would end the console without a word (SIGBUS). Long again
   * it is full of noughts, and SQLite makes it anew from the log.
   */
  const mendIndex = ({ size }: Stats) => {
    if (size < indexSize) ftruncateSync(index, indexSize)
    else indexSize = size
  }

  const look = (): Look => {
    const indexNow = statsOf(indexPath)
    const hasIndex = isSameFile(indexNow, indexFile)
    mendIndex(hasIndex ? indexNow : fstatSync(index))
    const mainNow = statsOf(path)
    const logNow = statsOf(logPath)
    if (!hasIndex || !isSameFile(mainNow, main) || !isSameFile(logNow, logFile)) {
      const ours = fstatSync(file)
      return ours.size === main.size && isUntouched(ours) && isLogWhole(fstatSync(log)) ? 'taken' : 'written'
    }
    if (!isLogWhole(logNow) || mainNow.size !== main.size) return 'written'
    return isUntouched(mainNow) ? 'same' : 'touched'
  }
  guardCheckpoints(db, {
    isOurs: () => {
      if (look() !== 'same') return false
      witness.beforeWriting()
      return true
    },
    done: (framesWritten) => {
      Object.assign(main, sightOf(fstatSync(file)))
      witness.afterWriting(framesWritten)
      const logNow = fstatSync(log)
      logSize = logNow.size
      logWrittenMs = logNow.mtimeMs
      mayBeginAnew = true
    },
  })
  return {
    look,
    witness,
    believe: ({ mtimeMs }) => {
      if (!firstBytesOf(file).equals(firstBytes)) return false
      main.mtimeMs = mtimeMs
      return true
    },
    logSizeBytes: () => logSize,
    release: () => {
      closeSync(file)
      closeSync(log)
      closeSync(index)
    },
  }
}

/** What no write of SQLite changes: https://www.sqlite.org/fileformat2.html#the_database_header */
const FIRST_BYTES = 24

/** Of the file alone: a page that stands in the log as well is read from there, whatever the file holds. */
function firstBytesOf(file: number): Buffer {
  const bytes = Buffer.alloc(FIRST_BYTES)
  readSync(file, bytes, 0, FIRST_BYTES, 0)
  return bytes
}

/** What tells one file, and one state of it, from another. */
type Sight = Pick<Stats, 'dev' | 'ino' | 'size' | 'mtimeMs'>

const sightOf = ({ dev, ino, size, mtimeMs }: Stats): { -readonly [Key in keyof Sight]: Sight[Key] } => ({
  ...{ dev, ino, size, mtimeMs },
})

const isSameFile = (now: Stats | null, then: Sight): now is Stats => now?.ino === then.ino && now.dev === then.dev

/** Every frame that its index knows is there as it was written. One that cannot be read says nothing against it. */
function isWholeLog(log: number, index: number): boolean {
  try {
    const frames = Buffer.alloc(fstatSync(log).size)
    readSync(log, frames, 0, frames.length, 0)
    const known = Buffer.alloc(INDEX_HEADER_BYTES)
    readSync(index, known, 0, INDEX_HEADER_BYTES, 0)
    return wholeFrames(frames) >= framesInIndex(known)
  } catch {
    return true
  }
}

/** Null for what is not there, or on a drive that answers no more. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}

import { fstatSync, readSync } from 'node:fs'
import { ALWAYS_CHECKED_BYTES } from './integrity.ts'
import type { KeptPages } from './kept-pages.ts'
import { framesInIndex, INDEX_HEADER_BYTES, lastFrames, logBytes, SALT_BYTES, saltsOf } from './log-frames.ts'
import { DIGEST_BYTES, digestOf, type PagesRead, type PagesWish } from './page-digests.ts'

/**
 * What the pages of the database file are meant to be. Another time on the file tells that somebody was there; whether a byte
 * was changed only a reading of all of it tells, and that is done in a thread and compared with this.
 */
export interface PageWitness {
  readonly wish: PagesWish
  isReady(): boolean
  /**
   * What is known, to be kept on the disk: once for each log. Null: nothing is, the log is empty or was asked for before, or the file is so
   * large that reading it would hold up a start.
   */
  toKeep(): KeptPages | null
  /** Asked before a reading of a file that is known to be ours; the answer takes what was read. Our own writes since then outweigh it. */
  begin(): (read: PagesRead) => void
  /** `unknown`: nothing was learnt yet. */
  compare(read: PagesRead): 'same' | 'differs' | 'unknown'
  /** Before a checkpoint, which may empty the log. */
  beforeWriting(): void
  /** After it: so many frames of the log stand in the file. Null: it failed halfway. */
  afterWriting(framesWritten: number | null): void
}

const LOG_HEADER_BYTES = 32

export interface HeldFiles {
  readonly file: number
  readonly log: number
  readonly index: number
}

export function makePageWitness(held: HeldFiles, pageBytes: number): PageWitness {
  let known: Uint8Array | null = null
  /** Pages of our own checkpoints while a reading is on its way. */
  let since: Map<number, Uint8Array> | null = null
  let logBefore: Buffer | null = null
  let lastKept: Buffer | null = null

  const put = (digests: Uint8Array, pages: ReadonlyMap<number, Uint8Array>): Uint8Array => {
    const pageCount = Math.ceil(fstatSync(held.file).size / pageBytes)
    const now = digests.length === pageCount * DIGEST_BYTES ? digests : resized(digests, pageCount, pageBytes)
    for (const [page, digest] of pages) if (page <= pageCount) now.set(digest, (page - 1) * DIGEST_BYTES)
    return now
  }
  return {
    wish: { file: held.file, pageBytes },
    isReady: () => known !== null,
    toKeep: () => {
      if (known === null || (known.length / DIGEST_BYTES) * pageBytes > ALWAYS_CHECKED_BYTES) return null
      const header = Buffer.alloc(LOG_HEADER_BYTES)
      const salts = saltsOf(header.subarray(0, readSync(held.log, header, 0, LOG_HEADER_BYTES, 0)))
      if (salts.length < SALT_BYTES || lastKept?.equals(salts)) return null
      lastKept = salts
      // A copy: the next checkpoint writes into it.
      return { salts, pageBytes, digests: known.slice() }
    },
    begin: () => {
      const mine = new Map<number, Uint8Array>()
      since = mine
      return (read) => {
        // A checkpoint that failed meanwhile, or a later reading.
        if (since !== mine) return
        known = put(read.digests, mine)
        since = null
      }
    },
    compare: (read) => {
      if (known === null) return 'unknown'
      return Buffer.compare(known, read.digests) === 0 ? 'same' : 'differs'
    },
    beforeWriting: () => {
      logBefore = known === null && since === null ? null : readLog(held, pageBytes)
    },
    afterWriting: (framesWritten) => {
      const log = logBefore
      logBefore = null
      if (log === null) return
      if (framesWritten === null) {
        // Some of its pages are in the file, nobody knows which: learnt anew.
        known = null
        since = null
        return
      }
      const written = new Map<number, Uint8Array>()
      for (const [page, { frame, bytes }] of lastFrames(log, pageBytes))
        if (frame <= framesWritten) written.set(page, digestOf(bytes))
      if (known !== null) known = put(known, written)
      for (const [page, digest] of written) since?.set(page, digest)
    },
  }
}

/** What SQLite would write into the file: the frames that its index knows. */
function readLog({ log, index }: HeldFiles, pageBytes: number): Buffer {
  const header = Buffer.alloc(INDEX_HEADER_BYTES)
  readSync(index, header, 0, INDEX_HEADER_BYTES, 0)
  const bytes = Buffer.alloc(Math.min(fstatSync(log).size, logBytes(framesInIndex(header), pageBytes)))
  readSync(log, bytes, 0, bytes.length, 0)
  return bytes
}

/** A page that the file has and no log ever held was never written: a hole, which reads as noughts. */
function resized(digests: Uint8Array, pageCount: number, pageBytes: number): Uint8Array {
  const now = new Uint8Array(pageCount * DIGEST_BYTES)
  now.set(digests.subarray(0, now.length))
  const hole = digestOf(new Uint8Array(pageBytes))
  for (let place = digests.length; place < now.length; place += DIGEST_BYTES) now.set(hole, place)
  return now
}

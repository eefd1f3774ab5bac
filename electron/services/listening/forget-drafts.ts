import type { Log } from '../../adapters/log/log-port.ts'
import type { WritableDb } from '../../storage/database.ts'
import { checkpoint } from '../../storage/file/checkpoint.ts'

/** The hands rest for so long before the disk is made to forget… */
const REST_MS = 500
/** …and somebody who never rests is not waited for longer than this. */
const LONGEST_MS = 5_000

export interface ForgettingDrafts {
  /** A draft was stored that held back part of what was typed: an earlier one may have held less back. Or what is to be readable nowhere was taken out. */
  veiled(): void
  /** A note was stored or a draft dropped; matters only when a veiled one was before. */
  replaced(): void
  isWaiting(): boolean
  /** What the timers do. */
  now(): void
  stop(): void
}

/**
 * Pages overwrite what is deleted (secure delete), but the write-ahead log keeps each draft until it is emptied. That is work for
 * the disk, so it is done when nobody is typing, once for many drafts, and never while a note waits.
 */
export function forgettingDrafts(db: WritableDb, log: Log): ForgettingDrafts {
  let rest: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  let isVeiled = false

  const stop = () => {
    clearTimeout(rest)
    clearTimeout(longest)
    rest = undefined
    longest = undefined
  }
  const soon = () => {
    clearTimeout(rest)
    rest = setTimeout(now, REST_MS).unref()
    longest ??= setTimeout(now, LONGEST_MS).unref()
  }
  const now = () => {
    stop()
    if (!db.open) return
    try {
      if (checkpoint(db, 'TRUNCATE') === 'done') isVeiled = false
      else soon()
    } catch (error) {
      // A disk that is full or gone has its own screens; drafts go on being stored veiled.
      log.error('the log was not emptied', 'DRAFTS', error)
    }
  }
  return {
    veiled: () => {
      isVeiled = true
      soon()
    },
    replaced: () => {
      if (isVeiled) soon()
    },
    isWaiting: () => rest !== undefined,
    now,
    stop,
  }
}

import type { Log } from '../../adapters/log/log-port.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'
import type { Clock } from '../parts.ts'
import { keepLogShort } from './log-length.ts'
import type { TouchProof } from './touch-proof.ts'

/** Often enough that somebody who only looks learns of it before the next sentence is typed. */
const LOOK_EVERY_MS = 2_000
/** So long the end of the console waits to learn what a touched file is: reading takes about a second a gigabyte. */
const LONGEST_PROOF_MS = 3_000

export interface FileGuard {
  /**
   * Whether the database is open and its file the one that was opened, or was put back: what was written is safe. A promise while
   * nobody knows: somebody was at the file, and a thread reads it.
   */
  isSafe(): boolean | Promise<boolean>
  stop(): Promise<void>
}

export interface GuardParts {
  readonly file: WorkspaceFile
  readonly proof: TouchProof
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
export function guardFile({ file, proof, renewLock, clock, log, letGo, tellAll }: GuardParts): FileGuard {
  const logLength = keepLogShort(file, log)
  const save = () => {
    letGo()
    const isPutBack = file.save(new Date(clock.now()))
    log.warn(isPutBack ? 'the database was taken away and put back' : `the database is closed: ${file.fault()?.kind}`)
    tellAll()
    if (isPutBack) setImmediate(dropReplaced)
    return isPutBack
  }
  /** After the answer: nobody waits for it. */
  const dropReplaced = () => {
    try {
      for (const name of file.dropReplaced()) log.info(`${name} was removed: it is needless, as those before it`)
    } catch (error) {
      log.error('needless files were not removed', 'GUARD', error)
    }
  }
  const isSafe = () => {
    if (file.db() === null) return false
    const found = file.look()
    if (found === 'touched') return isProved()
    if (found === 'changed') return save()
    logLength.look()
    return true
  }
  /** What was written before this was called is safe when a whole reading that began afterwards finds every byte ours. */
  const isProved = async () => {
    const closings = file.closings()
    for (let reading = 1; ; reading += 1) {
      await proof.settle()
      if (file.db() === null || file.closings() !== closings) return false
      const found = file.look()
      if (found === 'changed') return save()
      // Touched again meanwhile: the first reading may have begun before the write, the second did not.
      if (found === 'same' || reading === 2) return true
    }
  }
  const lookAround = () => {
    const safe = isSafe()
    if (safe !== true) return safe
    proof.learn()
    logLength.shorten()
    if (renewLock() === 'held') return safe
    letGo()
    file.noticeDamage('in_use')
    log.warn('another console took the folder; the workspace is closed')
    tellAll()
    return false
  }
  const lookAroundQuietly = async () => {
    try {
      await lookAround()
    } catch (error) {
      log.error('looking after the database failed', 'GUARD', error)
    }
  }
  const timer = setInterval(() => void lookAroundQuietly(), LOOK_EVERY_MS)
  timer.unref()
  return {
    isSafe,
    stop: async () => {
      clearInterval(timer)
      logLength.stop()
      await proof.stopLearning()
      // What was touched is closed as ours only when that is known.
      const impatience = setTimeout(proof.stopSettling, LONGEST_PROOF_MS)
      await lookAroundQuietly()
      await proof.idle()
      clearTimeout(impatience)
    },
  }
}

import { type AbandonableChild, type StartChild, startNodeChild } from '../child-port.ts'
import { workerEntry } from '../worker-entry.ts'
import type { DatabaseJobs, JobAnswer, JobKind } from './database-jobs.ts'

export interface DatabaseChildren {
  ask<Kind extends JobKind>(
    kind: Kind,
    asked: DatabaseJobs[Kind]['asked'],
  ): Promise<JobAnswer<DatabaseJobs[Kind]['answer']>>
  /** Gives up what is being done; nothing is begun any more. Resolves when all of it has ended, or would not within a second. */
  stop(): Promise<void>
}

const ENDED = { ok: false, why: 'ended' } as const

/** A process that was killed is gone in milliseconds, but for one in a call to a disk that does not answer. */
const LONGEST_END_MS = 1_000

/**
 * What reads a whole database, each in a process of its own. Not in a thread: SQLite is not interrupted in the middle of a large file, and
 * a process that is told to end waits for its threads.
 */
export function databaseChildren(
  startChild: StartChild = startNodeChild,
  longestEndMs = LONGEST_END_MS,
): DatabaseChildren {
  /** Each with what is told when it will not answer any more. */
  const atWork = new Map<AbandonableChild, () => void>()
  let isStopped = false
  let allGone = () => {}
  return {
    ask: (kind, asked) =>
      new Promise((resolve, reject) => {
        if (isStopped) return resolve(ENDED)
        const child = startChild(workerEntry('database-child'))
        atWork.set(child, () => resolve(ENDED))
        child.onMessage((answer) => {
          resolve(answer as JobAnswer<DatabaseJobs[typeof kind]['answer']>)
          child.abandon()
        })
        child.onExit(() => {
          atWork.delete(child)
          if (isStopped) resolve(ENDED)
          else reject(new Error('a process that reads the database ended without an answer'))
          if (atWork.size === 0) allGone()
        })
        child.send({ kind, asked })
      }),
    stop: async () => {
      isStopped = true
      for (const child of atWork.keys()) child.abandon()
      if (atWork.size > 0) await goneWithin(longestEndMs)
      for (const giveUp of atWork.values()) giveUp()
    },
  }

  function goneWithin(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      allGone = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

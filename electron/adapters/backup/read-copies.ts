import type { RestoreLoss } from '../../../shared/contract/house/workspace.ts'
import type { BackupContents } from '../../storage/file/backup.ts'
import { type AbandonableChild, type StartChild, startNodeChild } from '../child-port.ts'
import { workerEntry } from '../worker-entry.ts'
import type { Said } from './make-copy.ts'

export type ReadJob =
  /** Look into the copy at `path`. */
  | { readonly kind: 'look'; readonly path: string }
  /** Tell what the open database at `from` holds and the copy at `path` does not. */
  | { readonly kind: 'loss'; readonly from: string; readonly path: string }

export type ReadAnswer =
  | { readonly kind: 'look'; readonly contents: BackupContents }
  | { readonly kind: 'loss'; readonly loss: RestoreLoss }
  | { readonly kind: 'failed'; readonly said: Said }

export interface CopyReaders {
  read(job: ReadJob): Promise<ReadAnswer>
  /** Gives up what is being read; nothing is read any more. */
  stop(): void
}

const ENDED: ReadAnswer = { kind: 'failed', said: { code: 'ENDED', syscall: '' } }

/**
 * Reads copies through, each in a process of its own. Not in a thread: SQLite is not interrupted in the middle of a large file, and
 * a process that is told to end waits for its threads.
 */
export function copyReaders(startChild: StartChild = startNodeChild): CopyReaders {
  const atWork = new Set<AbandonableChild>()
  let isStopped = false
  return {
    read: (job) =>
      new Promise((resolve, reject) => {
        if (isStopped) return resolve(ENDED)
        const child = startChild(workerEntry('copy-reader'))
        atWork.add(child)
        child.onMessage((answer) => {
          resolve(answer as ReadAnswer)
          child.abandon()
        })
        child.onExit(() => {
          atWork.delete(child)
          if (isStopped) resolve(ENDED)
          else reject(new Error('a reader of copies ended without an answer'))
        })
        child.send(job)
      }),
    stop: () => {
      isStopped = true
      for (const child of atWork) child.abandon()
    },
  }
}

import { Worker } from 'node:worker_threads'
import type { BackupContents } from '../../storage/file/backup.ts'
import { workerEntry } from '../worker-entry.ts'

/** Copy the open database at `from` to `to`, then look into the copy. */
export interface CopyJob {
  readonly from: string
  readonly to: string
}

/** What the system said. An error itself loses its code on the way from one thread to another. */
export interface Said {
  readonly code: string
  readonly syscall: string
}

export type CopyAnswer =
  | { readonly ok: true; readonly contents: BackupContents }
  | { readonly ok: false; readonly isNoSpace: boolean; readonly said: Said }

/** Copies in a worker thread: a large archive takes seconds, and the next note must not wait for it. */
export function makeCopy(job: CopyJob): Promise<CopyAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerEntry('backup-worker'), { workerData: job })
    worker.once('message', (answer: CopyAnswer) => resolve(answer))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`backup worker ended with ${code}`)))
  })
}

import { Worker } from 'node:worker_threads'
import type { RestoreLoss } from '../../../shared/contract/house/workspace.ts'
import type { BackupContents } from '../../storage/file/backup.ts'
import { workerEntry } from '../worker-entry.ts'

export type BackupJob =
  /** Copy the open database at `from` to `to`, then look into the copy. */
  | { readonly kind: 'copy'; readonly from: string; readonly to: string }
  /** Look into the copy at `path`. */
  | { readonly kind: 'look'; readonly path: string }

/** What the open database at `from` holds and the copy at `path` does not. */
export interface LossJob {
  readonly kind: 'loss'
  readonly from: string
  readonly path: string
}

/** What the system said. An error itself loses its code on the way from one thread to another. */
export interface Said {
  readonly code: string
  readonly syscall: string
}

export type LossAnswer =
  | { readonly ok: true; readonly loss: RestoreLoss }
  | { readonly ok: false; readonly isNoSpace: boolean; readonly said: Said }

export type BackupAnswer =
  | { readonly ok: true; readonly contents: BackupContents }
  | { readonly ok: false; readonly isNoSpace: boolean; readonly said: Said }

/** Does the job in a worker thread: a large archive takes seconds, and the next note must not wait for it. */
export function runBackupJob(job: BackupJob): Promise<BackupAnswer>
export function runBackupJob(job: LossJob): Promise<LossAnswer>
export function runBackupJob(job: BackupJob | LossJob): Promise<BackupAnswer | LossAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerEntry('backup-worker'), { workerData: job })
    worker.once('message', (answer: BackupAnswer | LossAnswer) => resolve(answer))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`backup worker ended with ${code}`)))
  })
}

import type { RestoreLoss } from '../../../shared/contract/house/workspace.ts'
import type { BackupContents } from '../../storage/file/backup.ts'
import type { Integrity } from '../../storage/file/integrity.ts'
import type { LetGo, SealedCopy } from '../../storage/life-channel/seal-copy.ts'

/** What is asked of a process of its own, and what it answers. Each reads a whole database: seconds to minutes for a large archive. */
export interface DatabaseJobs {
  /** Look into the copy at `path`. */
  look: { asked: { readonly path: string }; answer: BackupContents }
  /** Tell what the open database at `from` holds and the copy at `path` does not. */
  loss: { asked: { readonly from: string; readonly path: string }; answer: RestoreLoss }
  /** Copy the open database at `from` to `unfinished`, then look into that. It gets no other name there. */
  copy: { asked: { readonly from: string; readonly unfinished: string }; answer: BackupContents }
  /**
   * Make the copy at `path` anew as `unfinished`, without what the open database at `from` sealed or threw away since, then look into that. It gets no other name there.
   * Else why it is not made.
   */
  seal: {
    asked: { readonly letGo: LetGo; readonly path: string; readonly unfinished: string }
    answer: BackupContents | Exclude<SealedCopy, 'made'>
  }
  /** Compare indexes with tables, and references with rows. */
  check: { asked: { readonly path: string }; answer: Integrity }
}

export type JobKind = keyof DatabaseJobs

export type Job = { [Kind in JobKind]: { readonly kind: Kind; readonly asked: DatabaseJobs[Kind]['asked'] } }[JobKind]

/** What the system said. An error itself loses its code on the way from one process to another. */
export interface Said {
  readonly code: string
  readonly syscall: string
}

export type JobAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: 'no_space' | 'failed'; readonly said: Said }
  /** The console ends: nobody looks any more. */
  | { readonly ok: false; readonly why: 'ended' }

import type { Log } from '../../adapters/log/log-port.ts'
import type { Integrity } from '../../storage/file/integrity.ts'
import { keepPages } from '../../storage/file/kept-pages.ts'
import type { PagesRead, PagesWish } from '../../storage/file/page-digests.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'

export interface ProofParts {
  readonly file: WorkspaceFile
  readonly log: Log
  /** Reads a file in a thread; rejects when that is given up. */
  readPages(wish: PagesWish, giveUp: AbortSignal): Promise<PagesRead>
  /** Looks through the whole database elsewhere; `ended`: given up. */
  checkAll(): Promise<Integrity | 'ended'>
}

export interface TouchProof {
  /**
   * Learns what the file is, where that is not known yet: once after each opening; and keeps it on the disk, once for each log. Nobody waits
   * for it.
   */
  learn(): void
  /** Somebody was at the file. Finds out whether a byte of it was changed. */
  settle(): Promise<void>
  /** Resolves when nothing is being read. */
  idle(): Promise<void>
  /** Nothing more is learnt. Resolves when nothing is being read for that. */
  stopLearning(): Promise<void>
  /** Gives up settling as well: what was touched stays so. */
  stopSettling(): void
}

/**
 * Tells a touched file (a copying tool, a virus scanner, an indexer) from one that was written into, without a note waiting for it on
 * the main thread.
 */
export function proveTouches({ file, log, readPages, checkAll }: ProofParts): TouchProof {
  let learning: Promise<void> | null = null
  let settling: Promise<void> | null = null
  const noMoreLearning = new AbortController()
  const noMoreSettling = new AbortController()

  const learn = async () => {
    const witness = file.witness()
    if (witness === null || file.look() !== 'same') return
    if (witness.isReady()) {
      const kept = witness.toKeep()
      return kept === null ? undefined : keepPages(file.path, kept)
    }
    const take = witness.begin()
    const read = await readPages(witness.wish, noMoreLearning.signal)
    // Touched meanwhile: what was read may be anybody's.
    if (file.witness() === witness && file.look() === 'same') take(read)
  }
  const settle = async () => {
    const witness = file.witness()
    if (witness === null) return
    if (!witness.isReady()) {
      if (!file.settleFromMemory()) await settleUnknown(witness)
      return
    }
    const read = await readPages(witness.wish, noMoreSettling.signal)
    if (file.witness() === witness) file.settle(witness.compare(read) === 'same', read)
  }
  /** In the first seconds of a large file nothing is known that its bytes could be compared with: sound is all that can be told. */
  const settleUnknown = async (witness: NonNullable<ReturnType<WorkspaceFile['witness']>>) => {
    const read = await readPages(witness.wish, noMoreSettling.signal)
    const integrity = await checkAll()
    if (integrity === 'ended') throw new Error('the look through a touched database was given up')
    if (file.witness() === witness) file.settle(integrity === 'ok', read)
  }
  return {
    learn: () => {
      if (noMoreLearning.signal.aborted) return
      learning ??= learn()
        .catch((error: unknown) => {
          if (!noMoreLearning.signal.aborted) log.error('the database could not be read through', 'GUARD', error)
        })
        .finally(() => {
          learning = null
        })
    },
    settle: () => {
      settling ??= settle()
        .catch((error: unknown) => {
          // Not even a thread could read it: what nobody can prove is not acknowledged.
          log.error('a touched database could not be read', 'GUARD', error)
          throw error
        })
        .finally(() => {
          settling = null
        })
      return settling
    },
    idle: async () => {
      await Promise.allSettled([learning, settling])
    },
    stopLearning: async () => {
      noMoreLearning.abort()
      await learning
    },
    stopSettling: () => noMoreSettling.abort(),
  }
}

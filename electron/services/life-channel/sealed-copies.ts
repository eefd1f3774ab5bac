import { createHash } from 'node:crypto'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { BackupShelf } from '../../adapters/backup/backup-shelf.ts'
import type { Log } from '../../adapters/log/log-port.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'
import { whatIsSealed } from '../../storage/life-channel/sealed-calls.ts'

export interface SealedCopies {
  /** Something happened: copies that hold what was sealed since are made anew without it. */
  heard(event: EarshotEvent): void
  /** Resolves when no copy is being made anew. */
  settled(): Promise<void>
}

interface Parts {
  readonly file: WorkspaceFile
  readonly shelf: BackupShelf
  readonly log: Log
  /** The copies look different. */
  readonly told: () => void
}

/** Copies that were made before a call was sealed, or while it was heard, hold its words: they are sealed there as well. */
export function sealCopies({ file, shelf, log, told }: Parts): SealedCopies {
  let running: Promise<void> | null = null
  let isDueAgain = false

  const sealAll = async (sealed: string) => {
    // One that was begun before the seal may be on its way.
    await shelf.settled()
    let changed = false
    const names = shelf.names()
    for (const name of names) {
      const outcome = await shelf.seal(file.path, name)
      if (outcome === 'ended') return
      changed ||= outcome === 'made_anew'
    }
    if (names.length > 0) shelf.markSealed(sealed)
    if (changed) told()
  }
  const failed = (error: unknown) =>
    log.error('copies that hold what was sealed since were not made anew', 'SEAL', error)
  /** A name of what is sealed that no copy was looked through for; null where there is none. */
  const due = (): string | null => {
    const db = file.db()
    const all = db === null ? '' : runOn(db, whatIsSealed())
    const sealed = createHash('sha256').update(all).digest('hex')
    return all === '' || sealed === shelf.sealedFor() ? null : sealed
  }
  const look = () => {
    isDueAgain = running !== null
    if (running !== null) return
    try {
      const sealed = due()
      if (sealed === null) return
      running = sealAll(sealed)
        .catch(failed)
        .finally(() => {
          running = null
          if (isDueAgain) look()
        })
    } catch (error) {
      failed(error)
    }
  }
  look()
  return {
    heard: (event) => {
      if (event.kind === 'changed' && event.topics.some((topic) => topic === 'lifeChannel' || topic === 'search'))
        look()
    },
    settled: async () => {
      while (running !== null) await running
    },
  }
}

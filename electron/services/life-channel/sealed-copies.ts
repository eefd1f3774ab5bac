import { createHash } from 'node:crypto'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { BackupShelf } from '../../adapters/backup/backup-shelf.ts'
import type { Log } from '../../adapters/log/log-port.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'
import { whatIsSealed } from '../../storage/life-channel/sealed-calls.ts'
import { isDamage } from '../../system-faults.ts'

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
    const outcomes = new Set<Awaited<ReturnType<typeof sealOne>>>()
    for (const name of shelf.names()) {
      const outcome = await sealOne(name)
      if (outcome === 'ended') return
      outcomes.add(outcome)
    }
    if (outcomes.size > 0 && !outcomes.has('failed')) shelf.markSealed(sealed)
    if (outcomes.has('made_anew')) told()
  }
  /** One that fails keeps no other from being sealed. It is tried again with whatever happens next, but for one that is damaged: nobody goes back to that. */
  const sealOne = (name: string) =>
    shelf.seal(file.path, name).catch((error: unknown) => {
      failed(error)
      return isDamage(error) ? ('nothing' as const) : ('failed' as const)
    })
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

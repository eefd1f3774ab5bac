import { createHash } from 'node:crypto'
import type { Topic } from '../../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { BackupShelf } from '../../adapters/backup/backup-shelf.ts'
import type { Log } from '../../adapters/log/log-port.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'
import { whatIsSealed } from '../../storage/life-channel/sealed-calls.ts'
import { migrationVersion } from '../../storage/open.ts'
import { isDamage } from '../../system-faults.ts'
import type { Clock } from '../parts.ts'

export interface SealedCopies {
  /** Something happened: copies that hold what was sealed since are made anew without it. */
  heard(event: EarshotEvent): void
  stop(): void
  /** Resolves when no copy is being made anew. */
  settled(): Promise<void>
}

interface Parts {
  readonly file: Pick<WorkspaceFile, 'db' | 'path'>
  readonly shelf: Pick<BackupShelf, 'names' | 'settled' | 'seal' | 'sealedFor' | 'markSealed'>
  readonly clock: Pick<Clock, 'goesOn'>
  readonly log: Log
  /** The first day whose secret is kept; null where there are none, or somebody hears a call, which those may wait for. */
  keysBefore(): string | null
  /** The copies look different. */
  readonly told: () => void
}

/** What the open database let go of, by a name of its own. */
interface Due {
  /** Of what is sealed; empty where nothing is. */
  readonly sealed: string
  /** The first day whose secret is kept; empty where nobody looked. */
  readonly keys: string
}

const HEARD: ReadonlySet<Topic> = new Set(['lifeChannel', 'search', 'agents'])
/** For secrets that are over: the start has better things to do. */
const BEGIN_AFTER_MS = 20_000
const EVERY_MS = 3_600_000

/**
 * Copies that were made before a call was sealed, or while it was heard, hold its words: they are sealed there as well. And they hold secrets by which agents are known on a
 * day: a week later those go from the copies, too.
 */
export function sealCopies({ file, shelf, clock, log, keysBefore, told }: Parts): SealedCopies {
  let running: Promise<void> | null = null
  let isDueAgain = false
  // A clock that is handed in runs by hand.
  let isBeginning = clock.goesOn === true

  const sealAll = async ({ sealed, keys }: Due) => {
    // One that was begun before the seal may be on its way.
    await shelf.settled()
    const outcomes = new Set<Awaited<ReturnType<typeof sealOne>>>()
    for (const name of shelf.names()) {
      const outcome = await sealOne(name, keys)
      if (outcome === 'ended') return
      outcomes.add(outcome)
      if (outcome === 'stays')
        log.warn('a copy of an older version holds what was sealed since, and cannot be brought up to date')
    }
    const before = done()
    if (outcomes.size > 0 && !outcomes.has('failed'))
      shelf.markSealed(`${sealed || before.sealed} ${keys || before.keys}`)
    if (outcomes.size > 1 || !outcomes.has('nothing')) told()
  }
  /** What copies were looked through for. */
  const done = (): Due => {
    const [sealed = '', keys = ''] = (shelf.sealedFor() ?? '').split(' ')
    return { sealed, keys }
  }
  /** One that fails keeps no other from being sealed. It is tried again with whatever happens next, but for one that is damaged: nobody goes back to that. */
  const sealOne = (name: string, keys: string) =>
    shelf.seal({ from: file.path, keysBefore: keys === '' ? null : keys }, name).catch((error: unknown) => {
      failed(error)
      return isDamage(error) ? ('nothing' as const) : ('failed' as const)
    })
  const failed = (error: unknown) =>
    log.error('copies that hold what was let go of since were not made anew', 'SEAL', error)
  /** What no copy was looked through for; null where there is nothing. */
  const due = (): Due | null => {
    const db = file.db()
    if (db === null) return null
    const all = runOn(db, whatIsSealed())
    // Copies that an older Earshot left as they were are looked through once more.
    const sealed =
      all === ''
        ? ''
        : createHash('sha256')
            .update(`${migrationVersion(db)} ${all}`)
            .digest('hex')
    const now: Due = { sealed, keys: isBeginning ? '' : (keysBefore() ?? '') }
    const before = done()
    const isNew = (what: keyof Due) => now[what] !== '' && now[what] !== before[what]
    return isNew('sealed') || isNew('keys') ? now : null
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
  const begun = () => {
    isBeginning = false
    look()
  }
  const timers = clock.goesOn ? [setTimeout(begun, BEGIN_AFTER_MS).unref(), setInterval(look, EVERY_MS).unref()] : []
  return {
    heard: (event) => {
      if (event.kind === 'changed' && event.topics.some((topic) => HEARD.has(topic))) look()
    },
    stop: () => timers.forEach(clearTimeout),
    settled: async () => {
      while (running !== null) await running
    },
  }
}

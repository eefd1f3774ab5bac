import { randomBytes } from 'node:crypto'
import type { DoorRefusal } from '../../shared/contract/entry.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import { databaseFault, isBusy, isDatabaseAway } from '../storage/hub/database-faults.ts'

export interface HubRefusals {
  /** What is no surprise at a hub: its database is away, or has too much to do. Null: it is one. */
  foreseen(error: unknown): DoorRefusal | null
  /** Tells the log of a surprise, and answers the reference under which it stands there. */
  surprise(error: unknown, what: string): string
  /** Whatever it is; a surprise stands in the log. */
  of(error: unknown, what: string): DoorRefusal
}

const TELL_EVERY_MS = 60_000

export function hubRefusals({ clock, log }: { readonly clock: Pick<Clock, 'now'>; readonly log: Log }): HubRefusals {
  let toldAtMs = Number.NEGATIVE_INFINITY
  /** It answers, so that nothing else says it: whoever looks after it reads it here, now and then. */
  const tellFullDisk = (error: unknown) => {
    if (databaseFault(error) !== 'cannot_store' || performance.now() - toldAtMs < TELL_EVERY_MS) return
    toldAtMs = performance.now()
    log.error('the database keeps nothing more: its disk is full or broken', 'DATABASE', error)
  }
  const foreseen = (error: unknown): DoorRefusal | null => {
    tellFullDisk(error)
    if (isBusy(error)) return { ok: false, code: 'hub_busy', detail: {} }
    return isDatabaseAway(error) ? { ok: false, code: 'offline', detail: { since: clock.now() } } : null
  }
  const surprise = (error: unknown, what: string): string => {
    const reference = randomBytes(4).toString('hex').toUpperCase()
    log.error(what, reference, error)
    return reference
  }
  return {
    foreseen,
    surprise,
    of: (error, what) =>
      foreseen(error) ?? { ok: false, code: 'unexpected', detail: { reference: surprise(error, what) } },
  }
}

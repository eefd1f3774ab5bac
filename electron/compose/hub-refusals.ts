import { randomBytes } from 'node:crypto'
import type { DoorRefusal } from '../../shared/contract/entry.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import { isBusy, isDatabaseAway } from '../storage/hub/database-faults.ts'

export interface HubRefusals {
  /** What is no surprise at a hub: its database is away, or has too much to do. Null: it is one. */
  foreseen(error: unknown): DoorRefusal | null
  /** Tells the log of a surprise, and answers the reference under which it stands there. */
  surprise(error: unknown, what: string): string
  /** Whatever it is; a surprise stands in the log. */
  of(error: unknown, what: string): DoorRefusal
}

export function hubRefusals({ clock, log }: { readonly clock: Pick<Clock, 'now'>; readonly log: Log }): HubRefusals {
  const foreseen = (error: unknown): DoorRefusal | null => {
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

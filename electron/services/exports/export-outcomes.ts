import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ExportRecord, WaitReason } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { errorCode, failedCall } from '../../error-code.ts'
import { saveDelivered, tellTickets } from '../../storage/exports/export-delivery.ts'
import { exportsInStates, saveEnded, saveMade, saveWaiting } from '../../storage/exports/exports.ts'
import type { ServiceParts } from '../parts.ts'
import type { Outbox } from './outbox.ts'

type Known = Pick<ExportRecord, 'id' | 'format'>

/** What becomes of an export: written into the ledger, its bytes dropped where nobody needs them any more, every window told. */
export interface ExportOutcomes {
  /** The bytes lie in the outbox, whole. */
  made(id: Id, made: Parameters<typeof saveMade>[2]): void
  /** Resolves when every ticket in it has it in its story, or work is stopped before: `told` goes on after the next start. */
  delivered(record: Known, fileName: string, isStopped: () => boolean): Promise<void>
  told(id: Id, isStopped: () => boolean): Promise<void>
  /** `said`: the system's own words, for the log. */
  waiting(id: Id, reason: WaitReason, said: string): void
  /** The folder's own answer, for everything that waits for it. */
  allWaiting(folder: string, reason: WaitReason, said: string): void
  /** Nobody is told: who cancelled knows. */
  cancelled(record: Known): void
  failed(record: Known): void
  /** The ledger was changed by the caller. */
  changed(): void
  /** A fault of ours, with a reference that can be read out. */
  surprise(error: unknown): void
}

export function makeExportOutcomes(parts: ServiceParts, outbox: Outbox): ExportOutcomes {
  const { db, clock, log } = parts
  const changed = () => parts.emit({ kind: 'changed', topics: ['exports'] })
  const end = ({ id, format }: Known, state: 'cancelled' | 'failed') => {
    saveEnded(db, id, state)
    outbox.drop(id, format)
  }
  const tellRest = async (id: Id, isStopped: () => boolean) => {
    const steps = tellTickets(db, id, () => clock.newId())
    let hasTold = false
    while (!isStopped() && steps.next().done !== true) {
      hasTold = true
      await setImmediate()
    }
    if (hasTold) parts.emit({ kind: 'changed', topics: ['tickets'] })
  }
  return {
    made: (id, made) => {
      saveMade(db, id, made)
      changed()
    },
    delivered: async ({ id, format }, fileName, isStopped) => {
      saveDelivered(db, id, { fileName, at: clock.now(), newId: () => clock.newId() })
      outbox.drop(id, format)
      parts.emit({ kind: 'changed', topics: ['exports', 'tickets'] })
      await tellRest(id, isStopped)
    },
    told: tellRest,
    waiting: (id, reason, said) => {
      log.warn(`an export waits: ${reason} (${said})`)
      saveWaiting(db, id, reason)
      changed()
    },
    allWaiting: (folder, reason, said) => {
      const others = exportsInStates(db, ['waiting']).filter((one) => one.folder === folder && one.reason !== reason)
      if (others.length === 0) return
      log.warn(`exports wait: ${reason} (${said})`)
      for (const { id } of others) saveWaiting(db, id, reason)
      changed()
    },
    cancelled: (record) => end(record, 'cancelled'),
    failed: (record) => {
      end(record, 'failed')
      changed()
    },
    changed,
    surprise: (error) => log.error('export', randomBytes(4).toString('hex').toUpperCase(), error),
  }
}

/** Why this machine's own folder did not take the bytes. */
export const ownReason = (error: unknown): WaitReason =>
  ['ENOSPC', 'EDQUOT'].includes(errorCode(error)) ? 'outbox_full' : 'outbox_refused'

export const saidOf = (error: unknown): string => `${errorCode(error)} ${failedCall(error)}`

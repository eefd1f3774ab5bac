import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ExportRecord, WaitReason } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { errorCode, failedCall } from '../../error-code.ts'
import type { DeliveredFile } from '../../storage/exports/export-delivery.ts'
import type { MadeBytes } from '../../storage/exports/exports.ts'
import type { ServiceParts } from '../parts.ts'
import { type ExportLedger, TruthAway } from './export-truth.ts'
import type { Outbox } from './outbox.ts'

type Known = Pick<ExportRecord, 'id' | 'format' | 'kind'>

/** What becomes of an export: written into the ledger, its bytes dropped where nobody needs them any more, every window told. */
export interface ExportOutcomes {
  /** The bytes lie in the outbox, whole. */
  made(id: Id, made: MadeBytes): Promise<void>
  /** Resolves when every ticket in it has it in its story, or work is stopped before: `told` goes on after the next start. */
  delivered(record: Known, file: DeliveredFile, isStopped: () => boolean): Promise<void>
  told(id: Id, isStopped: () => boolean): Promise<void>
  /** `said`: the system's own words, for the log. */
  waiting(id: Id, reason: WaitReason, said: string): Promise<void>
  /** The folder's own answer, for everything that waits for it. */
  allWaiting(folder: string, reason: WaitReason, said: string): Promise<void>
  /** Nobody is told: who cancelled knows. */
  cancelled(record: Known): Promise<void>
  failed(record: Known): Promise<void>
  /** The ledger was changed by the caller. */
  changed(): void
  /** A fault of ours, with a reference that can be read out. That the truth is away is none. */
  surprise(error: unknown): void
}

export function makeExportOutcomes(
  { log, emit }: Pick<ServiceParts, 'log' | 'emit'>,
  ledger: ExportLedger,
  outbox: Outbox,
): ExportOutcomes {
  const changed = () => emit({ kind: 'changed', topics: ['exports'] })
  const end = async ({ id, format }: Known, state: 'cancelled' | 'failed') => {
    await ledger.ended(id, state)
    outbox.drop(id, format)
  }
  const tellRest = async (id: Id, isStopped: () => boolean) => {
    let hasTold = false
    for await (const _ of ledger.tellRest(id)) {
      hasTold = true
      await setImmediate()
      if (isStopped()) break
    }
    if (hasTold) emit({ kind: 'changed', topics: ['tickets'] })
  }
  return {
    made: async (id, made) => {
      await ledger.made(id, made)
      changed()
    },
    delivered: async ({ id, format, kind }, file, isStopped) => {
      await ledger.delivered(id, file)
      outbox.drop(id, format)
      emit({ kind: 'changed', topics: ['exports', kind === 'thanks' ? 'agents' : 'tickets'] })
      if (!isStopped()) await tellRest(id, isStopped)
    },
    told: tellRest,
    waiting: async (id, reason, said) => {
      log.warn(`an export waits: ${reason} (${said})`)
      await ledger.waiting([id], reason)
      changed()
    },
    allWaiting: async (folder, reason, said) => {
      const waiting = await ledger.inStates(['waiting'])
      const others = waiting.filter((one) => one.folder === folder && one.reason !== reason)
      if (others.length === 0) return
      log.warn(`exports wait: ${reason} (${said})`)
      await ledger.waiting(
        others.map(({ id }) => id),
        reason,
      )
      changed()
    },
    cancelled: (record) => end(record, 'cancelled'),
    failed: async (record) => {
      await end(record, 'failed')
      changed()
    },
    changed,
    surprise: (error) => {
      if (!(error instanceof TruthAway)) log.error('export', randomBytes(4).toString('hex').toUpperCase(), error)
    },
  }
}

/** Why this machine's own folder did not take the bytes. */
export const ownReason = (error: unknown): WaitReason =>
  ['ENOSPC', 'EDQUOT'].includes(errorCode(error)) ? 'outbox_full' : 'outbox_refused'

export const saidOf = (error: unknown): string => `${errorCode(error)} ${failedCall(error)}`

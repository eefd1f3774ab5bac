import type { Id } from '../../../shared/contract/values.ts'
import { makeExport } from '../../adapters/exports/make-export.ts'
import type { MadeBytes } from '../../storage/exports/exports.ts'
import type { ServiceParts } from '../parts.ts'
import type { ExportTruth } from './export-truth.ts'
import { lookedThroughIn } from './looking-through.ts'
import type { Outbox } from './outbox.ts'

interface Making {
  /** Resolves null after `stop`; rejects when the bytes could not be made. */
  readonly made: Promise<MadeBytes | null>
  stop(): Promise<void>
}

/** Starts a worker on the file of an export, into the outbox, and tells every window how far it is. Null: it is made, or was ended. */
export async function startMaking(
  parts: ServiceParts,
  { ledger, rows }: ExportTruth,
  outbox: Outbox,
  id: Id,
  isStopped: () => boolean,
): Promise<Making | null> {
  const file = await ledger.toMake(id)
  if (file === null) return null
  const { page, tries, ...job } = file
  if (page?.kind === 'thanks' && page.thanks.length === 0) {
    // All were taken back, or sealed, while it waited.
    await ledger.ended(id, 'cancelled')
    parts.emit({ kind: 'changed', topics: ['exports', 'agents'] })
    return null
  }
  const lastEvents = rows === 'file' || page !== null ? null : await rows.mark()
  if (isStopped()) return null
  outbox.make()
  const ticketCount = file.ticketNumbers.length
  const startedMs = parts.clock.elapsedMs()
  const tell = (doneTickets: number) => {
    const elapsedMs = Math.round(parts.clock.elapsedMs() - startedMs)
    parts.emit({ kind: 'exportProgress', exportId: id, doneTickets, ticketCount, elapsedMs })
  }
  const ofTickets = lastEvents === null ? { databasePath: parts.databasePath } : { lastEvents }
  // A page is of words that are masked otherwise.
  const lookedThrough = rows === 'file' && page === null ? lookedThroughIn(parts.dataFolder, job.maskingRules) : null
  const path = outbox.pathOf(id, file.format)
  const whole = { ...job, writtenAt: parts.clock.now(), path, rows: page ?? ofTickets, lookedThrough }
  const { made, stop } = makeExport(whole, {
    page: (ticketNumbers) => {
      if (rows === 'file') throw new Error('the rows of this file are not asked for')
      return rows.page(ticketNumbers)
    },
    progress: (doneTickets) => {
      if (!isStopped()) tell(doneTickets)
    },
  })
  const thanksIds = page?.kind === 'thanks' ? page.thanks.map((each) => each.id) : null
  return { made: made.then((bytes) => bytes && { ...bytes, tries, thanksIds }), stop }
}

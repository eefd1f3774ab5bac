import type { Id } from '../../../shared/contract/values.ts'
import { makeExport, type RunningExport } from '../../adapters/exports/make-export.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { exportPlan } from '../../storage/exports/exports.ts'
import { readRoom } from '../../storage/house/room.ts'
import type { ServiceParts } from '../parts.ts'
import type { Outbox } from './outbox.ts'

const PROGRESS_EVERY_MS = 100

/** Starts a worker on the file of an export, into the outbox, and tells every window how far it is. Null: it is made, or was ended. */
export function startMaking(
  parts: ServiceParts,
  outbox: Outbox,
  id: Id,
  isStopped: () => boolean,
): RunningExport | null {
  const { db, clock } = parts
  const plan = exportPlan(db, id)
  if (plan === null || plan.record.state !== 'preparing' || isStopped()) return null
  outbox.make()
  const { format, ticketCount } = plan.record
  const startedMs = clock.elapsedMs()
  let toldAtMs = Number.NEGATIVE_INFINITY
  const tell = (doneTickets: number) => {
    const elapsedMs = Math.round(clock.elapsedMs() - startedMs)
    parts.emit({ kind: 'exportProgress', exportId: id, doneTickets, ticketCount, elapsedMs })
  }
  const job = {
    databasePath: parts.databasePath,
    path: outbox.pathOf(id, format),
    format,
    language: plan.language,
    timeZone: runOn(db, readRoom()).timeZone,
    ticketNumbers: plan.ticketNumbers,
  }
  return makeExport(job, (doneTickets) => {
    const now = performance.now()
    if (isStopped() || (now - toldAtMs < PROGRESS_EVERY_MS && doneTickets < ticketCount)) return
    toldAtMs = now
    tell(doneTickets)
  })
}

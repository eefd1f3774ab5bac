import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { patientlySync, renamePatiently } from '../../patiently.ts'
import { lastEvents } from '../../storage/exports/export-changes.ts'
import { exportRows } from '../../storage/exports/export-rows.ts'
import type { LastEvents } from '../../storage/exports/exports.ts'
import { openForReading } from '../../storage/open.ts'
import { hashFile } from '../hash-file.ts'
import { syncFolder } from '../sync-folder.ts'
import type { ExportJob, ExportReport, MadeExport } from './export-messages.ts'
import { writers } from './writers.ts'

const tell = (report: ExportReport): void => parentPort?.postMessage(report)

/** Makes one file on a read-only connection of its own. A surprise ends the worker and reaches the starter as its error. */
async function make(job: ExportJob): Promise<MadeExport> {
  const part = `${job.path}.part`
  const write = await writers[job.format]()
  patientlySync(() => rmSync(part, { force: true }))
  const ticketNumbers: number[] = []
  let last: LastEvents = { ticketEventId: '', noteEventId: '' }
  const db = openForReading(job.databasePath)
  function* noted(): Generator<ExportedTicket> {
    for (const row of exportRows(db, job.ticketNumbers)) {
      // From the same snapshot as the rows.
      if (ticketNumbers.length === 0) last = lastEvents(db)
      ticketNumbers.push(row.ticket.number)
      yield row
    }
  }
  try {
    await write(noted(), {
      path: part,
      language: job.language,
      timeZone: job.timeZone,
      ticketCount: job.ticketNumbers.length,
      onProgress: (doneTickets) => tell({ kind: 'progress', doneTickets }),
    })
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  } finally {
    db.close()
  }
  const hashed = await hashFile(part)
  renamePatiently(part, job.path)
  await syncFolder(dirname(job.path))
  return { ...hashed, ticketNumbers, lastEvents: last }
}

tell({ kind: 'made', made: await make(workerData as ExportJob) })

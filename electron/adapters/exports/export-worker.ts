import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { ExportedTicket } from '../../../shared/domain/exported-ticket.ts'
import { exportRows } from '../../storage/export-rows.ts'
import { openForReading } from '../../storage/open.ts'
import { hashFile } from '../hash-file.ts'
import { syncFolder } from '../sync-folder.ts'
import { writeCsv } from './csv-writer.ts'
import type { ExportJob, ExportReport, MadeExport } from './export-messages.ts'
import { writeMarkdown } from './markdown-writer.ts'
import type { Writers } from './writing.ts'
import { writeXlsx } from './xlsx-writer.ts'

const writers: Writers = { csv: writeCsv, xlsx: writeXlsx, markdown: writeMarkdown }

const tell = (report: ExportReport): void => parentPort?.postMessage(report)

/** Makes one file on a read-only connection of its own. A surprise ends the worker and reaches the starter as its error. */
async function make(job: ExportJob): Promise<MadeExport> {
  const part = `${job.path}.part`
  rmSync(part, { force: true })
  const ticketNumbers: number[] = []
  const db = openForReading(job.databasePath)
  function* noted(): Generator<ExportedTicket> {
    for (const row of exportRows(db, job.ticketNumbers)) {
      ticketNumbers.push(row.ticket.number)
      yield row
    }
  }
  try {
    await writers[job.format](noted(), {
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
  renameSync(part, job.path)
  await syncFolder(dirname(job.path))
  return { ...hashed, ticketNumbers }
}

tell({ kind: 'made', made: await make(workerData as ExportJob) })

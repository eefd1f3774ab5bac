import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { patientlySync, renamePatiently } from '../../patiently.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { lastEvents } from '../../storage/exports/export-changes.ts'
import { exportPages, pagesOf } from '../../storage/exports/export-rows.ts'
import type { LastEvents } from '../../storage/exports/exports.ts'
import { openForReading } from '../../storage/open.ts'
import { AskedToEnd, endIfAsked } from '../end-mark.ts'
import { hashFile } from '../hash-file.ts'
import { syncFolder } from '../sync-folder.ts'
import type { ExportJob, ExportReport, ExportThread, MadeExport, PageAnswer } from './export-messages.ts'
import { openLookedThrough } from './looked-through.ts'
import { type PagesOfRows, pagesGoingOut } from './pages-going-out.ts'
import { writers } from './writers.ts'

const PROGRESS_EVERY_MS = 100

const job = workerData as ExportThread
const tell = (report: ExportReport): void => parentPort?.postMessage(report)

/** The tickets of a job, page by page; once they are written, what is really in the file and what it tells of. */
interface Source {
  readonly pages: PagesOfRows
  readonly ticketNumbers: readonly number[]
  lastEvents(): LastEvents
  close(): void
}

/** On a read-only connection of its own. */
function fromDatabase(databasePath: string, wanted: readonly number[]): Source {
  const db = openForReading(databasePath)
  const ticketNumbers: number[] = []
  let last: LastEvents = { ticketEventId: '', noteEventId: '' }
  function* pages(): Generator<readonly ExportedTicket[]> {
    for (const page of exportPages(db, wanted)) {
      // From the same snapshot as the rows.
      if (ticketNumbers.length === 0) last = runOn(db, lastEvents())
      ticketNumbers.push(...page.map(({ ticket }) => ticket.number))
      yield page
    }
  }
  return { pages: pages(), ticketNumbers, lastEvents: () => last, close: () => db.close() }
}

/** From whoever started this. */
function asked(port: MessagePort, lastEvents: LastEvents, wanted: readonly number[]): Source {
  const ticketNumbers: number[] = []
  async function* pages(): AsyncGenerator<readonly ExportedTicket[]> {
    for (const page of pagesOf(wanted)) {
      endIfAsked(job.endMark)
      const answered = once(port, 'message') as Promise<[PageAnswer]>
      tell({ kind: 'page', ticketNumbers: page })
      const [answer] = await answered
      if (answer === null) throw new AskedToEnd()
      ticketNumbers.push(...answer.map(({ ticket }) => ticket.number))
      yield answer
    }
  }
  return { pages: pages(), ticketNumbers, lastEvents: () => lastEvents, close: () => {} }
}

const NO_ROWS: Source = {
  pages: [],
  ticketNumbers: [],
  lastEvents: () => ({ ticketEventId: '', noteEventId: '' }),
  close: () => {},
}

function sourceOf({ rows, ticketNumbers }: ExportJob): Source {
  if ('kind' in rows) return NO_ROWS
  if ('databasePath' in rows) return fromDatabase(rows.databasePath, ticketNumbers)
  if (parentPort === null) throw new Error('nobody to ask for rows')
  return asked(parentPort, rows.lastEvents, ticketNumbers)
}

/** Of a page, which is short; null of a file of tickets. */
async function textOf({ rows, language, timeZone, maskingRules }: ExportJob): Promise<string | null> {
  if (!('kind' in rows)) return null
  const { pageText } = await import('./page-text.ts')
  return pageText(rows, { language, timeZone, maskingRules })
}

/** A word to another thread costs as much as some tickets. The last is told in any case. */
function nowAndThen(tellProgress: (done: number) => void, all: number): (done: number) => void {
  let toldAtMs = Number.NEGATIVE_INFINITY
  return (done) => {
    const now = performance.now()
    if (now - toldAtMs < PROGRESS_EVERY_MS && done < all) return
    toldAtMs = now
    tellProgress(done)
  }
}

/** Makes one file. A surprise ends the worker and reaches the starter as its error. */
async function make(job: ExportJob): Promise<MadeExport> {
  const part = `${job.path}.part`
  const text = await textOf(job)
  const write = text === null ? await writers[job.format]() : null
  patientlySync(() => rmSync(part, { force: true }))
  const source = sourceOf(job)
  try {
    if (text !== null) writeFileSync(part, text, { flag: 'wx', flush: true })
    await write?.(pagesGoingOut(source.pages, masking), {
      path: part,
      language: job.language,
      timeZone: job.timeZone,
      writtenAt: job.writtenAt,
      ticketCount: job.ticketNumbers.length,
      onProgress: nowAndThen((doneTickets) => tell({ kind: 'progress', doneTickets }), job.ticketNumbers.length),
    })
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  } finally {
    source.close()
  }
  const hashed = await hashFile(part)
  renamePatiently(part, job.path)
  await syncFolder(dirname(job.path))
  const isInFile = new Set(source.ticketNumbers)
  const leftOut = job.ticketNumbers.filter((number) => !isInFile.has(number))
  return { ...hashed, leftOut, lastEvents: source.lastEvents() }
}

const lookedThrough = job.lookedThrough ? openLookedThrough(job.lookedThrough) : null
const masking = {
  looked: lookedThrough,
  masks: async () => (await import('./masks-of-thread.ts')).masksObeying(job.maskingRules),
  endIfAsked: () => endIfAsked(job.endMark),
}
try {
  tell({ kind: 'made', made: await make(job) })
} finally {
  lookedThrough?.close()
}

import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { askToEnd, newEndMark } from '../end-mark.ts'
import { startThread } from '../threads/start-thread.ts'
import type { ExportJob, ExportReport, ExportThread, MadeExport, PageAnswer } from './export-messages.ts'

export interface RunningExport {
  /** Resolves null after `stop`; rejects when the bytes could not be made. */
  readonly made: Promise<MadeExport | null>
  stop(): Promise<void>
}

/** What the thread tells and asks of whoever started it. */
export interface ExportHearers {
  progress(doneTickets: number): void
  /** Only of a job whose rows are not read from a database. */
  page(ticketNumbers: readonly number[]): ExportedTicket[] | Promise<ExportedTicket[]>
}

/** Starts a thread that makes the file's bytes in this machine's own folder. */
export function makeExport(job: ExportJob, hearers: ExportHearers): RunningExport {
  const endMark = newEndMark()
  const workerData: ExportThread = { ...job, endMark }
  const worker = startThread('export-worker', { workerData, execArgv: [] })
  const gone = new Promise<number>((resolve) => worker.once('exit', resolve))
  let isStopped = false
  let unanswered: { readonly error: unknown } | null = null
  const give = (answer: PageAnswer) => worker.postMessage(answer)
  const end = () => {
    askToEnd(endMark)
    give(null)
  }
  const made = new Promise<MadeExport | null>((resolve, reject) => {
    worker.on('message', (report: ExportReport) => {
      if (isStopped) return
      if (report.kind === 'progress') hearers.progress(report.doneTickets)
      else if (report.kind === 'made') resolve(report.made)
      else
        Promise.resolve(report.ticketNumbers)
          .then(hearers.page)
          .then(give)
          .catch((error: unknown) => {
            unanswered = { error }
            end()
          })
    })
    let surprise: unknown = null
    worker.on('error', (error) => {
      surprise = error
    })
    // Nothing of it writes any more: what is begun may be dropped.
    void gone.then((code) => {
      if (isStopped) resolve(null)
      else reject(unanswered?.error ?? surprise ?? new Error(`export worker ended with ${code}`))
    })
  })
  return {
    made,
    stop: async () => {
      isStopped = true
      end()
      await gone
    },
  }
}

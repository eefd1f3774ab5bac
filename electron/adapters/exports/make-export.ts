import { Worker } from 'node:worker_threads'
import { workerEntry } from '../worker-entry.ts'
import type { ExportJob, ExportReport, MadeExport, PageAnswer } from './export-messages.ts'

export interface RunningExport {
  /** Resolves null after `stop`; rejects when the bytes could not be made. */
  readonly made: Promise<MadeExport | null>
  stop(): Promise<void>
}

/** What the thread tells and asks of whoever started it. */
export interface ExportHearers {
  progress(doneTickets: number): void
  /** Only of a job whose rows are not read from a database. */
  page(ticketNumbers: readonly number[]): PageAnswer | Promise<PageAnswer>
}

/** Starts a thread that makes the file's bytes in this machine's own folder. */
export function makeExport(job: ExportJob, hearers: ExportHearers): RunningExport {
  const worker = new Worker(workerEntry('export-worker'), { workerData: job, execArgv: [] })
  let isStopped = false
  let unanswered: { readonly error: unknown } | null = null
  const answer = async (ticketNumbers: readonly number[]) => worker.postMessage(await hearers.page(ticketNumbers))
  const made = new Promise<MadeExport | null>((resolve, reject) => {
    worker.on('message', (report: ExportReport) => {
      if (report.kind === 'progress') hearers.progress(report.doneTickets)
      else if (report.kind === 'made') resolve(report.made)
      else
        answer(report.ticketNumbers).catch((error: unknown) => {
          unanswered = { error }
          return worker.terminate()
        })
    })
    worker.on('error', reject)
    // Nothing of it writes any more: what is begun may be dropped.
    worker.on('exit', (code) => {
      if (isStopped) resolve(null)
      else reject(unanswered === null ? new Error(`export worker ended with ${code}`) : unanswered.error)
    })
  })
  return {
    made,
    stop: async () => {
      isStopped = true
      await worker.terminate()
    },
  }
}

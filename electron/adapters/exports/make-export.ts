import { Worker } from 'node:worker_threads'
import { workerEntry } from '../worker-entry.ts'
import type { ExportJob, ExportReport, MadeExport } from './export-messages.ts'

export interface RunningExport {
  /** Resolves null after `stop`; rejects when the bytes could not be made. */
  readonly made: Promise<MadeExport | null>
  stop(): Promise<void>
}

/** Starts a thread that makes the file's bytes in this machine's own folder. */
export function makeExport(job: ExportJob, onProgress: (doneTickets: number) => void): RunningExport {
  const worker = new Worker(workerEntry('export-worker'), { workerData: job, execArgv: [] })
  let isStopped = false
  const made = new Promise<MadeExport | null>((resolve, reject) => {
    worker.on('message', (report: ExportReport) => {
      if (report.kind === 'progress') onProgress(report.doneTickets)
      else resolve(report.made)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      if (isStopped) resolve(null)
      else reject(new Error(`export worker ended with ${code}`))
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

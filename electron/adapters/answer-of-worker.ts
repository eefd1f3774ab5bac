import { Worker } from 'node:worker_threads'
import { type WorkerName, workerEntry } from './worker-entry.ts'

/** Starts a worker that gives one answer, and waits for its end. */
export function answerOfWorker<Answer>(name: WorkerName, workerData: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerEntry(name), { workerData })
    let found: { answer: Answer } | null = null
    worker.once('message', (answer: Answer) => {
      found = { answer }
    })
    worker.once('error', reject)
    // Not before its connection is closed: only the last to close a database takes its log away.
    worker.once('exit', (code) => {
      if (found === null) reject(new Error(`${name} ended with ${code}`))
      else resolve(found.answer)
    })
  })
}

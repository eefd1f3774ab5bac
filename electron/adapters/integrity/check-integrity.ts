import { Worker } from 'node:worker_threads'
import type { Integrity } from '../../storage/file/integrity.ts'
import { workerEntry } from '../worker-entry.ts'

/** Compares indexes with tables in a worker thread: a large archive takes seconds, and no note must wait for it. */
export function checkInWorker(databasePath: string): Promise<Integrity> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerEntry('integrity-worker'), { workerData: databasePath })
    let found: Integrity | null = null
    worker.once('message', (answer: Integrity) => {
      found = answer
    })
    worker.once('error', reject)
    // Not before its connection is closed: only the last to close a database takes its log away.
    worker.once('exit', (code) =>
      found === null ? reject(new Error(`integrity worker ended with ${code}`)) : resolve(found),
    )
  })
}

import { Worker } from 'node:worker_threads'
import type { Integrity } from '../../storage/integrity.ts'
import { workerEntry } from '../worker-entry.ts'

/** Compares indexes with tables in a worker thread: a large archive takes seconds, and no note must wait for it. */
export function checkInWorker(databasePath: string): Promise<Integrity> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerEntry('integrity-worker'), { workerData: databasePath })
    // The answer must not keep a process alive that is about to end.
    worker.unref()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`integrity worker ended with ${code}`)))
  })
}

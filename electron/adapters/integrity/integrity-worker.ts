import { parentPort, workerData } from 'node:worker_threads'
import { checkIntegrity } from '../../storage/file/integrity.ts'
import { openForReading } from '../../storage/open.ts'

/** Runs in a worker thread on a connection of its own: one file, one answer, end. A surprise reaches the starter as its error. */
const db = openForReading(workerData as string)
try {
  parentPort?.postMessage(checkIntegrity(db))
} finally {
  db.close()
}

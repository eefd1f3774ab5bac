import { parentPort, workerData } from 'node:worker_threads'
import { checkIntegrity } from '../../storage/integrity.ts'
import { openForReading } from '../../storage/open.ts'

/** Runs in a worker thread on a connection of its own: one file, one answer, end. A surprise reaches the starter as its error. */
function look() {
  const db = openForReading(workerData as string)
  try {
    return checkIntegrity(db)
  } finally {
    db.close()
  }
}

// Closed before it is told: who hears the answer may close the database, and only the last to close it takes its log away.
parentPort?.postMessage(look())

import { parentPort, workerData } from 'node:worker_threads'
import { errorCode, failedCall } from '../../error-code.ts'
import { copyDatabase, lookIntoBackup } from '../../storage/file/backup.ts'
import { openForReading } from '../../storage/open.ts'
import { isNoSpace } from '../../system-faults.ts'
import type { CopyAnswer, CopyJob } from './make-copy.ts'

/** Runs in a worker thread on a connection of its own: one job, one answer, end. */
function run({ from, to }: CopyJob): CopyAnswer {
  try {
    const db = openForReading(from)
    try {
      copyDatabase(db, to)
    } finally {
      db.close()
    }
    return { ok: true, contents: lookIntoBackup(to) }
  } catch (error) {
    return { ok: false, isNoSpace: isNoSpace(error), said: { code: errorCode(error), syscall: failedCall(error) } }
  }
}

parentPort?.postMessage(run(workerData as CopyJob))

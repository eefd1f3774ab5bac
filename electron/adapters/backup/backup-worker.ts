import { parentPort, workerData } from 'node:worker_threads'
import { errorCode, failedCall } from '../../error-code.ts'
import { copyDatabase, lookIntoBackup } from '../../storage/file/backup.ts'
import { lossAgainst } from '../../storage/file/loss.ts'
import { openForReading } from '../../storage/open.ts'
import { isNoSpace } from '../../system-faults.ts'
import type { BackupAnswer, BackupJob, LossAnswer, LossJob } from './backup-jobs.ts'

/** Runs in a worker thread on a connection of its own: one job, one answer, end. */
function run(job: BackupJob | LossJob): BackupAnswer | LossAnswer {
  try {
    if (job.kind === 'look') return { ok: true, contents: lookIntoBackup(job.path) }
    const db = openForReading(job.from)
    try {
      if (job.kind === 'loss') return { ok: true, loss: lossAgainst(db, job.path) }
      copyDatabase(db, job.to)
    } finally {
      db.close()
    }
    return { ok: true, contents: lookIntoBackup(job.to) }
  } catch (error) {
    return { ok: false, isNoSpace: isNoSpace(error), said: { code: errorCode(error), syscall: failedCall(error) } }
  }
}

parentPort?.postMessage(run(workerData as BackupJob | LossJob))

import { errorCode, failedCall } from '../../error-code.ts'
import { lookIntoBackup } from '../../storage/file/backup.ts'
import { lossAgainst } from '../../storage/file/loss.ts'
import { openForReading } from '../../storage/open.ts'
import { parentPort } from '../parent-port.ts'
import type { ReadAnswer, ReadJob } from './read-copies.ts'

/** A process of its own for one reading of a copy: one job, one answer, end. */
const port = parentPort()

function read(job: ReadJob): ReadAnswer {
  try {
    if (job.kind === 'look') return { kind: 'look', contents: lookIntoBackup(job.path) }
    const db = openForReading(job.from)
    try {
      return { kind: 'loss', loss: lossAgainst(db, job.path) }
    } finally {
      db.close()
    }
  } catch (error) {
    return { kind: 'failed', said: { code: errorCode(error), syscall: failedCall(error) } }
  }
}

port.onMessage((message) =>
  port.tell(read(message as ReadJob), () => {
    if (process.connected) process.disconnect()
  }),
)

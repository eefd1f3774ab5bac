import { v7 } from 'uuid'
import { errorCode, failedCall } from '../../error-code.ts'
import type { ReadableDb } from '../../storage/database.ts'
import { lookIntoBackup, writeCopy } from '../../storage/file/backup.ts'
import { checkIntegrity } from '../../storage/file/integrity.ts'
import { lossAgainst } from '../../storage/file/loss.ts'
import { sealCopy } from '../../storage/life-channel/seal-copy.ts'
import { openForReading } from '../../storage/open.ts'
import { isNoSpace } from '../../system-faults.ts'
import { parentPort } from '../parent-port.ts'
import type { DatabaseJobs, Job, JobAnswer } from './database-jobs.ts'

/** A process of its own for one long reading of a database: one job, one answer, end. */
const port = parentPort()

function reading<Found>(path: string, read: (db: ReadableDb) => Found): Found {
  const db = openForReading(path)
  try {
    return read(db)
  } finally {
    db.close()
  }
}

function sealed({ letGo, path, unfinished }: DatabaseJobs['seal']['asked']): DatabaseJobs['seal']['answer'] {
  const outcome = sealCopy(letGo, path, unfinished, v7)
  return outcome === 'made' ? lookIntoBackup(unfinished) : outcome
}

function work({ kind, asked }: Job) {
  switch (kind) {
    case 'look':
      return lookIntoBackup(asked.path)
    case 'loss':
      return reading(asked.from, (db) => lossAgainst(db, asked.path))
    case 'copy':
      reading(asked.from, (db) => writeCopy(db, asked.unfinished))
      return lookIntoBackup(asked.unfinished)
    case 'seal':
      return sealed(asked)
    case 'check':
      return reading(asked.path, checkIntegrity)
  }
}

function answer(job: Job): JobAnswer<unknown> {
  try {
    return { ok: true, value: work(job) }
  } catch (error) {
    const said = { code: errorCode(error), syscall: failedCall(error) }
    return { ok: false, why: isNoSpace(error) ? 'no_space' : 'failed', said }
  }
}

port.onMessage((message) =>
  port.tell(answer(message as Job), () => {
    if (process.connected) process.disconnect()
  }),
)

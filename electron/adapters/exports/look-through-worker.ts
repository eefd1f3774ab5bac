import { parentPort, workerData } from 'node:worker_threads'
import { obeyRules } from '../../../shared/domain/listening/masking/company-rules.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { openSession } from '../../storage/listening/sessions.ts'
import { openForReading } from '../../storage/open.ts'
import { AskedToEnd, endIfAsked } from '../end-mark.ts'
import { lookAtAll } from './look-at-all.ts'
import type { LookEnd, LookThread } from './look-through.ts'
import { lookedThroughAnew } from './looked-through.ts'

/** On a read-only connection of its own, which also sees who begins to listen: nobody who does has to tell a thread. */
function lookThrough({ databasePath, file, maskingRules, endMark }: LookThread): LookEnd {
  obeyRules(maskingRules)
  const db = openForReading(databasePath)
  const looked = lookedThroughAnew(file)
  try {
    return lookAtAll(db, looked, {
      endIfAsked: () => endIfAsked(endMark),
      doesSomebodyListen: () => runOn(db, openSession(null)) !== null,
    })
  } finally {
    looked.close()
    db.close()
  }
}

try {
  parentPort?.postMessage(lookThrough(workerData as LookThread))
} catch (error) {
  if (!(error instanceof AskedToEnd)) throw error
}

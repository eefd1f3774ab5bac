import { workerData } from 'node:worker_threads'
import { obeyRules } from '../../../shared/domain/listening/masking/company-rules.ts'
import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import { exportRows, pagesOf, ticketNumbers } from '../../storage/exports/export-rows.ts'
import { openForReading } from '../../storage/open.ts'
import { AskedToEnd, endIfAsked } from '../end-mark.ts'
import { typedWords } from './columns.ts'
import type { LookThread } from './look-through.ts'
import { lookedThroughAnew } from './looked-through.ts'

/** Every text that a file of tickets would hold, on a read-only connection of its own: which of them the masks leave as they are. */
function lookThrough({ databasePath, file, maskingRules, endMark }: LookThread): void {
  obeyRules(maskingRules)
  const db = openForReading(databasePath)
  const looked = lookedThroughAnew(file)
  try {
    // A snapshot for each page: nobody reads this as a whole, and one of all would be held for long.
    for (const page of pagesOf(ticketNumbers(db))) {
      for (const row of exportRows(db, page)) {
        endIfAsked(endMark)
        for (const text of typedWords(row)) if (!looked.has(text) && maskedByRules(text).text === text) looked.add(text)
      }
    }
    looked.save()
  } finally {
    looked.close()
    db.close()
  }
}

try {
  lookThrough(workerData as LookThread)
} catch (error) {
  if (!(error instanceof AskedToEnd)) throw error
}

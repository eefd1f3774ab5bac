import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import type { ReadableDb } from '../../storage/database.ts'
import { exportPages, pagesOf, ticketNumbers } from '../../storage/exports/export-rows.ts'
import type { LookedThroughAnew } from './looked-through.ts'
import { typedWords } from './masked-going-out.ts'

/** Asked from time to time. The first throws where all of it is to end. */
interface Hindrances {
  endIfAsked(): void
  /** Then it stops as well, and keeps what it looked at so far. */
  doesSomebodyListen(): boolean
}

/** Every text that a file of tickets would hold: which of them the masks leave as they are. */
export function lookAtAll(db: ReadableDb, looked: LookedThroughAnew, ask: Hindrances): 'whole' | 'cut_off' {
  // A snapshot for each page: nobody reads this as a whole, one of all would be held for long, and in one nobody is seen to begin to listen.
  for (const page of pagesOf(ticketNumbers(db))) {
    if (ask.doesSomebodyListen()) {
      looked.saveSoFar()
      return 'cut_off'
    }
    for (const row of [...exportPages(db, page)].flat()) {
      ask.endIfAsked()
      for (const text of typedWords(row)) if (!looked.has(text) && maskedByRules(text).text === text) looked.add(text)
    }
  }
  looked.save()
  return 'whole'
}

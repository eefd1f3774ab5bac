import { setImmediate as nextTurn } from 'node:timers/promises'
import { advanceNoteSearch, isNoteSearchCurrent } from '../../storage/listening/note-search.ts'
import type { ServiceParts } from '../parts.ts'

/** Notes taken into the index at once: a few milliseconds, so that a note that comes meanwhile waits no longer than that. */
const AT_ONCE = 100
/** After an upgrade or a restored copy the whole archive is due; the day begins without waiting for it. */
const BEGIN_AFTER_MS = 3_000
const REST_MS = 20

export interface NoteIndex {
  /** Makes every note that was saved findable. Fulfilled also when the disk takes nothing more: what is in the index is found. */
  catchUp(): Promise<void>
  stop(): void
}

/**
 * Saving a note does nothing for the search: the index follows the events of the notes when somebody searches, and a large backlog
 * is taken in by and by after the start.
 */
export function makeNoteIndex({ db, log }: Pick<ServiceParts, 'db' | 'log'>): NoteIndex {
  let timer: ReturnType<typeof setTimeout> | undefined
  const advance = (): boolean => {
    try {
      return !db.open || advanceNoteSearch(db, AT_ONCE)
    } catch (error) {
      log.error('not every note could be made findable', 'SEARCH', error)
      return true
    }
  }
  const later = (ms: number) => {
    timer = setTimeout(() => {
      if (!advance()) later(REST_MS)
    }, ms).unref()
  }
  if (!isNoteSearchCurrent(db)) later(BEGIN_AFTER_MS)
  return {
    catchUp: async () => {
      while (db.open && !isNoteSearchCurrent(db) && !advance()) await nextTurn()
    },
    stop: () => clearTimeout(timer),
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import { advanceNoteSearch, isNoteSearchCurrent } from '../../storage/search/note-search.ts'
import { advanceTicketSearch, beginTicketSearch, isTicketSearchCurrent } from '../../storage/tickets/ticket-search.ts'
import type { ServiceParts } from '../parts.ts'

/** Notes or tickets taken into the index at once: a few milliseconds, so that a note that comes meanwhile waits no longer than that. */
const AT_ONCE = 100
/** So many times at most for one search: a larger backlog is taken in meanwhile, and the search shows what is there. */
const TIMES_FOR_A_SEARCH = 5
/** After an upgrade or a restored copy the whole archive is due; the day begins without waiting for it. */
const BEGIN_AFTER_MS = 3_000
const REST_MS = 20

export interface SearchIndex {
  /** Makes what was saved lately findable; false while a backlog remains. True also when the disk takes nothing more: what is in the index is found. */
  catchUp(): Promise<boolean>
  stop(): void
}

/**
 * Saving a note does nothing for the search: the index follows the events of the notes when somebody searches, and a large backlog
 * is taken in by and by after the start. Tickets are in their index when they are saved; they have a backlog when its rule is new.
 */
export function makeSearchIndex({ db, log }: Pick<ServiceParts, 'db' | 'log'>, atOnce = AT_ONCE): SearchIndex {
  const isCurrent = () => isNoteSearchCurrent(db) && isTicketSearchCurrent(db)
  let timer: ReturnType<typeof setTimeout> | null = null
  const trying = (work: () => boolean): boolean => {
    try {
      return !db.open || work()
    } catch (error) {
      log.error('not every note and ticket could be made findable', 'SEARCH', error)
      return true
    }
  }
  const advance = () => trying(() => advanceNoteSearch(db, atOnce) && advanceTicketSearch(db, atOnce))
  const later = (ms: number) => {
    timer = setTimeout(() => {
      timer = null
      if (!advance()) later(REST_MS)
    }, ms).unref()
  }
  const begin = () => {
    beginTicketSearch(db)
    return isCurrent()
  }
  if (!trying(begin)) later(BEGIN_AFTER_MS)
  return {
    catchUp: async () => {
      for (let times = 0; times < TIMES_FOR_A_SEARCH; times += 1) {
        if (!db.open || isCurrent() || advance()) return true
        await nextTurn()
      }
      if (timer === null) later(REST_MS)
      return false
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

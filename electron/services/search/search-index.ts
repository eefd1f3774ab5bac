import { setImmediate as nextTurn } from 'node:timers/promises'
import { isNoteQueueEmpty, takeFromNoteQueue } from '../../storage/search/note-queue.ts'
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

type Answer<T> = T | Promise<T>

/** How an index is kept; whoever answers at once is not waited for. */
interface Upkeep {
  isCurrent(): Answer<boolean>
  /** Takes in what is due next; true when nothing is left. */
  advance(atOnce: number): Answer<boolean>
}

/**
 * The desk's own index. Saving a note does nothing for the search: the index follows the events of the notes when somebody searches, and a
 * large backlog is taken in by and by after the start. Tickets are in their index when they are saved; they have a backlog when its rule is new.
 */
export function makeSearchIndex({ db, log }: Pick<ServiceParts, 'db' | 'log'>, atOnce = AT_ONCE): SearchIndex {
  let hasBegun = false
  const isCurrent = () => {
    if (!db.open) return true
    if (!hasBegun) beginTicketSearch(db)
    hasBegun = true
    return isNoteSearchCurrent(db) && isTicketSearchCurrent(db)
  }
  const advance = () => !db.open || (advanceNoteSearch(db, atOnce) && advanceTicketSearch(db, atOnce))
  return keptUp({ isCurrent, advance }, log, atOnce)
}

/**
 * A company's index: its database queues the notes that were laid down or changed, by whichever desk. `isNoNews`: failures that somebody else tells of; whoever searches
 * next has it go on.
 */
export function makeHubSearchIndex(
  { engine, log }: Pick<ServiceParts, 'engine' | 'log'>,
  { atOnce = AT_ONCE, isNoNews }: { atOnce?: number; isNoNews?(error: unknown): boolean } = {},
): SearchIndex {
  const isCurrent = () => engine.read(isNoteQueueEmpty)
  const tell = {
    ...log,
    error: (message: string, reference: string, error: unknown) => {
      if (isNoNews?.(error) !== true) log.error(message, reference, error)
    },
  }
  return keptUp({ isCurrent, advance: () => engine.transact(() => takeFromNoteQueue(atOnce)) }, tell, atOnce)
}

function keptUp({ isCurrent, advance }: Upkeep, log: ServiceParts['log'], atOnce: number): SearchIndex {
  let timer: ReturnType<typeof setTimeout> | null = null
  let isStopped = false
  const trying = async (work: () => Answer<boolean>): Promise<boolean> => {
    try {
      return isStopped || (await work())
    } catch (error) {
      if (!isStopped) log.error('not every note and ticket could be made findable', 'SEARCH', error)
      return true
    }
  }
  const later = (ms: number) => {
    if (timer !== null || isStopped) return
    timer = setTimeout(async () => {
      const isDone = await trying(() => advance(atOnce))
      timer = null
      if (!isDone) later(REST_MS)
    }, ms).unref()
  }
  void trying(isCurrent).then((isDone) => {
    if (!isDone) later(BEGIN_AFTER_MS)
  })
  return {
    catchUp: async () => {
      for (let times = 0; times < TIMES_FOR_A_SEARCH; times += 1) {
        if ((await trying(isCurrent)) || (await trying(() => advance(atOnce)))) return true
        await nextTurn()
      }
      later(REST_MS)
      return false
    },
    stop: () => {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}

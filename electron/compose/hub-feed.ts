import type { Topic } from '../../shared/contract/entry.ts'
import type { Log } from '../adapters/log/log-port.ts'
import { type PostgresEngine, postgresEngine } from '../storage/engine/postgres.ts'
import { value } from '../storage/engine/query.ts'
import type { ServersConfig } from '../storage/engine/servers.ts'
import { databaseFault, isBusy, isDatabaseAway } from '../storage/hub/database-faults.ts'
import type { News } from '../storage/hub/feed-news.ts'
import { type FeedWatch, watchFeed } from '../storage/hub/feed-watch.ts'
import type { Hearing } from './house.ts'

/** Short, because it is asked again at once. The server is to end it by then, however much it has to do: one that says so is there. */
const LONGEST_LOOK_MS = 3_000
const LONGEST_SILENCE_MS = 5_000
const TELL_EVERY_MS = 60_000

export interface HubFeed extends FeedWatch {
  /** Hears until the answer is called. */
  on(hearing: Hearing): () => void
  /** Whether the database answers; on connections that nothing else waits for. */
  isHere(): Promise<boolean>
  /** Tells of what is so at this hub alone, and stands in no row. */
  tell(topics: readonly Topic[]): void
}

/** Tells what anybody changed: at this hub, at another one, or in the database itself. */
export function hubFeed(pool: ServersConfig, log: Log): HubFeed {
  const pace = { query_timeout: LONGEST_SILENCE_MS, statement_timeout: LONGEST_LOOK_MS }
  const engine = postgresEngine({ ...pool, max: 2, ...pace })
  const hearings = new Set<Hearing>()
  const tell = (say: (hearing: Hearing) => void) => {
    for (const hearing of hearings) say(hearing)
  }
  let toldAtMs = Number.NEGATIVE_INFINITY
  /** What fails for a reason of its own would fail in silence for ever: desks would hear of nothing. Asked four times a second, it is told now and then. */
  const tellOwnFault = (error: unknown) => {
    if (isBusy(error) || databaseFault(error) !== null || performance.now() - toldAtMs < TELL_EVERY_MS) return
    toldAtMs = performance.now()
    log.error('what others changed could not be read', 'FEED', error)
  }
  const watch = watchFeed({
    engine,
    told: (news) => tell((hearing) => told(news, hearing)),
    failed: async (error) => {
      // One connection that broke is no database that is away.
      if (await isHere(engine)) {
        tellOwnFault(error)
        return false
      }
      log.error('the database is away', 'DATABASE', error)
      tell((hearing) => hearing.away())
      return true
    },
  })
  return {
    look: watch.look,
    isHere: () => isHere(engine),
    tell: (topics) => tell((hearing) => hearing.changed(topics)),
    stop: async () => {
      await watch.stop()
      await engine.close()
    },
    on: (hearing) => {
      hearings.add(hearing)
      return () => hearings.delete(hearing)
    },
  }
}

function told({ topics, deskIds, personIds, isEverything }: News, hearing: Hearing): void {
  const all = deskIds.length > 0 && !topics.includes('team') ? [...topics, 'team' as const] : topics
  if (all.length > 0) hearing.changed(all)
  if (isEverything) hearing.doubtful(null)
  else if (deskIds.length + personIds.length > 0) hearing.doubtful({ deskIds, personIds })
}

/** Also where it has much to do, or this process itself comes to nothing: what is not known to be away is here. */
async function isHere(engine: PostgresEngine): Promise<boolean> {
  try {
    return (await engine.read(() => value('SELECT 1 AS value'))) === 1
  } catch (error) {
    return !isDatabaseAway(error)
  }
}

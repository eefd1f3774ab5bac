import { setTimeout as wait } from 'node:timers/promises'
import type { PostgresEngine } from '../engine/postgres.ts'
import type { FeedPlace } from './feed.ts'
import { EVERYTHING, type News, newsSince } from './feed-news.ts'

/**
 * Often enough for a window to be right within a second. NOTIFY would say it sooner, and holds a lock of the whole database at each commit, the
 * flush to the disk included: sixteen who write at once got half as much done. A question every quarter of a second is nothing, and one that fails
 * is asked again, so a connection that died in silence needs no heartbeat.
 */
const EVERY_MS = 250
/** While the database is away. */
const AGAIN_AFTER_MS = 1_000

export interface FeedWatch {
  /** Looks at once: this hub has done something itself. */
  look(): void
  /** Resolves when nothing is asked any more. */
  stop(): Promise<void>
}

export interface FeedWatcher {
  /** On connections of its own, whose questions end soon (`query_timeout`): what is asked here must not wait behind others. */
  readonly engine: PostgresEngine
  readonly everyMs?: number
  told(news: News): void
  /** The feed cannot be read. Answers whether that is known now, and is told no more until it can be again. */
  failed(error: unknown): Promise<boolean>
}

/** Tells what changes from now on, whoever changed it, each change at least once; goes on by itself after the database was away. */
export function watchFeed({ engine, everyMs = EVERY_MS, told, failed }: FeedWatcher): FeedWatch {
  let isStopped = false
  let sooner = new AbortController()
  let place: FeedPlace | null = null
  /** Since it was last read. */
  let hasFailed = false
  let isAway = false

  async function look(): Promise<void> {
    for (let hasMore = true; hasMore && !isStopped; ) {
      const found = await engine.read(() => newsSince(place))
      // Told before it counts as read: what was not heard is told again.
      if (found.news !== null) told(found.news)
      // It went away before it was ever read: what others changed until now has no place to be read from.
      else if (place === null && hasFailed) told(EVERYTHING)
      place = found.place
      hasMore = found.hasMore
    }
    hasFailed = false
    isAway = false
  }
  async function goOn(): Promise<void> {
    while (!isStopped) {
      sooner = new AbortController()
      try {
        await look()
      } catch (error) {
        hasFailed = true
        isAway ||= await failed(error)
      }
      const untilNext = isAway ? AGAIN_AFTER_MS : everyMs
      if (!isStopped) await wait(untilNext, undefined, { signal: sooner.signal, ref: false }).catch(() => {})
    }
  }
  const going = goOn()
  return {
    look: () => sooner.abort(),
    stop: () => {
      isStopped = true
      sooner.abort()
      return going
    },
  }
}

const TICK_MS = 100

/** A moment from which it is counted. */
export interface Mark {
  readonly atMs: number
  readonly lateMs: number
}

export interface Lateness {
  mark(): Mark
  /** For a quarter of the time since then, or more, this process did not come to anything: whoever it waited for is not to blame. */
  wasLate(since: Mark): boolean
  stop(): void
}

/** Counts how late this process comes to what is due: an answer that lies ready is not read meanwhile, and looks as if it never came. */
export function watchLateness(nowMs: () => number = () => performance.now()): Lateness {
  let lateMs = 0
  let dueMs = nowMs() + TICK_MS
  /** A tick that comes before the next would be due is no late one: no machine is exact. */
  const overdueMs = () => Math.max(0, nowMs() - dueMs - TICK_MS)
  const timer = setInterval(() => {
    lateMs += overdueMs()
    dueMs = nowMs() + TICK_MS
  }, TICK_MS)
  timer.unref()
  const mark = () => ({ atMs: nowMs(), lateMs: lateMs + overdueMs() })
  return {
    mark,
    wasLate: (since) => {
      const now = mark()
      return (now.lateMs - since.lateMs) * 4 >= now.atMs - since.atMs
    },
    stop: () => clearInterval(timer),
  }
}

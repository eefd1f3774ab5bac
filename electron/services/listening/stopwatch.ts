import type { CallGap, Session } from '../../../shared/contract/listening/sessions.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { msOf } from '../../../shared/domain/instants.ts'
import type { Log } from '../../adapters/log/log-port.ts'
import { inTransaction } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { openSession } from '../../storage/listening/sessions.ts'
import { furthestMark, insertGap, readStopwatch, storeStopwatch } from '../../storage/listening/stopwatch.ts'
import type { ServiceParts } from '../parts.ts'

/** How often the running stopwatch looks at the clock. */
const TICK_MS = 1_000
/** How far behind the disk may be: a kill costs no more of the time that the wall clock did not measure. */
const STORE_EVERY_MS = 10_000
/** Nothing short of this is told: a busy machine also skips a beat. */
const SHORTEST_SLEEP_MS = 10_000
/** A console that was killed is known only to the last time it was stored. */
const SHORTEST_CLOSED_MS = 20_000
/** No call is heard for longer: a console that was closed for more has met a clock that was set. */
const LONGEST_CLOSED_MS = 24 * 3_600_000

/** Measures the session that runs, whatever the wall clock does meanwhile. */
export interface Stopwatch {
  /** Begins at nought. Once the session is on the disk: one that was rolled back was never begun. */
  start(sessionId: Id): void
  /** The session that runs, as far as this console knows. */
  measured(): Id | null
  /** Milliseconds since the session began; never less than was said before, also after a restart. */
  elapsedMs(session: Pick<Session, 'id' | 'startedAt'>): number
  /** Asked every second: notices that the machine slept, and stores now and then how far it is. */
  tick(): void
  /** The session is over. Once that is on the disk. */
  end(): void
  /** The console closes: stores how far it got. */
  stop(): void
}

interface Running {
  readonly sessionId: Id
  /** What the measuring clock said when the session began. */
  readonly zeroMs: number
  seenMs: number
  storedMs: number
}

export function makeStopwatch({ db, clock, log, emit }: ServiceParts): Stopwatch {
  let running: Running | null = null

  const elapsedOf = ({ zeroMs }: Running) => Math.max(0, Math.round(clock.elapsedMs() - zeroMs))
  const run = (sessionId: Id, elapsedMs: number): Running => {
    running = { sessionId, zeroMs: clock.elapsedMs() - elapsedMs, seenMs: elapsedMs, storedMs: elapsedMs }
    return running
  }
  const store = (now: Running, elapsedMs: number) => {
    storeStopwatch(db, now.sessionId, { elapsedMs, at: clock.now() })
    now.storedMs = elapsedMs
  }

  /**
   * Goes on with a session that an earlier run of the program began. Only the wall clock knows how long the console was
   * closed; what was measured before stays, and no mark that was taken lies ahead.
   */
  const resume = (session: Pick<Session, 'id' | 'startedAt'>): Running => {
    const known = readStopwatch(db, session.id) ?? { elapsedMs: 0, at: session.startedAt }
    const closedMs = Math.min(LONGEST_CLOSED_MS, Math.max(0, msOf(clock.now()) - msOf(known.at)))
    const fromMs = Math.max(known.elapsedMs, furthestMark(db, session.id))
    const elapsedMs = Math.max(known.elapsedMs + closedMs, fromMs)
    const resumed = run(session.id, elapsedMs)
    try {
      inTransaction(db, () => {
        if (elapsedMs - fromMs >= SHORTEST_CLOSED_MS)
          insertGap(db, session.id, { fromMs, toMs: elapsedMs, reason: 'closed' })
        store(resumed, elapsedMs)
      })
    } catch (error) {
      // A full disk must not keep anybody from opening the console or from reading what was heard.
      log.error('the stopwatch was not stored', 'STOPWATCH', error)
    }
    return resumed
  }

  const left = runOn(db, openSession(null))
  if (left !== null) resume(left)

  return {
    // Until the first tick that stores, the session's own start says as much.
    start: (sessionId) => void run(sessionId, 0),
    measured: () => running?.sessionId ?? null,
    elapsedMs: (session) => elapsedOf(running?.sessionId === session.id ? running : resume(session)),
    tick: () => {
      if (running === null) return
      const [now, { sessionId, seenMs }] = [running, running]
      const elapsedMs = elapsedOf(now)
      now.seenMs = elapsedMs
      const hasSlept = elapsedMs - seenMs >= SHORTEST_SLEEP_MS
      if (hasSlept) insertGap(db, sessionId, { fromMs: seenMs, toMs: elapsedMs, reason: 'asleep' })
      if (hasSlept || elapsedMs - now.storedMs >= STORE_EVERY_MS) store(now, elapsedMs)
      if (hasSlept) emit({ kind: 'changed', topics: ['sessions'] })
    },
    end: () => {
      running = null
    },
    stop: () => {
      if (running !== null) store(running, elapsedOf(running))
      running = null
    },
  }
}

/** Looks at the clock every second until the answer is called, which stores how far it got. */
export function startTicking(stopwatch: Stopwatch, log: Log): () => void {
  const timer = setInterval(() => {
    try {
      stopwatch.tick()
    } catch (error) {
      log.error('the stopwatch was not stored', 'STOPWATCH', error)
    }
  }, TICK_MS)
  // A stopwatch must not keep a process alive that has nothing else to do.
  timer.unref()
  return () => {
    clearInterval(timer)
    stopQuietly(stopwatch, log)
  }
}

/** Where the database is closed because it is broken, that must not fail for a stopwatch which cannot be stored. */
export function stopQuietly(stopwatch: Stopwatch, log: Log): void {
  try {
    stopwatch.stop()
  } catch (error) {
    log.error('the stopwatch was not stored', 'STOPWATCH', error)
  }
}

/** The part of the session's gaps that falls into a call, from the call's start. */
export const gapsWithin = (gaps: readonly CallGap[], startMs: number, lengthMs: number): CallGap[] =>
  gaps
    .map((gap) => ({
      ...gap,
      fromMs: Math.max(0, gap.fromMs - startMs),
      toMs: Math.min(lengthMs, gap.toMs - startMs),
    }))
    .filter((gap) => gap.toMs > gap.fromMs)

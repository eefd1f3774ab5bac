import type { QueryKey } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import type { Instant } from '../../shared/contract/values.ts'
import { watchClockJumps } from './clock-jumps.ts'
import { instantNow } from './now.ts'
import { queryClient } from './query-client.ts'

/** The clock that decides may be this much behind the one here. */
const SLACK_MS = 1_000
/** Timers lose their way over longer ones. */
const LONGEST_MS = 3_600_000

/** The first of these that is still to come. */
function nextOf(moments: readonly Instant[]): Instant | null {
  const now = instantNow()
  const [next = null] = moments.filter((moment) => moment > now).sort()
  return next
}

/**
 * Of an answer that is another one from these moments on: the clock alone makes it so, and nobody tells of it. Asks again then, and where the
 * clock was set or the machine slept.
 */
export function useTurnsByClock(moments: readonly Instant[], queryKey: QueryKey): void {
  const [turns, turned] = useReducer((count: number) => count + 1, 0)
  const next = nextOf(moments)
  const key = JSON.stringify(queryKey)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn waits anew
  useEffect(() => {
    if (next === null) return
    const turn = () => {
      turned()
      void queryClient.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey })
    }
    const waitMs = Date.parse(next) - Date.parse(instantNow()) + SLACK_MS
    const timer = setTimeout(waitMs > LONGEST_MS ? turned : turn, Math.min(LONGEST_MS, waitMs))
    const stopWatching = watchClockJumps(turn)
    return () => {
      clearTimeout(timer)
      stopWatching()
    }
  }, [next, key, turns])
}

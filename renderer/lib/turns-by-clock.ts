import type { QueryKey } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Instant } from '../../shared/contract/values.ts'
import { watchClockJumps } from './clock-jumps.ts'
import { instantNow } from './now.ts'
import { queryClient } from './query-client.ts'

/** The clock that decides may be this much behind the one here. */
const SLACK_MS = 1_000
/** Timers lose their way over longer ones. */
const LONGEST_MS = 3_600_000

const waitUntil = (moment: Instant): number =>
  Math.max(0, Math.min(LONGEST_MS, Date.parse(moment) - Date.parse(instantNow()) + SLACK_MS))

/**
 * Of an answer that is another one from these moments on: the clock alone makes it so, and nobody tells of it. Asks again then, and where the
 * clock was set or the machine slept.
 */
export function useTurnsByClock(moments: readonly Instant[], queryKey: QueryKey): void {
  // What came since is still to be asked for, however often the screen is drawn anew meanwhile.
  const [askedAt, setAskedAt] = useState(instantNow)
  const [next = null] = moments.filter((moment) => moment > askedAt).sort()
  const key = JSON.stringify(queryKey)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it was asked it waits anew
  useEffect(() => {
    const turn = () => {
      setAskedAt(instantNow())
      void queryClient.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey })
    }
    const timer = next === null ? undefined : setTimeout(turn, waitUntil(next))
    const stopWatching = watchClockJumps(turn)
    return () => {
      clearTimeout(timer)
      stopWatching()
    }
  }, [next, key, askedAt])
}

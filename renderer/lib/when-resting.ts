import { type QueryKey, QueryObserver } from '@tanstack/react-query'
import { startTransition, useEffect, useState } from 'react'
import { queryClient } from './query-client.ts'
import { changesSoFar } from './touched-fields.ts'

/** Longer than between two keys of somebody who writes. */
const REST_MS = 400
/** Who writes on and on sees it all the same, a few seconds late. */
const MOST_WAITS = 8

/** In a moment in which the window has nothing else to do. */
export const whenIdle = (run: () => void): unknown =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(run, { timeout: 2_000 }) : setTimeout(run)

/** Runs it once nobody has typed for a moment; returns the way to give it up. */
function whenResting(run: () => void): () => void {
  let isWanted = true
  let timer: ReturnType<typeof setTimeout>
  const wait = (left: number, typed: number) => {
    timer = setTimeout(() => {
      const now = changesSoFar()
      if (now !== typed && left > 0) wait(left - 1, now)
      else whenIdle(() => isWanted && run())
    }, REST_MS)
  }
  wait(MOST_WAITS, changesSoFar())
  return () => {
    isWanted = false
    clearTimeout(timer)
  }
}

/**
 * What another part of the page has asked for already, a moment after it changed: for what stands beside the work and must never
 * hold up a key. Asks nothing itself, and whoever draws with it is drawn in pieces that give way to keys. Undefined until the first rest.
 */
export function useWhenResting<T>(query: { readonly queryKey: QueryKey; readonly queryFn?: unknown }): T | undefined {
  const [shown, setShown] = useState<T>()
  const key = JSON.stringify(query.queryKey)
  useEffect(() => {
    const queryKey = JSON.parse(key) as QueryKey
    let giveUp = () => {}
    const take = (data: T | undefined) => {
      giveUp()
      giveUp = whenResting(() => startTransition(() => setShown(data)))
    }
    const known = queryClient.getQueryData<T>(queryKey)
    if (known !== undefined) whenIdle(() => startTransition(() => setShown(known)))
    const observer = new QueryObserver<T>(queryClient, { queryKey, enabled: false, notifyOnChangeProps: ['data'] })
    const stop = observer.subscribe(({ data }) => take(data))
    return () => {
      stop()
      giveUp()
    }
  }, [key])
  return shown
}

import { type QueryKey, QueryObserver } from '@tanstack/react-query'
import { startTransition, useEffect, useState } from 'react'
import { queryClient } from './query-client.ts'
import { whenIdle, whenResting } from './resting.ts'

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

import { useCallback, useState } from 'react'
import { create } from 'zustand'
import type { Failure } from './failure.ts'

/** How often what was said of a hub became untrue: it was away and is back, or this desk has another one, or none. */
const useHubTurns = create<{ count: number }>()(() => ({ count: 0 }))

/** «Not done, the hub is away» is untrue from now on, wherever it stands. */
export const hubTurned = (): void => useHubTurns.setState(({ count }) => ({ count: count + 1 }))

/** What a form says of a refusal, until it says something else; what it says of the hub no longer than that is true. */
export function useSaid<Said extends Pick<Failure, 'isOfHub'>>(): [Said | null, (said: Said | null) => void] {
  const now = useHubTurns(({ count }) => count)
  const [last, setLast] = useState<{ said: Said; at: number } | null>(null)
  const isTrue = last !== null && (last.said.isOfHub !== true || last.at === now)
  const say = useCallback(
    (said: Said | null) => setLast(said === null ? null : { said, at: useHubTurns.getState().count }),
    [],
  )
  return [isTrue ? last.said : null, say]
}

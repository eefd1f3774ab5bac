import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function for as long as the component lives, doing what the newest one does: what it is given to need not be drawn anew. */
export function useStable<Args extends unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(run)
  // Not while drawing: a drawing that React gives up must leave nothing behind.
  useLayoutEffect(() => {
    latest.current = run
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}

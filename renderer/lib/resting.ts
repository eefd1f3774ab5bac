import { changesSoFar } from './touched-fields.ts'

/** Longer than between two keys of somebody who writes. */
const REST_MS = 400
/** Who writes on and on sees it all the same, a few seconds late. */
const MOST_WAITS = 8

/** In a moment in which the window has nothing else to do. */
export const whenIdle = (run: () => void): unknown =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(run, { timeout: 2_000 }) : setTimeout(run)

/** Runs it once nobody has typed for a moment; returns the way to give it up. */
export function whenResting(run: () => void): () => void {
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

/** No key waits longer for long work in pieces. */
const LONGEST_PIECE_MS = 8

/** To be asked after each piece of long work: when it has gone on for a while, what waits to be done in the window goes first. */
export function givingWay(): () => Promise<void> | undefined {
  let sinceMs = performance.now()
  return () => {
    if (performance.now() - sinceMs < LONGEST_PIECE_MS) return undefined
    return new Promise((resolve) =>
      setTimeout(() => {
        sinceMs = performance.now()
        resolve()
      }),
    )
  }
}

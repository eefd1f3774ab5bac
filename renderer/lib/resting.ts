import { changesSoFar } from './touched-fields.ts'

/** Longer than between two keys of somebody who writes. */
const REST_MS = 400
/** Who writes on and on sees it all the same, a few seconds late. */
const MOST_WAITS = 8

/** In a moment in which the window has nothing else to do; after this long in any case. */
export const whenIdle = (run: () => void, timeout = 2_000): unknown =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(run, { timeout }) : setTimeout(run)

/** Once what stands on the page now is painted. */
export const whenPainted = (run: () => void): unknown => requestAnimationFrame(() => setTimeout(run))

/** An idle moment for who waits. */
export const idleMoment = (timeout?: number): Promise<void> => new Promise((resolve) => whenIdle(resolve, timeout))

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
/** And whoever waits for the work waits no longer for each piece, however much else there is to do. */
const LONGEST_PAUSE_MS = 100

/**
 * To be asked after each piece of long work: when it has gone on for a while, whatever else is to be done in the window goes first. A page that is being
 * opened is drawn in pieces too: to take turns with it would make it take twice as long.
 */
export function givingWay(): () => Promise<void> | undefined {
  let sinceMs = performance.now()
  return () => {
    if (performance.now() - sinceMs < LONGEST_PIECE_MS) return undefined
    // Where somebody writes already the work is waited for: keys still come between its pieces.
    const pause = changesSoFar() > 0 ? new Promise((resolve) => setTimeout(resolve)) : idleMoment(LONGEST_PAUSE_MS)
    return pause.then(() => {
      sinceMs = performance.now()
    })
  }
}

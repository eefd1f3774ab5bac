import { useEffect } from 'react'
import { useStable } from './use-stable.ts'

type Reading = () => Promise<unknown>

const readings = new Set<Reading>()

/** What a page still has to read so that its paper is whole: the printer waits for it. */
export function useReadBeforePrint(read: Reading): void {
  const stable = useStable(read)
  useEffect(() => {
    readings.add(stable)
    return () => void readings.delete(stable)
  }, [stable])
}

/** The printer waits as long as whoever asks for this is on the screen: the page is not there yet. */
export function useHoldsPrinter(): void {
  useEffect(() => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const untilGone = () => promise
    readings.add(untilGone)
    return () => {
      readings.delete(untilGone)
      resolve()
    }
  }, [])
}

let waiting: Promise<void> | null = null

/**
 * Prints the page that is open, once it has been read; what could not be read is missing, and its paper says how much of it is there. Pressed
 * again meanwhile it prints once; on another page by then, not at all.
 */
export function printPage(): Promise<void> {
  waiting ??= printWhenRead().finally(() => {
    waiting = null
  })
  return waiting
}

async function printWhenRead(): Promise<void> {
  const { pathname } = window.location
  const read = new Set<Reading>()
  // A page that has come in the meantime has more to read for its paper.
  for (;;) {
    const due = [...readings].filter((reading) => !read.has(reading))
    if (due.length === 0) break
    for (const reading of due) read.add(reading)
    await Promise.allSettled(due.map((reading) => reading()))
  }
  if (window.location.pathname === pathname) window.print()
}

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

/** The page that is to be printed as soon as it has been read. */
let wanted: { readonly path: string } | null = null

/**
 * Prints the page that is open, once it has been read; what could not be read is missing, and its paper says how much of it is there. Pressed
 * again meanwhile it prints once; on another page by then, not at all, and that one where it was pressed there.
 */
export async function printPage(): Promise<void> {
  const path = window.location.pathname
  if (wanted?.path === path) return
  const mine = { path }
  wanted = mine
  const isWanted = () => wanted === mine && window.location.pathname === path
  const read = new Set<Reading>()
  try {
    // A page that has come in the meantime has more to read for its paper.
    while (isWanted()) {
      const due = [...readings].filter((reading) => !read.has(reading))
      if (due.length === 0) return window.print()
      for (const reading of due) read.add(reading)
      await Promise.allSettled(due.map((reading) => reading()))
    }
  } finally {
    if (wanted === mine) wanted = null
  }
}

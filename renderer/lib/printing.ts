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

/** Prints the page that is open; what could not be read is missing, and its paper says how much of it is there. */
export async function printPage(): Promise<void> {
  await Promise.allSettled([...readings].map((read) => read()))
  window.print()
}

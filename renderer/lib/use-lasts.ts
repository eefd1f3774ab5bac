import { useEffect, useState } from 'react'

/** What takes no longer than this says what it did, and nothing before. */
export const NOT_LONG_MS = 1_000

/** Whether something that goes on has done so for longer than a moment. */
export function useLasts(isGoing: boolean): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isGoing) return
    const timer = setTimeout(() => setLasts(true), NOT_LONG_MS)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isGoing])
  return lasts
}

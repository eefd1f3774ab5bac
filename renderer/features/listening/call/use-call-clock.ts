import { useEffect, useState } from 'react'
import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import { elapsedMs } from './call-clock.ts'

const SECOND_MS = 1_000

/** How far the call is, renewed as each of its own seconds is full: the same clock that stamps the notes. */
export function useElapsedMs(call: Call): number {
  const [, setSecond] = useState(0)
  useEffect(() => {
    if (call.endedAt !== null) return
    let timer: ReturnType<typeof setTimeout>
    const waitForSecond = () => {
      timer = setTimeout(beat, SECOND_MS - (elapsedMs(call) % SECOND_MS))
    }
    const beat = () => {
      setSecond((beats) => beats + 1)
      waitForSecond()
    }
    waitForSecond()
    return () => clearTimeout(timer)
  }, [call])
  return elapsedMs(call)
}

import { useEffect, useState } from 'react'
import type { Instant, PlainDate } from '../../shared/contract/values.ts'
import { dateIn, type Place } from './formats.ts'

export const instantNow = (): Instant => new Date().toISOString()

/** The date in the room. */
export const todayIn = ({ timeZone }: Pick<Place, 'timeZone'>): PlainDate => dateIn(instantNow(), timeZone)

/** The present, renewed every `everyMs` on the beat of the clock (so that all seconds on screen change together). */
export function useNow(everyMs = 30_000): Instant {
  const [now, setNow] = useState(instantNow)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const beat = () => {
      setNow(instantNow())
      timer = setTimeout(beat, everyMs - (Date.now() % everyMs))
    }
    timer = setTimeout(beat, everyMs - (Date.now() % everyMs))
    return () => clearTimeout(timer)
  }, [everyMs])
  return now
}

/** The window's own clock for lengths, renewed every `everyMs`: nobody sets it. */
export function useRunningMs(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return nowMs
}

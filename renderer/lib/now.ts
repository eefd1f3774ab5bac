import { useEffect, useReducer, useRef, useState } from 'react'
import { create } from 'zustand'
import type { Instant, PlainDate } from '../../shared/contract/values.ts'
import { addMs } from '../../shared/domain/instants.ts'
import { watchClockJumps } from './clock-jumps.ts'
import { onTheWall } from './wall-clock.ts'

/** How far this machine's clock is ahead of the one that dates things here: the hub's, where the desk belongs to one. */
const useAhead = create<{ ms: number }>()(() => ({ ms: 0 }))

/** Less is the way of the answer that told it. */
const SAME_MS = 1_000

export const clockIsAhead = (ms: number): void => {
  if (ms === 0 || Math.abs(ms - useAhead.getState().ms) >= SAME_MS) useAhead.setState({ ms })
}

/** The present by the clock that dates things here. */
export const instantNow = (): Instant => instantAtMs(Date.now())

/** What the clock that dates things here showed when this machine's showed so many milliseconds. */
export const instantAtMs = (ms: number): Instant => new Date(ms - useAhead.getState().ms).toISOString()

/** The date in the room. */
export const todayIn = ({ timeZone }: { timeZone: string }): PlainDate => onTheWall(instantNow(), timeZone).slice(0, 10)

/** The present, renewed every `everyMs` on the beat of the clock (so that all seconds on screen change together), and at once where the clock jumped. */
export function useNow(everyMs = 30_000): Instant {
  const aheadMs = useAhead(({ ms }) => ms)
  const [at, setNow] = useState(() => ({ now: instantNow(), aheadMs }))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(beat, everyMs - (Date.now() % everyMs))
    }
    const beat = () => {
      setNow({ now: instantNow(), aheadMs })
      wait()
    }
    wait()
    const stopWatching = watchClockJumps(beat)
    return () => {
      clearTimeout(timer)
      stopWatching()
    }
  }, [everyMs, aheadMs])
  return at.aheadMs === aheadMs ? at.now : addMs(at.now, at.aheadMs - aheadMs)
}

const MINUTE_MS = 60_000

/** How long it is until then, shown anew as each whole minute of it is gone: wherever a window says it, it says the same. `skewMs`: by how much the clock that ends it is ahead. */
export function useLeftMs(until: Instant, skewMs = 0): number {
  useAhead(({ ms }) => ms)
  const [beats, beat] = useReducer((count: number) => count + 1, 0)
  const leftMs = () => Date.parse(until) - Date.parse(instantNow()) - skewMs
  const atLastBeat = useRef(Number.NaN)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each beat waits for the next
  useEffect(() => {
    const left = leftMs()
    const untilTurn = (((left % MINUTE_MS) + MINUTE_MS) % MINUTE_MS) + 1
    // Of a clock that stands no turn comes nearer.
    const timer = setTimeout(beat, left === atLastBeat.current ? MINUTE_MS : untilTurn)
    atLastBeat.current = left
    return () => clearTimeout(timer)
  }, [until, skewMs, beats])
  useEffect(() => watchClockJumps(beat), [])
  return leftMs()
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

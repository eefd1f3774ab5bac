import type { Timers } from '../../electron/shells/timers.ts'

/** Timers and a clock that move only when told. */
export function heldTime(start: string) {
  let nowMs = Date.parse(start)
  const waiting = new Set<{ atMs: number; periodMs: number | null; run: () => void }>()
  const add = (delayMs: number, periodMs: number | null, run: () => void) => {
    const timer = { atMs: nowMs + delayMs, periodMs, run }
    waiting.add(timer)
    return () => {
      waiting.delete(timer)
    }
  }
  const timers: Timers = {
    after: (delayMs, run) => add(delayMs, null, run),
    every: (periodMs, run) => add(periodMs, periodMs, run),
  }
  /** What was started and answers at once has answered. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

  return {
    timers,
    now: () => new Date(nowMs).toISOString(),
    settle,
    /** Time passes, timer by timer. */
    pass: async (ms: number) => {
      const endMs = nowMs + ms
      for (;;) {
        const [next] = [...waiting].filter((timer) => timer.atMs <= endMs).sort((a, b) => a.atMs - b.atMs)
        if (next === undefined) break
        nowMs = next.atMs
        if (next.periodMs === null) waiting.delete(next)
        else next.atMs += next.periodMs
        next.run()
        await settle()
      }
      nowMs = endMs
    },
    waitingCount: () => waiting.size,
  }
}

export const minute = 60_000

/** Waiting, handed in so that a test decides when time has passed. Both return the way to call it off. */
export interface Timers {
  after(delayMs: number, run: () => void): () => void
  every(periodMs: number, run: () => void): () => void
}

export const systemTimers: Timers = {
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
  every: (periodMs, run) => {
    const timer = setInterval(run, periodMs)
    return () => clearInterval(timer)
  },
}

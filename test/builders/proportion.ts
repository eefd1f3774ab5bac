import { expect } from 'vitest'

/**
 * That work grows no faster than its text: one text against eight of an eighth of its length, which is 1 where it is linear and 8 where it is quadratic. By the
 * processor's work, not by the clock, and by the least of some runs, so that a busy machine says the same.
 * `eighth`: where the end of the whole is not like the rest of it.
 */
export function expectProportion(
  whole: string,
  work: (text: string) => unknown,
  eighth = whole.slice(-whole.length / 8),
): void {
  const least = { whole: Infinity, eighths: Infinity }
  for (let run = 0; run < 5 && !(least.whole < 2 * least.eighths); run++) {
    least.whole = Math.min(
      least.whole,
      processorTime(() => work(whole)),
    )
    const eighths = processorTime(() => Array.from({ length: 8 }, () => work(eighth)))
    least.eighths = Math.min(least.eighths, Math.max(eighths, 1000))
  }
  expect(least.whole).toBeLessThan(4 * least.eighths)
}

/** In microseconds. User and system together: only their sum is exact, the split is sampled. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

import { readingMs } from './reading-pace.ts'
import type { Utterance } from './utterance.ts'

/** Mail threads may go on for months; a longer one has a wrong date in it. */
const LONGEST_MS = 366 * 86_400_000

/**
 * The file's own times, one for each line; null when they tell nothing: fewer than half of the lines have one, or all the same. A
 * line without a time, or with one that nobody can have meant, comes when the line before it has been said, and before the next.
 */
export function ownTimes(said: readonly Utterance[]): number[] | null {
  const meant = withoutOutliers(said.map(({ atMs }) => atMs))
  const known = meant.filter((atMs) => atMs !== null)
  if (known.length * 2 < said.length || known.length === 0) return null
  if (new Set(known).size < 2 && said.length > 1) return null
  const times: number[] = []
  for (const [index, atMs] of meant.entries()) {
    const next = meant.slice(index).find((each) => each !== null) ?? Number.POSITIVE_INFINITY
    const before = times[index - 1]
    const guess =
      before === undefined ? next : Math.max(before, Math.min(next, before + readingMs(said[index - 1]?.text ?? '')))
    times.push(atMs ?? guess)
  }
  return times
}

function withoutOutliers(times: readonly (number | null)[]): (number | null)[] {
  const sorted = times.filter((atMs) => atMs !== null).sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  return times.map((atMs) => (atMs !== null && Math.abs(atMs - middle) <= LONGEST_MS ? atMs : null))
}

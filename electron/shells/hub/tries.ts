const WITHIN_MS = 10 * 60_000

/** More addresses than a house has; then the oldest is forgotten. */
const MOST_ADDRESSES = 10_000

/** Counts what failed, by address, for ten minutes: a code is not to be guessed. */
export function countTries(most: number, nowMs: () => number = () => performance.now()) {
  const failed = new Map<string, { count: number; sinceMs: number }>()
  const current = (address: string) => {
    const found = failed.get(address)
    if (found !== undefined && nowMs() - found.sinceMs < WITHIN_MS) return found
    failed.delete(address)
    return undefined
  }
  return {
    isTooMany: (address: string): boolean => (current(address)?.count ?? 0) >= most,
    failed: (address: string): void => {
      const found = current(address)
      if (found !== undefined) {
        found.count += 1
        return
      }
      const [oldest] = failed.keys()
      if (oldest !== undefined && failed.size >= MOST_ADDRESSES) failed.delete(oldest)
      failed.set(address, { count: 1, sinceMs: nowMs() })
    },
  }
}

import { isOfEverything } from '../storage/hub/rows-down.ts'

/** For so long what one desk was told is told to others. */
const KEPT_MS = 20_000

interface Kept<Lot> {
  readonly lot: Promise<Lot>
  readonly sinceMs: number
}

/**
 * Reads everything once for all who come at about the same moment: two hundred desks that begin anew would ask for each lot two hundred times.
 * A lot that was read a while ago is as good: what changed since stands in the feed after the place at which all of them go on.
 */
export function sharedReading<Lot>(
  read: (cursor: string | null) => Promise<Lot>,
  nowMs: () => number = () => performance.now(),
): (cursor: string | null) => Promise<Lot> {
  const kept = new Map<string | null, Kept<Lot>>()
  return (cursor) => {
    if (!isOfEverything(cursor)) return read(cursor)
    // The oldest first.
    for (const [key, { sinceMs }] of kept) {
      if (nowMs() - sinceMs < KEPT_MS) break
      kept.delete(key)
    }
    const known = kept.get(cursor)
    if (known !== undefined) return known.lot
    const one = { lot: read(cursor), sinceMs: nowMs() }
    kept.set(cursor, one)
    one.lot.catch(() => {
      if (kept.get(cursor) === one) kept.delete(cursor)
    })
    return one.lot
  }
}

import { byNewest, madeAtOf } from '../../storage/file/copy-names.ts'

/** How long changes may go without a copy. */
export const COPY_EVERY_MS = 15 * 60_000

/** How often the console asks itself whether a copy is due. */
export const LOOK_EVERY_MS = 60_000

const NEWEST_KEPT = 8
const DAYS_KEPT = 14

/** Due when something changed since the newest copy, and that one is at least 15 minutes old (or there is none). */
export function isCopyDue(facts: { hasChanged: boolean; newestMadeAtMs: number | null; nowMs: number }): boolean {
  if (!facts.hasChanged) return false
  // A clock set back must not stop the copies for as long as it was set back.
  return facts.newestMadeAtMs === null || Math.abs(facts.nowMs - facts.newestMadeAtMs) >= COPY_EVERY_MS
}

/**
 * Names of copies, in any order, by age. One from a time that has not come counts as the
 * oldest: it was made before the clock was set back, and must not push out what is made now.
 */
export function newestFirst(names: readonly string[], nowMs: number): string[] {
  const sorted = [...names].sort(byNewest)
  const isToCome = (name: string) => madeAtOf(name).getTime() > nowMs + COPY_EVERY_MS
  return [...sorted.filter((name) => !isToCome(name)), ...sorted.filter(isToCome)]
}

/** The copies to delete: all but the newest eight and the last one of each of the newest fourteen days of this machine. */
export function copiesToDrop(names: readonly string[], nowMs: number): string[] {
  const byAge = newestFirst(names, nowMs)
  const lastOfDay = new Map<string, string>()
  for (const name of byAge) {
    const day = madeAtOf(name).toDateString()
    if (!lastOfDay.has(day)) lastOfDay.set(day, name)
  }
  const kept = new Set([...byAge.slice(0, NEWEST_KEPT), ...[...lastOfDay.values()].slice(0, DAYS_KEPT)])
  return byAge.filter((name) => !kept.has(name))
}

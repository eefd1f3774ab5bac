import type { Version } from '../../shared/contract/versions.ts'

/** What is changed under a version: a booking by its id, a list that is kept as a whole by its name. */
export interface Kept {
  readonly id: string
  readonly version: Version
}

const later = new Map<string, Kept>()
const keyOf = ({ id, version }: Kept) => `${id} ${version}`

/**
 * A step that is taken back leaves what it changed as it was, but under a new version, or handed in anew: what was done before that step, and is to be taken back
 * next, goes out from there. Changed by somebody else since, it is refused as stale.
 */
export function standsAs(kept: Kept): Kept {
  const next = later.get(keyOf(kept))
  return next === undefined ? { id: kept.id, version: kept.version } : standsAs(next)
}

export const versionNow = (kept: Kept): Version => standsAs(kept).version

/** A step was done anew: both versions are of the truth that is asked now, whatever one before it, of another hub or a copy brought back, called so. */
export function standForThemselves(...versions: readonly Kept[]): void {
  for (const kept of versions) later.delete(keyOf(kept))
}

/** It is again as it was `before`, and may be another by its id. */
export function isInPlaceOf(before: Kept, now: Kept): void {
  standForThemselves(now)
  const known = standsAs(before)
  if (known.id !== now.id || known.version < now.version) later.set(keyOf(known), { id: now.id, version: now.version })
}

/**
 * The step from `before` to `after` was taken back, or the one that took it back was done again. False: somebody else changed it since, also where what
 * was asked for was so already, by them; then it is as they left it. Nor is it as `before` where they changed it between that and the step.
 */
export function isAsBefore(before: Partial<Kept> | null, after: Kept, now: Kept): boolean {
  if (now.version !== versionNow(after) + 1) return false
  if (before?.id !== now.id || before.version === undefined) return true
  const known = { id: now.id, version: before.version }
  if (after.version === versionNow(known) + 1) isInPlaceOf(known, now)
  return true
}

import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { patiently } from '../../patiently.ts'
import { MARK_PATTERN } from './console-mark.ts'
import type { Owner } from './drop-messages.ts'

/** Ours in any shape: console, run, id. And, without those, what the first Earshot left. */
const OURS = new RegExp(`^(?:\\.~|~|)earshot-(${MARK_PATTERN})(${MARK_PATTERN})-([\\w-]+)\\.(?:tmp|part)$`, 'u')
const FIRST = /^\.~earshot-(?:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.tmp|.+\.(?:csv|xlsx|md)\.lock)$/u
/** Longer than any delivery takes; another console's file that is younger may still be growing. */
const STALE_MS = 24 * 3_600_000

/**
 * Names for bytes on their way, best first: hidden; not hidden, for shares that refuse a dot in front; like any other file, for
 * those that also screen out temporary ones.
 */
export const temporaryNames = ({ mark, run }: Owner, id: string): readonly string[] => [
  `.~earshot-${mark}${run}-${id}.tmp`,
  `~earshot-${mark}${run}-${id}.tmp`,
  `earshot-${mark}${run}-${id}.part`,
]

/**
 * Removes what this console left in the folder, of whatever age: from earlier runs, and of what ended badly in this one. What
 * it is just bringing, perhaps to the same folder under another path, stays. Answers the names in the folder; none where they
 * may not be listed.
 */
export async function sweepOwn(folder: string, owner: Owner): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const own = names.filter((name) => {
    const [, mark, run, id = ''] = OURS.exec(name) ?? []
    if (mark !== undefined) return mark === owner.mark && (run !== owner.run || owner.endedIds.includes(id))
    const firstId = FIRST.exec(name)?.[1]
    return firstId !== undefined && owner.endedIds.includes(firstId)
  })
  for (const name of own) await removeQuietly(join(folder, name))
  return names.filter((name) => !own.includes(name))
}

/**
 * Removes what any Earshot left behind more than a day ago. `newestMs` is the time of a file just made in the folder: ages are
 * measured on the drive's own clock, because two machines' clocks differ.
 */
export async function sweepStale(folder: string, names: readonly string[], newestMs: number): Promise<void> {
  for (const name of names) {
    if (!OURS.test(name) && !FIRST.test(name)) continue
    const path = join(folder, name)
    const mtimeMs = await lstat(path).then(
      (found) => found.mtimeMs,
      () => newestMs,
    )
    if (newestMs - mtimeMs > STALE_MS) await removeQuietly(path)
  }
}

/** Best effort: what cannot be removed now must not stop a delivery, and is found again by the next. */
export async function removeQuietly(path: string): Promise<void> {
  await patiently(() => rm(path, { force: true })).catch(() => {})
}

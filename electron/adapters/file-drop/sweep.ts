import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const OURS = /^\.~earshot-.+\.(?:tmp|lock)$/u
/** Longer than any delivery takes; another console's file that is younger may still be growing. */
const STALE_MS = 24 * 3_600_000

export const temporaryName = (exportId: string): string => `.~earshot-${exportId}.tmp`

/** Removes what an interrupted delivery of this export left. */
export async function removeOwn(folder: string, exportId: string): Promise<void> {
  await rm(join(folder, temporaryName(exportId)), { force: true })
}

/**
 * Removes what any Earshot left behind more than a day ago. `newestMs` is the time of a file just made in the folder: ages are
 * measured on the drive's own clock, because two machines' clocks differ. Best effort: leftovers must not stop a delivery.
 */
export async function sweepStale(folder: string, newestMs: number): Promise<void> {
  try {
    for (const name of await readdir(folder)) {
      if (!OURS.test(name)) continue
      const path = join(folder, name)
      const { mtimeMs } = await lstat(path)
      if (newestMs - mtimeMs > STALE_MS) await rm(path, { force: true })
    }
  } catch {
    // Somebody else swept at the same time, or names may not be listed here.
  }
}

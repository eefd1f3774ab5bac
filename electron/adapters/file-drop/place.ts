import { link, lstat, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { errorCode } from './wait-reasons.ts'

/** What a file system without hard links says: FAT, exFAT and many SMB shares. */
const NO_LINKS = [
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
  'EXDEV',
  'EISDIR',
  'UNKNOWN',
]

export const reservationOf = (finalPath: string): string =>
  join(dirname(finalPath), `.~earshot-${basename(finalPath)}.lock`)

/**
 * Gives the whole temporary file its final name, never onto another file.
 *
 * With hard links: link() and then unlink() of the temporary name. link() refuses a name that exists, so the system is the
 * referee; a crash between the two leaves a whole file and a spare name that the next delivery sweeps away.
 *
 * Without: rename(), which would replace a file. So the name is reserved first (a lock file made exclusively beside it:
 * two Earshots can never both hold it), then looked for, then taken. What this cannot exclude is another program that
 * makes a file of exactly this name, with date, minute and number, between the look and the rename. The other way round,
 * an empty file made exclusively under the final name and then replaced, has no such gap but leaves an empty file under
 * the final name when the drive goes away in between; that happens on real drives, the gap does not.
 */
export async function placeWithoutOverwriting(
  temporaryPath: string,
  finalPath: string,
  makeLink: typeof link = link,
): Promise<'placed' | 'taken'> {
  try {
    await makeLink(temporaryPath, finalPath)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return 'taken'
    if (NO_LINKS.includes(errorCode(error))) return renameWhenFree(temporaryPath, finalPath)
    throw error
  }
  // The file is there and whole. A spare name that cannot be removed now must not turn that into a failure.
  await rm(temporaryPath, { force: true }).catch(() => {})
  return 'placed'
}

async function renameWhenFree(temporaryPath: string, finalPath: string): Promise<'placed' | 'taken'> {
  const reservation = reservationOf(finalPath)
  try {
    await open(reservation, 'wx').then((handle) => handle.close())
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return 'taken'
    throw error
  }
  try {
    if (await isThere(finalPath)) return 'taken'
    await rename(temporaryPath, finalPath)
    return 'placed'
  } finally {
    await rm(reservation, { force: true }).catch(() => {})
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

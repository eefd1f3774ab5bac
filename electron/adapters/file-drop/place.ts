import { link, lstat, rename } from 'node:fs/promises'
import { errorCode } from '../../error-code.ts'
import { patiently } from '../../patiently.ts'
import { removeQuietly } from './leftovers.ts'

/**
 * What drives without hard links say: FAT, exFAT, many SMB shares, and what is mounted with FUSE. Some answer as if they were
 * broken or closed; if they are, the rename says so again.
 */
const NO_LINKS = [
  ...['EPERM', 'EACCES', 'EIO', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EXDEV', 'EISDIR', 'EBADMSG'],
  ...['EBUSY', 'UNKNOWN'],
]

/**
 * Gives the whole temporary file its final name with link(), which refuses a name that exists: the system is the referee. A crash
 * before the temporary name is removed leaves a whole file and a spare name that the next delivery sweeps away.
 */
export async function placeByLink(
  temporaryPath: string,
  finalPath: string,
  makeLink: typeof link = link,
): Promise<'placed' | 'taken' | 'no_links'> {
  try {
    await makeLink(temporaryPath, finalPath)
  } catch (error) {
    const code = errorCode(error)
    // The answer to a first try can get lost; the system then asks again and meets its own work.
    if (code === 'EEXIST' && !(await isSameFile(temporaryPath, finalPath))) return 'taken'
    if (code !== 'EEXIST') {
      if (NO_LINKS.includes(code)) return 'no_links'
      throw error
    }
  }
  // The file is there and whole. A spare name that cannot be removed now must not turn that into a failure.
  await removeQuietly(temporaryPath)
  return 'placed'
}

/**
 * The same with rename(), which would replace a file. Nothing referees here: two machines may each see a name as free that the
 * other has just taken, because a share's list of names is as old as its cache. So this is only for names that carry the
 * console's mark: nobody else makes them, and this console sees its own files.
 */
export async function placeByRename(
  temporaryPath: string,
  finalPath: string,
  move: typeof rename = rename,
): Promise<'placed' | 'taken'> {
  if (await isThere(finalPath)) return 'taken'
  await patiently(() => move(temporaryPath, finalPath))
  return 'placed'
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

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([lstat(one), lstat(other)])
  return a.ino !== 0 && a.ino === b.ino && a.dev === b.dev && a.nlink > 1
}

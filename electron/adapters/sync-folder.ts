import { type FileHandle, open } from 'node:fs/promises'
import { errorCode } from '../error-code.ts'

const NOT_OFFERED = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/** Puts a file's bytes on the disk. Some mounted drives know no such call; there its close has to do. */
export async function syncFile(file: FileHandle): Promise<void> {
  try {
    await file.sync()
  } catch (error) {
    if (!NOT_OFFERED.includes(errorCode(error))) throw error
  }
}

/** Puts a folder's list of names on the disk. Windows and many shares cannot; there the file's own flush has to do. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Not offered here, or the folder just went away: what was placed in it is told by the calls that placed it.
  }
}

import { open } from 'node:fs/promises'

/** Puts a folder's list of names on the disk. Windows and many shares cannot; there the file's own flush has to do. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Not offered here, or the folder just went away: what was placed in it is told by the calls that placed it.
  }
}

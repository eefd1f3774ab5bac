import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../../error-code.ts'
import { patiently } from '../../patiently.ts'
import { syncFile, syncFolder } from '../sync-folder.ts'
import type { DropEnd, Owner, Replacement } from './drop-messages.ts'
import { enterFolder, findTemporaryName } from './enter-folder.ts'
import { removeQuietly, sweepOwn } from './leftovers.ts'
import { FolderRefusal, refusalOf } from './wait-reasons.ts'

/** Names the temporary file: there is one of a kind, and its runs follow each other. */
const ID = 'replacement'

/**
 * Puts a file in the place of the one that was there before: a temporary name, flush, reading back, rename, so that whoever looks sees the
 * old one or the new one, whole. What is not of this kind (`ownBegin`) is somebody else's and stays.
 */
export async function replace(job: Replacement, owner: Owner, alive: () => void): Promise<DropEnd> {
  const { folder, fileName, text } = job
  const finalPath = join(folder, fileName)
  let temporaryPath: string | null = null
  try {
    const mountPoint = await enterFolder(job)
    alive()
    if (!(await isOurs(finalPath, job.ownBegin))) throw new FolderRefusal('name_taken')
    await sweepOwn(folder, { ...owner, endedIds: [...owner.endedIds, ID] })
    temporaryPath = join(folder, await findTemporaryName(folder, owner, ID, alive))
    await writeFlushed(temporaryPath, text)
    alive()
    if ((await readFile(temporaryPath, 'utf8')) !== text) throw new FolderRefusal('bytes_differ')
    const from = temporaryPath
    await patiently(() => rename(from, finalPath))
    await syncFolder(folder)
    return { kind: 'delivered', fileName, mountPoint }
  } catch (error) {
    if (temporaryPath !== null) await removeQuietly(temporaryPath)
    return refusalOf(error)
  }
}

async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
    await syncFile(file)
  } finally {
    await file.close()
  }
}

/** Nothing is there, or what an earlier run put there. */
async function isOurs(path: string, ownBegin: string): Promise<boolean> {
  try {
    return (await readFile(path, 'utf8')).slice(0, 1_000).includes(ownBegin)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true
    throw error
  }
}

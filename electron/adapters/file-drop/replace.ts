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
  const { folder, text, ownBegin } = job
  let temporaryPath: string | null = null
  try {
    const mountPoint = await enterFolder(job)
    alive()
    const fileName = await nameThere(job)
    const finalPath = join(folder, fileName)
    if ((await whoseIs(finalPath, ownBegin)) === 'theirs') throw new FolderRefusal('name_taken')
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

async function nameThere({ folder, fileNames, ownBegin }: Replacement): Promise<string> {
  for (const name of fileNames) if ((await whoseIs(join(folder, name), ownBegin)) === 'ours') return name
  return fileNames[0]
}

/** `ours`: what an earlier run put there. */
async function whoseIs(path: string, ownBegin: string): Promise<'ours' | 'theirs' | 'nobodys'> {
  try {
    return (await readFile(path, 'utf8')).slice(0, 1_000).includes(ownBegin) ? 'ours' : 'theirs'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nobodys'
    throw error
  }
}

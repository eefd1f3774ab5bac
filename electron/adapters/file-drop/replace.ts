import { open, readdir, readFile, rename } from 'node:fs/promises'
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
 * old one or the new one, whole. What is not of this kind (`ownBegin`) is somebody else's and stays. Where it lies under several names, each
 * says the same: something goes on reading either.
 */
export async function replace(job: Replacement, owner: Owner, alive: () => void): Promise<DropEnd> {
  const { folder, ownBegin } = job
  try {
    const mountPoint = await enterFolder(job)
    alive()
    const [there = job.fileNames[0], ...others] = await namesThere(job)
    if (there === undefined) return { kind: 'done' }
    if ((await beginOf(join(folder, there)))?.includes(ownBegin) === false) throw new FolderRefusal('name_taken')
    await sweepOwn(folder, { ...owner, endedIds: [...owner.endedIds, ID] })
    for (const fileName of [there, ...others]) await putInPlace(job, fileName, owner, alive)
    await syncFolder(folder)
    return { kind: 'delivered', fileName: there, mountPoint }
  } catch (error) {
    return refusalOf(error)
  }
}

async function putInPlace({ folder, text }: Replacement, fileName: string, owner: Owner, alive: () => void) {
  const temporaryPath = join(folder, await findTemporaryName(folder, owner, ID, alive))
  try {
    await writeFlushed(temporaryPath, text)
    alive()
    if ((await readFile(temporaryPath, 'utf8')) !== text) throw new FolderRefusal('bytes_differ')
    await patiently(() => rename(temporaryPath, join(folder, fileName)))
  } catch (error) {
    await removeQuietly(temporaryPath)
    throw error
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

/** Under which names it lies there: as it is named now first, then as it was. */
async function namesThere({ folder, fileNames, former, ownBegin }: Replacement): Promise<string[]> {
  const found: string[] = []
  for (const name of fileNames) if ((await beginOf(join(folder, name)))?.includes(ownBegin)) found.push(name)
  for (const name of (await readdir(folder)).sort()) {
    const meant = former.filter(({ end }) => name.endsWith(end))
    if (meant.length === 0 || fileNames.includes(name)) continue
    const text = (await textOf(join(folder, name))) ?? ''
    const begin = text.slice(0, BEGIN_LENGTH)
    if (!begin.includes(ownBegin)) continue
    const isMeant = meant.some(({ line, holding }) => begin.includes(line) && holdsAny(text, holding))
    if (isMeant) found.push(name)
  }
  return found
}

function holdsAny(text: string, lines: readonly string[] | undefined): boolean {
  if (lines === undefined) return true
  const held = new Set(text.split(/\r?\n/))
  return lines.some((line) => held.has(line))
}

const BEGIN_LENGTH = 1_000

const beginOf = async (path: string): Promise<string | null> => (await textOf(path))?.slice(0, BEGIN_LENGTH) ?? null

/** Null: there is no such file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

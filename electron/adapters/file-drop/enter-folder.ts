import { type FileHandle, open, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode } from '../../error-code.ts'
import { isOfTheSystem } from '../../network-drive.ts'
import { syncFile } from '../sync-folder.ts'
import type { DropTarget, Owner } from './drop-messages.ts'
import { removeQuietly, temporaryNames } from './leftovers.ts'
import { isUnmounted, mountPointOf } from './mount-point.ts'
import { FolderRefusal } from './wait-reasons.ts'

/** Room for a few tickets: a drive with less counts as full. */
const PROBE = Buffer.alloc(16 * 1_024)

/** How drives refuse a name; each can mean something else, so the next kind of name is tried before it is believed. */
const MAY_BE_THE_NAME = ['EACCES', 'EPERM', 'ENOENT', 'EEXIST', 'EINVAL', 'EIO', 'EISDIR', 'EBADMSG', 'UNKNOWN']

const NOT_THERE = ['ENOENT', 'ENOTDIR']

/** Makes sure that it is the folder that was meant. Answers where its drive is mounted. */
export async function enterFolder({ folder, mountPoint: before }: DropTarget): Promise<string> {
  await mustBeFolder(folder)
  const mountPoint = await mountPointOf(folder)
  if (isUnmounted(before, mountPoint)) throw new FolderRefusal('drive_away')
  if (isOfTheSystem(folder)) throw new FolderRefusal('folder_read_only')
  if (await isInDataFolder(folder)) throw new FolderRefusal('data_folder')
  return mountPoint
}

/** In a console's own folder it is no place for a file either when somebody makes it later. */
async function mustBeFolder(folder: string): Promise<void> {
  const refusal = await stat(folder).then(
    (found) => (found.isDirectory() ? null : new FolderRefusal('not_a_folder')),
    (error: unknown) => error,
  )
  if (refusal === null) return
  const isAbsent = refusal instanceof FolderRefusal || NOT_THERE.includes(errorCode(refusal))
  throw isAbsent && (await isInDataFolder(await lastThatIsThere(folder))) ? new FolderRefusal('data_folder') : refusal
}

async function lastThatIsThere(path: string): Promise<string> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  return isThere || path === dirname(path) ? path : lastThatIsThere(dirname(path))
}

/** A console's own folder, its copies, its outbox: what lies in them is swept, and is no place for anybody to look. */
async function isInDataFolder(folder: string): Promise<boolean> {
  const isDatabase = (path: string) =>
    stat(join(path, 'earshot.db')).then(
      (found) => found.isFile(),
      () => false,
    )
  let at = await realpath(folder)
  for (; !(await isDatabase(at)); at = dirname(at)) if (at === dirname(at)) return false
  return true
}

/** The first kind of temporary name that the folder takes, tried with a real file that is removed again. */
export async function findTemporaryName(folder: string, owner: Owner, id: string, alive: () => void): Promise<string> {
  let firstError: unknown = null
  for (const name of temporaryNames(owner, id)) {
    try {
      await tryFile(join(folder, name), alive)
      return name
    } catch (error) {
      firstError ??= error
      if (!MAY_BE_THE_NAME.includes(errorCode(error))) throw error
    }
  }
  throw firstError
}

async function tryFile(path: string, alive: () => void): Promise<void> {
  const probe = await open(path, 'wx')
  alive()
  try {
    // Some clients of network drives send, and are refused, only here at the end.
    const bytesWritten = await writeAndClose(probe, alive)
    if (bytesWritten !== PROBE.length) throw new FolderRefusal('folder_full')
  } finally {
    await removeQuietly(path)
    alive()
  }
}

async function writeAndClose(probe: FileHandle, alive: () => void): Promise<number> {
  try {
    const { bytesWritten } = await probe.write(PROBE)
    alive()
    await syncFile(probe)
    alive()
    await probe.close()
    return bytesWritten
  } catch (error) {
    await probe.close().catch(() => {})
    throw error
  }
}

import { createReadStream } from 'node:fs'
import { type FileHandle, lstat, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { foldedName, markedName } from '../../../shared/domain/exports/export-names.ts'
import { errorCode } from '../../error-code.ts'
import { patiently } from '../../patiently.ts'
import { hashAnew, hashFile } from '../hash-file.ts'
import { syncFile, syncFolder } from '../sync-folder.ts'
import type { Delivery, DropEnd, Owner } from './drop-messages.ts'
import { enterFolder, findTemporaryName } from './enter-folder.ts'
import { removeQuietly, sweepOwn, sweepStale } from './leftovers.ts'
import { placeByLink, placeByRename } from './place.ts'
import { sourceRefusal } from './source.ts'
import { FolderRefusal, refusalOf } from './wait-reasons.ts'

const PIECE = 64 * 1_024
/** Flushed in steps, so that even a slow line gives a sign of life within the seconds that tell slow from dead. */
const PIECES_PER_FLUSH = 8

export interface Watch {
  /** A sign of life after every piece of work. */
  alive(): void
  /** Whether somebody cancelled; asked until the file gets its final name. */
  isGivenUp(): boolean
}

/**
 * Copies the bytes under a temporary name, flushes them, reads them back, and only then gives them their final name; then reads
 * them once more under it. Whatever fails leaves nothing of ours behind. Runs in a child process: any call may hang on a dead drive.
 */
export async function deliver(delivery: Delivery, owner: Owner, watch: Watch): Promise<DropEnd> {
  const { folder } = delivery
  const { mark } = owner
  let temporaryPath: string | null = null
  try {
    const mountPoint = await enterFolder(delivery)
    const names = await sweepOwn(folder, owner)
    watch.alive()
    const found = delivery.mayBeThere ? await findDelivered(delivery, { mark, names }, watch) : null
    if (found !== null) return { kind: 'delivered', fileName: found, mountPoint }
    const refusal = await sourceRefusal(delivery)
    if (refusal !== null) return refusal
    temporaryPath = join(folder, await findTemporaryName(folder, owner, delivery.exportId, () => watch.alive()))
    await copyTo(temporaryPath, delivery, names, watch)
    if (!watch.isGivenUp()) {
      await readBack(temporaryPath, delivery, watch)
      const fileName = await place(temporaryPath, delivery, { mark, names }, watch)
      if (fileName !== null) return { kind: 'delivered', fileName, mountPoint }
    }
    await rm(temporaryPath, { force: true })
    return watch.isGivenUp() ? { kind: 'given_up' } : refusalOf(new FolderRefusal('name_taken'))
  } catch (error) {
    if (temporaryPath !== null) await removeQuietly(temporaryPath)
    return refusalOf(error)
  }
}

async function copyTo(path: string, delivery: Delivery, names: readonly string[], watch: Watch): Promise<void> {
  const target = await open(path, 'wx')
  try {
    const { mtimeMs } = await target.stat()
    await sweepStale(delivery.folder, names, mtimeMs)
    let pieces = 0
    for await (const piece of createReadStream(delivery.sourcePath, {
      highWaterMark: PIECE,
    }) as AsyncIterable<Buffer>) {
      await writeWhole(target, piece)
      pieces += 1
      if (pieces % PIECES_PER_FLUSH === 0) await syncFile(target)
      watch.alive()
      if (watch.isGivenUp()) return
    }
    await syncFile(target)
    watch.alive()
  } finally {
    await target.close()
  }
}

/** A drive that is almost full takes a part of a piece before it says so. */
async function writeWhole(target: FileHandle, piece: Buffer): Promise<void> {
  let written = 0
  while (written < piece.length) written += (await target.write(piece, written)).bytesWritten
}

async function readBack(path: string, delivery: Delivery, watch: Watch): Promise<void> {
  const { sha256 } = await patiently(() => hashAnew(path, () => watch.alive()))
  if (sha256 !== delivery.sha256) throw new FolderRefusal('bytes_differ')
}

/** The name it got; null when all are taken, or when it was given up before. */
async function place(
  temporaryPath: string,
  delivery: Delivery,
  { mark, names }: { mark: string; names: readonly string[] },
  watch: Watch,
): Promise<string | null> {
  const { folder } = delivery
  const listed = new Set(names.map(foldedName))
  let hasLinks = true
  for (const wanted of delivery.fileNames) {
    if (watch.isGivenUp()) return null
    if (hasLinks && !listed.has(foldedName(wanted))) {
      const end = await placeByLink(temporaryPath, join(folder, wanted))
      if (end === 'placed') return confirmed(wanted, delivery, watch)
      hasLinks = end !== 'no_links'
    }
    const marked = markedName(wanted, mark)
    if (!hasLinks && !listed.has(foldedName(marked))) {
      const end = await placeByRename(temporaryPath, join(folder, marked))
      if (end === 'placed') return confirmed(marked, delivery, watch)
    }
    watch.alive()
  }
  return null
}

/** Some clients of network drives say «done» before they have sent anything: what lies under the name now is what counts. */
async function confirmed(fileName: string, delivery: Delivery, watch: Watch): Promise<string> {
  const path = join(delivery.folder, fileName)
  await syncFolder(delivery.folder)
  watch.alive()
  try {
    await readBack(path, delivery, watch)
  } catch (error) {
    // What is torn goes. Anything more may be what somebody put there meanwhile: a broken file is better than a lost one.
    if (error instanceof FolderRefusal && (await holdsOnlyOurs(path, delivery, watch))) await removeQuietly(path)
    throw error
  }
  return fileName
}

/** Whether each byte of it is the one we brought to that place, or a hole that an upload left. */
async function holdsOnlyOurs(path: string, { sourcePath }: Delivery, watch: Watch): Promise<boolean> {
  const found = await open(path)
  try {
    const ours = await open(sourcePath)
    try {
      return await isBegunOf(found, ours, watch)
    } finally {
      await ours.close()
    }
  } finally {
    await found.close()
  }
}

async function isBegunOf(found: FileHandle, ours: FileHandle, watch: Watch): Promise<boolean> {
  const [there, sent] = [Buffer.alloc(PIECE), Buffer.alloc(PIECE)]
  for (let at = 0; ; ) {
    const { bytesRead } = await found.read(there, 0, PIECE, at)
    if (bytesRead === 0) return true
    const { bytesRead: known } = await ours.read(sent, 0, bytesRead, at)
    watch.alive()
    if (known < bytesRead) return false
    if (!there.subarray(0, bytesRead).every((byte, index) => byte === 0 || byte === sent[index])) return false
    at += bytesRead
  }
}

/** The name under which an interrupted try already placed these very bytes. */
async function findDelivered(
  delivery: Delivery,
  { mark, names: inFolder }: { mark: string; names: readonly string[] },
  watch: Watch,
): Promise<string | null> {
  const listed = new Set(inFolder.map(foldedName))
  const plain = delivery.fileNames
  for (const names of [plain, plain.map((name) => markedName(name, mark))]) {
    for (const fileName of names) {
      const path = join(delivery.folder, fileName)
      const size = await sizeOf(path)
      // The first free name ends the search: a try takes the first it finds free. One spelt otherwise counts as taken.
      if (size === null && !listed.has(foldedName(fileName))) break
      if (size === delivery.sizeBytes && (await hashFile(path, () => watch.alive())).sha256 === delivery.sha256)
        return fileName
    }
  }
  return null
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await lstat(path)).size
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

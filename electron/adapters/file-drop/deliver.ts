import { createReadStream } from 'node:fs'
import { type FileHandle, lstat, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashFile } from '../hash-file.ts'
import { syncFolder } from '../sync-folder.ts'
import type { Delivery, DropEnd } from './drop-messages.ts'
import { placeWithoutOverwriting } from './place.ts'
import { removeOwn, sweepStale, temporaryName } from './sweep.ts'
import { errorCode, waitReasonOf } from './wait-reasons.ts'

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
 * Copies the bytes under a temporary name, flushes them, reads them back, and only then gives them their final name.
 * Whatever fails before that leaves nothing behind. Runs in a child process: any call may hang on a dead drive.
 */
export async function deliver(delivery: Delivery, watch: Watch): Promise<DropEnd> {
  const temporaryPath = join(delivery.folder, temporaryName(delivery.exportId))
  try {
    const found = delivery.mayBeThere ? await findDelivered(delivery, watch) : null
    await removeOwn(delivery.folder, delivery.exportId)
    if (found !== null) return { kind: 'delivered', fileName: found }
    if (!(await isSourceWhole(delivery))) return { kind: 'refused', reason: 'source_gone' }
    await copyTo(temporaryPath, delivery, watch)
    if (watch.isGivenUp()) return await giveUp(temporaryPath)
    const copied = await hashFile(temporaryPath, () => watch.alive())
    if (copied.sha256 !== delivery.sha256) throw new Error('the folder gave back other bytes')
    return await place(temporaryPath, delivery, watch)
  } catch (error) {
    await rm(temporaryPath, { force: true }).catch(() => {})
    return { kind: 'refused', reason: waitReasonOf(error) }
  }
}

async function giveUp(temporaryPath: string): Promise<DropEnd> {
  await rm(temporaryPath, { force: true })
  return { kind: 'given_up' }
}

async function isSourceWhole(delivery: Delivery): Promise<boolean> {
  try {
    const { sha256, sizeBytes } = await hashFile(delivery.sourcePath)
    return sha256 === delivery.sha256 && sizeBytes === delivery.sizeBytes
  } catch {
    return false
  }
}

async function copyTo(temporaryPath: string, delivery: Delivery, watch: Watch): Promise<void> {
  const target = await open(temporaryPath, 'wx')
  try {
    const { mtimeMs } = await target.stat()
    await sweepStale(delivery.folder, mtimeMs)
    let pieces = 0
    for await (const piece of createReadStream(delivery.sourcePath, {
      highWaterMark: PIECE,
    }) as AsyncIterable<Buffer>) {
      await writeWhole(target, piece)
      pieces += 1
      if (pieces % PIECES_PER_FLUSH === 0) await target.datasync()
      watch.alive()
      if (watch.isGivenUp()) return
    }
    await target.sync()
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

async function place(temporaryPath: string, delivery: Delivery, watch: Watch): Promise<DropEnd> {
  for (const fileName of delivery.fileNames) {
    if (watch.isGivenUp()) return giveUp(temporaryPath)
    if ((await placeWithoutOverwriting(temporaryPath, join(delivery.folder, fileName))) === 'placed') {
      await syncFolder(delivery.folder)
      return { kind: 'delivered', fileName }
    }
    watch.alive()
  }
  await rm(temporaryPath, { force: true })
  return { kind: 'refused', reason: 'name_taken' }
}

/** The name under which an interrupted try already placed these very bytes. */
async function findDelivered(delivery: Delivery, watch: Watch): Promise<string | null> {
  for (const fileName of delivery.fileNames) {
    const path = join(delivery.folder, fileName)
    try {
      const { size } = await lstat(path)
      if (size === delivery.sizeBytes && (await hashFile(path, () => watch.alive())).sha256 === delivery.sha256)
        return fileName
    } catch (error) {
      // The first free name ends the search: a try takes the first it finds free.
      if (errorCode(error) === 'ENOENT') return null
      throw error
    }
  }
  return null
}

import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { errorCode } from '../error-code.ts'

export interface HashedFile {
  readonly sha256: string
  readonly sizeBytes: number
}

/** Reads the whole file back. `onBytes` gets the size of each piece, as a sign of life. */
export async function hashFile(
  path: string,
  onBytes: (count: number) => void = () => {},
  flags: string | number = 'r',
): Promise<HashedFile> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const file = await open(path, flags)
  for await (const piece of file.createReadStream({ highWaterMark: 256 * 1_024 }) as AsyncIterable<Buffer>) {
    hash.update(piece)
    sizeBytes += piece.length
    onBytes(piece.length)
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}

/** The same past this machine's own cache, where the system and the drive can. */
export async function hashAnew(path: string, onBytes: (count: number) => void): Promise<HashedFile> {
  try {
    return await hashFile(path, onBytes, constants.O_RDONLY | (constants.O_DIRECT ?? 0))
  } catch (error) {
    if (errorCode(error) !== 'EINVAL') throw error
    return hashFile(path, onBytes)
  }
}

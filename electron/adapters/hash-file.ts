import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** Reads the whole file back. `onBytes` gets the size of each piece, as a sign of life. */
export async function hashFile(
  path: string,
  onBytes: (count: number) => void = () => {},
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1_024 }) as AsyncIterable<Buffer>) {
    hash.update(piece)
    sizeBytes += piece.length
    onBytes(piece.length)
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}

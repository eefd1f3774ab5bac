import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

/** Ten times the largest list anybody has; a workbook made to burst holds a thousand times its size. */
const MOST_BYTES_INSIDE = 30_000_000

/**
 * Whether all that a zip file holds fits. Measured by unpacking: what its directory says of the sizes is the sender's word.
 * False also for what is no zip file.
 */
export function isSmallZip(bytes: Buffer): boolean {
  try {
    let left = MOST_BYTES_INSIDE
    for (const { method, packed } of entriesOf(bytes)) {
      // `maxOutputLength` throws where there is more.
      left -= method === 0 ? packed.length : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length
      if (left <= 0) return false
    }
    return left < MOST_BYTES_INSIDE
  } catch {
    return false
  }
}

function* entriesOf(bytes: Buffer): Generator<{ method: number; packed: Buffer }> {
  let end = bytes.length - 22
  while (end > 0 && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('no directory entry')
    const local = bytes.readUInt32LE(at + 42)
    if (bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw new Error('no entry')
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    yield { method: bytes.readUInt16LE(at + 10), packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)) }
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

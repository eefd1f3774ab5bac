import { endianness } from 'node:os'

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24

/**
 * How many frames of a write-ahead log are as SQLite wrote them, from the first on: each carries a checksum over all before it
 * (https://sqlite.org/fileformat2.html#walformat). What a next start would take is no more than these.
 */
export function wholeFrames(log: Buffer): number {
  if (log.length < HEADER_BYTES) return 0
  const isBigEndian = (log.readUInt32BE(0) & 1) === 1
  const frameBytes = FRAME_HEADER_BYTES + log.readUInt32BE(8)
  let [first, second] = [0, 0]
  const add = (start: number, end: number) => {
    for (let place = start; place < end; place += 8) {
      first = (first + (isBigEndian ? log.readUInt32BE(place) : log.readUInt32LE(place)) + second) >>> 0
      second = (second + (isBigEndian ? log.readUInt32BE(place + 4) : log.readUInt32LE(place + 4)) + first) >>> 0
    }
  }
  const isSigned = (place: number) => log.readUInt32BE(place) === first && log.readUInt32BE(place + 4) === second

  add(0, 24)
  if (!isSigned(24)) return 0
  let frames = 0
  for (let start = HEADER_BYTES; start + frameBytes <= log.length; start += frameBytes) {
    add(start, start + 8)
    add(start + FRAME_HEADER_BYTES, start + frameBytes)
    const isOfThisLog = log.compare(log, 16, 24, start + 8, start + 16) === 0
    if (!isOfThisLog || !isSigned(start + 16)) break
    frames += 1
  }
  return frames
}

export const INDEX_HEADER_BYTES = 48

/** How many frames the log has for SQLite, by the header of its index: the field mxFrame, in the machine's own byte order. */
export const framesInIndex = (header: Buffer): number =>
  endianness() === 'LE' ? header.readUInt32LE(16) : header.readUInt32BE(16)

/** How long a log of so many frames is. */
export const logBytes = (frames: number, pageBytes: number): number =>
  frames === 0 ? 0 : HEADER_BYTES + frames * (FRAME_HEADER_BYTES + pageBytes)

/** The last frame of each page in a log: which one it is, counted from 1, and the page as it stands there. */
export function lastFrames(log: Buffer, pageBytes: number): Map<number, { frame: number; bytes: Buffer }> {
  const last = new Map<number, { frame: number; bytes: Buffer }>()
  const frameBytes = FRAME_HEADER_BYTES + pageBytes
  for (let frame = 1; logBytes(frame, pageBytes) <= log.length; frame += 1) {
    const start = HEADER_BYTES + (frame - 1) * frameBytes
    last.set(log.readUInt32BE(start), { frame, bytes: log.subarray(start + FRAME_HEADER_BYTES, start + frameBytes) })
  }
  return last
}

export const SALT_BYTES = 8
const SALTS_AT = 16

/** What tells one log from the next one in the same file; empty where it has no header. */
export const saltsOf = (log: Buffer): Buffer => log.subarray(SALTS_AT, Math.min(log.length, SALTS_AT + SALT_BYTES))

/** Every page that a frame of this log names, whether or not its checksum holds. */
export function pagesMentioned(log: Buffer, pageBytes: number): Set<number> {
  const pages = new Set<number>()
  const frameBytes = FRAME_HEADER_BYTES + pageBytes
  for (let start = HEADER_BYTES; start + FRAME_HEADER_BYTES <= log.length; start += frameBytes)
    if (saltsOf(log).equals(log.subarray(start + 8, start + 8 + SALT_BYTES))) pages.add(log.readUInt32BE(start))
  return pages
}

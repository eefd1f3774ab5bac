import { hash } from 'node:crypto'
import { fstatSync, readSync } from 'node:fs'

/** A file to read in a thread. Never by its name: SQLite's locks on it would go with any descriptor of this process that is closed. */
export interface PagesWish {
  /** The descriptor that the watch holds; threads share them. */
  readonly file: number
  readonly pageBytes: number
}

/** What its pages were. */
export interface PagesRead {
  readonly digests: Uint8Array
  readonly sizeBytes: number
  /** As it was before the first page was read: a later write gives it another one. */
  readonly mtimeMs: number
}

/** Half of a SHA-256: no accident, and no older copy, has the same. */
export const DIGEST_BYTES = 16
/** File systems date writes by a clock that ticks every few milliseconds: two writes within one tick bear the same time. */
const TICK_MS = 20
const PIECE_BYTES = 1024 * 1024

export const digestOf = (page: Uint8Array): Uint8Array => hash('sha256', page, 'buffer').subarray(0, DIGEST_BYTES)

/** Reads the whole file, about 60 ms for 64 MB and longer on a slow disk: in a thread. */
export function readPages({ file, pageBytes }: PagesWish): PagesRead {
  waitForTick(fstatSync(file).mtimeMs)
  const { size, mtimeMs } = fstatSync(file)
  const digests = new Uint8Array(Math.ceil(size / pageBytes) * DIGEST_BYTES)
  const piece = Buffer.alloc(PIECE_BYTES)
  let page = 0
  for (let place = 0; place < size; place += PIECE_BYTES) {
    const got = readSync(file, piece, 0, PIECE_BYTES, place)
    for (let start = 0; start < got; start += pageBytes, page += 1)
      digests.set(digestOf(piece.subarray(start, Math.min(start + pageBytes, got))), page * DIGEST_BYTES)
  }
  return { digests, sizeBytes: size, mtimeMs }
}

/** After it, a write that is not in what is read cannot bear the time of one that is. */
function waitForTick(mtimeMs: number): void {
  const ageMs = Date.now() - mtimeMs
  if (ageMs < 0 || ageMs > TICK_MS) return
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TICK_MS - ageMs + 1)
}

import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pagesMentioned, SALT_BYTES, saltsOf } from './log-frames.ts'
import { DIGEST_BYTES, readPages } from './page-digests.ts'

/**
 * What the pages of the database file are meant to be while the log with these salts lies beside it. As long as it does, every page
 * that was written into the file since stands in that log, so all others are still what is said here, whenever the console ends.
 */
export interface KeptPages {
  /** New with each log: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
  readonly salts: Buffer
  readonly pageBytes: number
  readonly digests: Uint8Array
}

const PAGE_SIZE_BYTES = 4
const SUM_BYTES = 32

const pathFor = (databasePath: string): string => join(dirname(databasePath), 'earshot.pages')
const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Without waiting on the main thread. Best effort: without it the next start after an unclean end knows less, and claims nothing. */
export async function keepPages(databasePath: string, { salts, pageBytes, digests }: KeptPages): Promise<void> {
  const path = pathFor(databasePath)
  const size = Buffer.alloc(PAGE_SIZE_BYTES)
  size.writeUInt32BE(pageBytes)
  const said = Buffer.concat([salts, size, digests])
  try {
    const file = await open(`${path}.new`, 'w', 0o600)
    try {
      await file.writeFile(Buffer.concat([said, sumOf(said)]))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.new`, path)
  } catch {
    await rm(`${path}.new`, { force: true })
  }
}

export function dropPages(databasePath: string): void {
  for (const suffix of ['', '.new']) rmSync(pathFor(databasePath) + suffix, { force: true, recursive: true })
}

/** Before the log is written into the file. `none`: nothing was kept, it belongs to another log, or every page is as it was. */
export function checkKeptPages(databasePath: string): 'differs' | 'none' {
  try {
    return existsSync(pathFor(databasePath)) ? compare(databasePath) : 'none'
  } catch {
    // What cannot be read the other checks have a name for.
    return 'none'
  }
}

function compare(databasePath: string): 'differs' | 'none' {
  const kept = readKept(pathFor(databasePath))
  const log = readFileSync(`${databasePath}-wal`)
  if (kept === null || !saltsOf(log).equals(kept.salts)) return 'none'
  const replaced = pagesMentioned(log, kept.pageBytes)
  const found = digestsOf(databasePath, kept.pageBytes)
  const pageCount = Math.min(found.length, kept.digests.length) / DIGEST_BYTES
  for (let page = 1; page <= pageCount; page += 1) {
    const [start, end] = [(page - 1) * DIGEST_BYTES, page * DIGEST_BYTES]
    const isSame = Buffer.compare(found.subarray(start, end), kept.digests.subarray(start, end)) === 0
    if (!isSame && !replaced.has(page)) return 'differs'
  }
  return 'none'
}

function readKept(path: string): KeptPages | null {
  const bytes = readFileSync(path)
  const said = bytes.subarray(0, Math.max(0, bytes.length - SUM_BYTES))
  if (said.length <= SALT_BYTES + PAGE_SIZE_BYTES || !sumOf(said).equals(bytes.subarray(said.length))) return null
  return {
    salts: said.subarray(0, SALT_BYTES),
    pageBytes: said.readUInt32BE(SALT_BYTES),
    digests: said.subarray(SALT_BYTES + PAGE_SIZE_BYTES),
  }
}

function digestsOf(path: string, pageBytes: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    return readPages({ file, pageBytes }).digests
  } finally {
    closeSync(file)
  }
}

import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { renamePatiently } from '../../patiently.ts'
import { readIfFile } from '../../read-if-file.ts'
import { dropPages } from './kept-pages.ts'

/**
 * What the database file was when Earshot last closed it by itself. A flipped bit inside a word breaks no structure, so no
 * check of SQLite's sees it; these bytes do. Null: to read them all would have kept the console from ending. Broken (removed) while the file is open.
 */
const Seal = z.object({ sizeBytes: z.number(), mtimeMs: z.number(), sha256: z.string().nullable() })

const pathFor = (databasePath: string): string => join(dirname(databasePath), 'earshot.seal')

const CHUNK_BYTES = 1024 * 1024

/** A large file on a slow disk takes minutes to read; a system that shuts down waits five seconds for its programs, and nothing of this is worth being killed for. */
const LONGEST_READING_MS = 3_000

/** Best effort: without a seal the next start checks the file in another way. */
export function seal(databasePath: string, longestMs = LONGEST_READING_MS): void {
  const path = pathFor(databasePath)
  try {
    const { size, mtimeMs } = statSync(databasePath)
    const file = openSync(`${path}.new`, 'w', 0o600)
    try {
      writeSync(file, JSON.stringify({ sizeBytes: size, mtimeMs, sha256: hashWithin(databasePath, longestMs) }))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renamePatiently(`${path}.new`, path)
    // It tells as much of a file without a log.
    dropPages(databasePath)
  } catch {
    rmSync(`${path}.new`, { force: true })
  }
}

/** Whether a database was closed here: a file that is gone now was lost, and an empty start would hide that. */
export const hasSeal = (databasePath: string): boolean => existsSync(pathFor(databasePath))

export function breakSeal(databasePath: string): void {
  dropPages(databasePath)
  if (!hasSeal(databasePath)) return
  rmSync(pathFor(databasePath), { force: true, recursive: true })
  flushFolder(dirname(databasePath))
}

/** A power cut must not bring back a name that is gone: the seal would call what was written since somebody else's. */
function flushFolder(folder: string): void {
  try {
    const held = openSync(folder, 'r')
    try {
      fsyncSync(held)
    } finally {
      closeSync(held)
    }
  } catch {
    // Windows opens no folder; there a name that is gone is written down at once.
  }
}

/**
 * Compares the file with its seal. `none`: Earshot did not end by itself, or an older one did. From `readUpToBytes` on a
 * file whose size and time fit is believed.
 */
export function checkSeal(databasePath: string, readUpToBytes: number): 'kept' | 'differs' | 'none' {
  const known = readSeal(pathFor(databasePath))
  if (known === null) return 'none'
  const { size, mtimeMs } = statSync(databasePath)
  if (size !== known.sizeBytes) return 'differs'
  if (size > readUpToBytes && mtimeMs === known.mtimeMs) return 'kept'
  if (known.sha256 === null) return 'none'
  return hashOf(databasePath) === known.sha256 ? 'kept' : 'differs'
}

function readSeal(path: string): z.infer<typeof Seal> | null {
  try {
    return Seal.parse(JSON.parse(readIfFile(path) ?? ''))
  } catch {
    return null
  }
}

export function hashOf(path: string): string {
  const hash = hashWithin(path, Number.POSITIVE_INFINITY)
  if (hash === null) throw new Error('a file without end')
  return hash
}

/** Null: it takes longer. */
function hashWithin(path: string, longestMs: number): string | null {
  const until = performance.now() + longestMs
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(CHUNK_BYTES)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      if (performance.now() > until) return null
      hash.update(chunk.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

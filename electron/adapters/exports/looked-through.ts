import { hash, randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { patiently, renamePatiently } from '../../patiently.ts'
import { sortedDigests } from './sorted-digests.ts'

const VERSION_BYTES = 32
const KEY_BYTES = 32
const HEAD_BYTES = VERSION_BYTES + KEY_BYTES
/** Half a SHA-256: nobody meets two texts with the same. */
const DIGEST_BYTES = 16

/** Where it lies, and the masks it speaks of. */
export interface LookedThroughFile {
  readonly path: string
  /** 64 hexadecimal digits, of `masksVersion`. */
  readonly version: string
}

/** Texts that these masks were seen to leave as they are: a keyed digest of each, never a word. */
export interface LookedThrough {
  has(text: string): boolean
  close(): void
}

export interface LookedThroughAnew extends LookedThrough {
  add(text: string): void
  /** Only what was asked for or added since stays: what a text said that is gone goes with it. Closed by it. */
  save(): void
  /** After a look that was cut off: what it did not come to stays as well. Closed by it. */
  saveSoFar(): void
}

/** For a file, which holds a few of millions of texts: nothing else of it is read. */
export function openLookedThrough(file: LookedThroughFile): LookedThrough {
  const { known, digestOf, close } = opened(file)
  return { has: (text) => known.has(digestOf(text)), close }
}

/** To be written again. */
export function lookedThroughAnew(file: LookedThroughFile): LookedThroughAnew {
  const { key, known, digestOf, close } = opened(file)
  const met = new Set<string>()
  const save = () => {
    close()
    const part = `${file.path}.part`
    const digests = Buffer.from([...met].sort().join(''), 'latin1')
    writeFileSync(part, Buffer.concat([Buffer.from(file.version, 'hex'), key, digests]), { mode: 0o600 })
    renamePatiently(part, file.path)
  }
  return {
    has: (text) => {
      const digest = digestOf(text)
      const isKnown = known.has(digest)
      if (isKnown) met.add(digest)
      return isKnown
    },
    add: (text) => void met.add(digestOf(text)),
    save,
    saveSoFar: () => {
      for (const digest of known.all()) met.add(digest)
      save()
    },
    close,
  }
}

/** Knows nothing where there is none, of other masks, or of something else: then every text is looked through. */
function opened({ path, version }: LookedThroughFile) {
  let fd = openIfThere(path)
  const head = fd === null ? null : headOf(fd)
  const isOf = head !== null && head.toString('hex', 0, VERSION_BYTES) === version
  const key = isOf ? head.subarray(VERSION_BYTES) : randomBytes(KEY_BYTES)
  const salt = key.toString('hex')
  return {
    key,
    known: sortedDigests(isOf ? fd : null, { from: HEAD_BYTES, bytes: DIGEST_BYTES }),
    digestOf: (text: string) => hash('sha256', salt + text, 'binary').slice(0, DIGEST_BYTES),
    close: () => {
      if (fd !== null) closeSync(fd)
      fd = null
    },
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch {
    return null
  }
}

function headOf(fd: number): Buffer | null {
  const head = Buffer.alloc(HEAD_BYTES)
  try {
    return readSync(fd, head, 0, HEAD_BYTES, 0) === HEAD_BYTES ? head : null
  } catch {
    return null
  }
}

export const forgetLookedThrough = (path: string): Promise<void> => patiently(() => rm(path, { force: true }))

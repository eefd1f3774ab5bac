import { hash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { patiently, renamePatiently } from '../../patiently.ts'

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
  add(text: string): void
}

export interface LookedThroughAnew extends LookedThrough {
  /** Only what was asked for or added since stays: what a text said that is gone goes with it. */
  save(): void
}

/** Empty where there is none, of other masks, or of something else: then every text is looked through. */
export function readLookedThrough({ path, version }: LookedThroughFile): LookedThroughAnew {
  const file = readIfOf(path, version)
  const key = file?.subarray(VERSION_BYTES, HEAD_BYTES) ?? randomBytes(KEY_BYTES)
  const known = new Set<string>()
  const digests = file?.toString('latin1', HEAD_BYTES) ?? ''
  for (let at = 0; at + DIGEST_BYTES <= digests.length; at += DIGEST_BYTES)
    known.add(digests.slice(at, at + DIGEST_BYTES))
  const met = new Set<string>()
  const salt = key.toString('hex')
  const digestOf = (text: string) => hash('sha256', salt + text, 'binary').slice(0, DIGEST_BYTES)
  return {
    has: (text) => {
      const digest = digestOf(text)
      const isKnown = known.has(digest)
      if (isKnown) met.add(digest)
      return isKnown
    },
    add: (text) => void met.add(digestOf(text)),
    save: () => {
      const part = `${path}.part`
      const head = Buffer.concat([Buffer.from(version, 'hex'), key])
      writeFileSync(part, Buffer.concat([head, Buffer.from([...met].join(''), 'latin1')]), { mode: 0o600 })
      renamePatiently(part, path)
    },
  }
}

function readIfOf(path: string, version: string): Buffer | null {
  try {
    const file = readFileSync(path)
    const isOf = file.length >= HEAD_BYTES && file.subarray(0, VERSION_BYTES).toString('hex') === version
    return isOf ? file : null
  } catch {
    return null
  }
}

export const forgetLookedThrough = (path: string): Promise<void> => patiently(() => rm(path, { force: true }))

import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { readIfFile } from '../../read-if-file.ts'

/** No vowels, so that no mark is a word; nothing that is read as something else. */
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789'
const LENGTH = 4

/** What every mark looks like, for a pattern. */
export const MARK_PATTERN = `[${ALPHABET}]{${LENGTH}}`

/**
 * Four characters that tell this console's files on a shared drive from another's: the same for the life of a data folder on
 * a machine. The machine's name and the path are in it too, because data folders are copied to set up the next console.
 */
export function consoleMark(dataFolder: string): string {
  const digest = createHash('sha256')
    .update(`${hostname()}\0${dataFolder}\0${ownSecret(dataFolder)}`)
    .digest()
  return spelt(digest)
}

/** Of the same kind, and another each time: tells what this run of the console made from what an earlier one left. */
export const randomMark = (): string => spelt(randomBytes(LENGTH))

const spelt = (bytes: Buffer): string =>
  Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')

function ownSecret(dataFolder: string): string {
  const path = join(dataFolder, 'console-id')
  try {
    writeFileSync(path, randomBytes(16).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch {
    // It is there already, or the folder takes nothing: then machine and path have to do.
  }
  try {
    return readIfFile(path) ?? ''
  } catch {
    return ''
  }
}

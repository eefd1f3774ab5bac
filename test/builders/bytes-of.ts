import { openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Of this process, by device and inode: one that is held here names no other file. */
const held = new Map<string, number>()

/**
 * The bytes of a file, also of a database that this process has open. Closing *any* descriptor of a file gives up all locks of the process on it
 * (https://www.sqlite.org/howtocorrupt.html, 2.2): whoever copies the database then finds it unused and cuts the index that is
 * mapped here, which ends this process by SIGBUS. So what was opened here stays open until the process ends.
 */
export function bytesOf(path: string): Buffer {
  // There locks belong to their descriptor, and an open file keeps its folder.
  if (process.platform === 'win32') return readFileSync(path)
  const { dev, ino, size } = statSync(path)
  const key = `${dev} ${ino}`
  const file = held.get(key) ?? openSync(path, 'r')
  held.set(key, file)
  const bytes = Buffer.alloc(size)
  return bytes.subarray(0, readSync(file, bytes, 0, size, 0))
}

/** Every file below a folder, whatever is open. */
export const filesBelow = (folder: string): { readonly name: string; readonly bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => ({ name: file.name, bytes: bytesOf(join(file.parentPath, file.name)) }))

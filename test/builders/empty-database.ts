import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForWriting } from '../../electron/storage/open.ts'

/** Of this version, as a first start leaves it. */
let made: Buffer | undefined

/**
 * Puts an empty database of this version at `path`, for whoever tests something else than how one is made: the forty steps to it
 * take longer than most tests do. They hold no id and no time, so each is like the other.
 */
export function layEmptyDatabase(path: string): void {
  made ??= makeOne()
  writeFileSync(path, made)
}

function makeOne(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-empty-'))
  const path = join(folder, 'earshot.db')
  openForWriting(path).close()
  const bytes = readFileSync(path)
  rmSync(folder, { recursive: true, force: true })
  return bytes
}

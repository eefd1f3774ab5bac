import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { seal } from '../../electron/storage/file/seal.ts'
import { openForWriting } from '../../electron/storage/open.ts'

/** Of this version, as a first start leaves it; and its seal. */
let made: { database: Buffer; seal: Buffer } | undefined

/**
 * Puts an empty database of this version at `path`, for whoever tests something else than how one is made: the forty steps to it
 * take longer than most tests do. They hold no id and no time, so each is like the other.
 */
export function layEmptyDatabase(path: string): void {
  made ??= makeOne()
  writeFileSync(path, made.database)
}

/** The same in a folder that was closed well and looked through at that time: whoever opens it has no reason to look through it again. */
export function layClosedDatabase(path: string, now: string): void {
  layEmptyDatabase(path)
  const folder = dirname(path)
  if (made !== undefined) writeFileSync(join(folder, 'earshot.seal'), made.seal)
  writeFileSync(join(folder, 'earshot.checked'), now)
}

function makeOne(): NonNullable<typeof made> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-empty-'))
  const path = join(folder, 'earshot.db')
  openForWriting(path).close()
  seal(path)
  const one = { database: readFileSync(path), seal: readFileSync(join(folder, 'earshot.seal')) }
  rmSync(folder, { recursive: true, force: true })
  return one
}

import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { renamePatiently } from '../../patiently.ts'
import { readIfFile } from '../../read-if-file.ts'
import { isTaken } from '../../set-aside.ts'

/** `settings.json` in the data folder: both shells open the same file, so that a person can move between them. */
export const SETTINGS_NAME = 'settings'

const pathIn = (folder: string) => join(folder, `${SETTINGS_NAME}.json`)
const keptPathIn = (folder: string) =>
  join(folder, `${SETTINGS_NAME}.bad-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`)

/** Moves a file that is no JSON object out of the way, because the store would refuse to open. Answers whether it did. */
export function setAsideDamagedFile(folder: string): boolean {
  const path = pathIn(folder)
  if (!isTaken(path)) return false
  // A folder, a pipe or a link to nowhere cannot even be read.
  if (isJsonObject(readIfFile(path) ?? '')) return false
  renamePatiently(path, keptPathIn(folder))
  return true
}

/** Keeps a copy of a file some of whose values will be replaced. */
export function keepCopy(folder: string): void {
  if (existsSync(pathIn(folder))) copyFileSync(pathIn(folder), keptPathIn(folder))
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

import { copyFileSync, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { renamePatiently } from '../../patiently.ts'
import { readIfFile } from '../../read-if-file.ts'
import { isTaken } from '../../set-aside.ts'

/** `settings.json` in the data folder: both shells open the same file, so that a person can move between them. */
export const SETTINGS_NAME = 'settings'

const pathIn = (folder: string) => join(folder, `${SETTINGS_NAME}.json`)
const keptPathIn = (folder: string) =>
  join(folder, `${SETTINGS_NAME}.bad-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`)

/** Moves a file that is no JSON object out of the way, because the store would refuse to open. Answers its name there; null: it did not. */
export function setAsideDamagedFile(folder: string): string | null {
  const path = pathIn(folder)
  if (!isTaken(path)) return null
  // A folder, a pipe or a link to nowhere cannot even be read.
  if (isJsonObject(readIfFile(path) ?? '')) return null
  const kept = keptPathIn(folder)
  renamePatiently(path, kept)
  return basename(kept)
}

/** Keeps a copy of a file some of whose values will be replaced. Answers its name; null: there is no file. */
export function keepCopy(folder: string): string | null {
  if (!existsSync(pathIn(folder))) return null
  const kept = keptPathIn(folder)
  copyFileSync(pathIn(folder), kept)
  return basename(kept)
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isFolder } from '../../set-aside.ts'
import { backupFolder, listBackupNames } from '../../storage/file/backup.ts'
import { madeAtOf } from '../../storage/file/copy-names.ts'

/** A file that holds what the database held: a copy, or what was found damaged or in its place. */
export interface CopyHere {
  readonly path: string
  readonly madeAtMs: number
  /** The newest copy is all there is when the database is lost. */
  readonly isNewest: boolean
}

const BESIDE = /^earshot_(damaged|replaced)_.*\.db$|^earshot\.db_set-aside_[^.]*$/

/** All of a data folder, oldest first. Nothing is opened. */
export function copiesHere(dataFolder: string): CopyHere[] {
  const copies = listBackupNames(dataFolder).map((name, index) => ({
    path: join(backupFolder(dataFolder), name),
    madeAtMs: madeAtOf(name).getTime(),
    isNewest: index === 0,
  }))
  const beside = (isFolder(dataFolder) ? readdirSync(dataFolder) : []).filter((name) => BESIDE.test(name))
  const found = beside
    .map((name) => join(dataFolder, name))
    .map((path) => ({ path, madeAtMs: madeOf(path), isNewest: false }))
  return [...copies, ...found].sort((one, other) => one.madeAtMs - other.madeAtMs)
}

/** Removes it with what SQLite laid beside it; false: another program has it open, and it goes the next time. */
export function dropCopy({ path }: CopyHere): boolean {
  try {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true, recursive: true })
    return true
  } catch {
    return false
  }
}

function madeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
}

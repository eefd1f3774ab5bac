import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isFolder } from '../../set-aside.ts'
import { backupFolder, listBackupNames } from '../../storage/file/backup.ts'
import { madeAtOf } from '../../storage/file/copy-names.ts'

/** A file that holds what the database held: a copy, or what was found damaged or in its place. */
export interface CopyHere {
  readonly path: string
  /** By the clock that made it, or last wrote it. */
  readonly madeAtMs: number
  /** Made to go back to. */
  readonly isBackup: boolean
}

const BESIDE = /^earshot_(damaged|replaced)_.*\.db$|^earshot\.db_set-aside_[^.]*$/

/** All of a data folder, in no order. Nothing is opened. */
export function copiesHere(dataFolder: string): CopyHere[] {
  const backups = listBackupNames(dataFolder).map((name) => ({
    path: join(backupFolder(dataFolder), name),
    madeAtMs: madeAtOf(name).getTime(),
    isBackup: true,
  }))
  const beside = (isFolder(dataFolder) ? readdirSync(dataFolder) : [])
    .filter((name) => BESIDE.test(name))
    .map((name) => join(dataFolder, name))
    .map((path) => ({ path, madeAtMs: madeOf(path), isBackup: false }))
  return [...backups, ...beside]
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

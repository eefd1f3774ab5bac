import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBackupShelf } from '../../../electron/adapters/backup/backup-shelf.ts'
import type { DatabaseChildren } from '../../../electron/adapters/database-child/database-children.ts'
import { aFolder } from '../../builders/console.ts'

const [OLD, NEW] = ['earshot_2026-09-10_010000Z.db', 'earshot_2026-09-11_010000Z.db']
let folder: ReturnType<typeof aFolder>
beforeEach(() => {
  folder = aFolder()
  mkdirSync(join(folder.path, 'backups'))
  for (const name of [OLD, NEW]) writeFileSync(join(folder.path, 'backups', name), name)
})
afterEach(() => folder.remove())

/** Whoever reads a copy: as each is looked into, that happens. */
const shelfWhere = (looked: (path: string) => void) => {
  const ask = (_: unknown, { path }: { path: string }) => {
    looked(path)
    return Promise.reject(new Error('a process that reads the database ended without an answer'))
  }
  return openBackupShelf(folder.path, { ask, stop: async () => {} } as unknown as DatabaseChildren)
}
const listed = async (looked: (path: string) => void) =>
  (await shelfWhere(looked).list(false)).map(({ fileName, isGood }) => [fileName, isGood])

test('a copy whose reader was killed is listed as not good, and the others beside it', async () => {
  expect(await listed(() => {})).toEqual([
    [NEW, false],
    [OLD, false],
  ])
})

test('a copy that is dropped while it is looked into, or before its turn, is none; the others are listed', async () => {
  expect(await listed((path) => rmSync(path))).toEqual([])
  writeFileSync(join(folder.path, 'backups', OLD), OLD)
  writeFileSync(join(folder.path, 'backups', NEW), NEW)
  const dropped = await listed((path) => path.endsWith(NEW) && rmSync(join(folder.path, 'backups', OLD)))
  expect(dropped).toEqual([[NEW, false]])
})

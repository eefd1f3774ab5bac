import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aFolder } from '../builders/console.ts'

test('a desk has what it had: only a hub writes down what went from it', () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures', 'v36.db'), path)
  const tables = (db: Database.Database) =>
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  const before = new Database(path)
  const had = tables(before)
  before.close()
  const db = openForWriting(path)
  expect(db.pragma('user_version', { simple: true })).toBeGreaterThanOrEqual(37)
  expect(tables(db)).toEqual(expect.arrayContaining(had))
  expect(tables(db)).not.toContain('known_gone')
  db.close()
  folder.remove()
})

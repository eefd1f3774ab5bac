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
  const tables = (db: Database.Database) => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()
  const before = new Database(path)
  const had = tables(before)
  before.close()
  const db = openForWriting(path)
  expect(db.pragma('user_version', { simple: true })).toBeGreaterThanOrEqual(37)
  expect(tables(db)).toEqual(had)
  db.close()
  folder.remove()
})

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aFolder } from '../builders/console.ts'

test('a desk has what it had: it is told from which of its calls a conversation was taken, and tells nobody', () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures', 'v37.db'), path)
  const had = (db: Database.Database) => [
    db.prepare('SELECT call_id FROM conversation_taken').all(),
    db.prepare(`SELECT name FROM sqlite_schema WHERE tbl_name = 'conversation_taken' ORDER BY name`).all(),
  ]
  const before = new Database(path)
  const then = had(before)
  before.close()
  const db = openForWriting(path)
  expect(db.pragma('user_version', { simple: true })).toBeGreaterThanOrEqual(38)
  expect(had(db)).toEqual(then)
  expect(then[0]).toHaveLength(1)
  db.close()
  folder.remove()
})

import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('of lists that were brought in before nothing is known; from now on each is written down, once', () => {
  const before = aDatabaseOfVersion(39, () => {})
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT * FROM list_import').all()).toEqual([])
  const insert = db.prepare(`INSERT INTO list_import (id, kind, at, state, todo_json, todo_count, back_json, kept_count)
    VALUES ('i', 'people', ?, 'done', '[]', 0, '[]', 0)`)
  expect(() => insert.run('2026-11-27')).toThrow('CHECK')
  insert.run('2026-11-27T01:00:00.000Z')
  expect(() => insert.run('2026-11-27T01:00:00.000Z')).toThrow('UNIQUE')
  db.close()
  before.remove()
})

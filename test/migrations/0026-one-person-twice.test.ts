import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

const MERGE = `INSERT INTO person_merge (id, kept_id, gone_id, at, moved_json)
  VALUES (?, ?, ?, '2026-11-27T00:00:00.000Z', '{}')`

test('a record stands for one other at a time, and never for itself', () => {
  const before = aDatabaseOfVersion(25, (older) =>
    older.exec(
      `INSERT INTO person (id, name, department, role) VALUES ('one', '陈思远', '', 'listener'), ('two', '陈思远', '', 'listener')`,
    ),
  )
  const db = openForWriting(before.path)
  db.prepare(MERGE).run('first', 'one', 'two')
  expect(() => db.prepare(MERGE).run('again', 'one', 'two')).toThrow('UNIQUE')
  expect(() => db.prepare(MERGE).run('itself', 'one', 'one')).toThrow('CHECK')
  db.exec(`UPDATE person_merge SET undone_at = '2026-11-27T01:00:00.000Z'`)
  db.prepare(MERGE).run('later', 'one', 'two')
  db.close()
  before.remove()
})

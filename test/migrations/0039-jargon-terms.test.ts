import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('there is room for one list of a house’s jargon, and none at first', () => {
  const before = aDatabaseOfVersion(38, () => {})
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT * FROM jargon_terms').all()).toEqual([])
  const insert = db.prepare('INSERT INTO jargon_terms (only_row, terms_json, version) VALUES (?, ?, 0)')
  insert.run(1, '[]')
  expect(() => insert.run(2, '[]')).toThrow('CHECK')
  db.close()
  before.remove()
})

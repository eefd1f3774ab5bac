import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('there is room for one list of words, and none at first', () => {
  const before = aDatabaseOfVersion(29, () => {})
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT * FROM life_words').all()).toEqual([])
  const insert = db.prepare('INSERT INTO life_words (only_row, words_json, version) VALUES (?, ?, 0)')
  insert.run(1, '[]')
  expect(() => insert.run(2, '[]')).toThrow('CHECK')
  db.close()
  before.remove()
})

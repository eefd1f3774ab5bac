import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('there is room for one list of rules, and none at first', () => {
  const before = aDatabaseOfVersion(26, () => {})
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT * FROM masking_rules').all()).toEqual([])
  const insert = db.prepare(
    'INSERT INTO masking_rules (only_row, rules_json, hides_orders, version) VALUES (?, ?, 0, 0)',
  )
  insert.run(1, '[]')
  expect(() => insert.run(2, '[]')).toThrow('CHECK')
  db.close()
  before.remove()
})

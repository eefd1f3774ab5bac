import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'
import { tablesOf } from './rows-of.ts'

test('a desk keeps nothing of what other desks could not bring to the hub', () => {
  const before = aDatabaseOfVersion(42, () => {})
  const db = openForWriting(before.path)
  expect(tablesOf(db)).not.toContain('hub_trouble')
  db.close()
  before.remove()
})

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { aDatabaseOfVersion } from '../builders/databases.ts'
import { columnsOf, rowsOf } from './rows-of.ts'

test('a desk is as it was, to the letter: only a hub tells desks which rows went', () => {
  const [before, after] = [51, 52].map((version) => {
    const made = aDatabaseOfVersion(version)
    const db = new Database(made.path)
    const found = {
      schema: rowsOf(db, 'sqlite_schema', ['type', 'name', 'sql']),
      room: rowsOf(db, 'room', columnsOf(db, 'room')),
    }
    db.close()
    made.remove()
    return found
  })
  expect(after).toEqual(before)
  expect(before?.schema.length).toBeGreaterThan(100)
})
